//! The desk answers for its clauses: drafts, refusals, papers, counts.

use super::*;
use crate::review::{Judged, Judgement, Target};

fn clause(title: &str, article: &str, text: &str) -> Clause {
    Clause {
        kind: "条例".into(),
        title: title.into(),
        article: article.to_owned(),
        text: text.to_owned(),
        ..Clause::default()
    }
}

fn session() -> Session {
    let mut session = Session::new();
    session.desk.add(vec![
        clause("見本町施設条例", "第4条", "事業者は、利用料金を事業所の見やすい場所に掲示しなければならない。"),
        clause("見本町税条例", "第18条", "法第20条の2の規定による公示送達は、町役場の掲示場に掲示して行うものとする。"),
        clause("見本町公告式条例", "第2条", "条例の公布は、町役場前の掲示場に掲示してこれを行う。"),
    ]);
    session.desk.classify(usize::MAX);
    session
}

/// Decides the first of the clauses to apply.
fn apply(session: &mut Session, clauses: usize) {
    let applies = Judgement { decision: Some(crate::review::Decision::Applies), ..Judgement::default() };
    let target = |entry: &crate::review::DeskEntry| Target { clause: entry.key, category: Category::Posting };
    let entries = session.desk.entries().iter().take(clauses);
    let judged: Vec<Judged> =
        entries.map(|entry| Judged { target: target(entry), judgement: applies.clone() }).collect();
    session.desk.judge(&judged);
}

fn advice(session: &Session, index: u32, chosen: Chosen) -> Advice {
    let advice = session.advise(&Advise { index, with: Written((chosen, Settings::default())) }).unwrap();
    let written = serde_json::to_string(&advice).unwrap();
    assert_eq!(serde_json::from_str::<Advice>(&written).unwrap(), advice);
    advice
}

#[test]
fn a_clause_shows_its_draft_what_the_state_amended_or_why_there_is_none() {
    let session = session();
    let draft = advice(&session, 0, Chosen::default());
    assert!(draft.drafts[0].amendment.starts_with("第4条中「利用料金を」を「利用料金について、」に、"));
    assert!(!draft.precedents.is_empty());
    let tax = advice(&session, 1, Chosen::default());
    assert!(tax.national[0].starts_with("根拠の地方税法第二十条の二"), "{:?}", tax.national);
    assert!(advice(&session, 2, Chosen::default()).refused.unwrap().contains("公布"));
}

#[test]
fn what_was_written_by_hand_is_amended_in_its_own_words_and_goes_into_the_papers() {
    let session = session();
    let words =
        "事業者は、利用料金を事業所の見やすい場所に掲示するとともに、町のウェブサイトに掲載しなければならない。";
    let chosen = Chosen { edited: Some(words.to_owned()), ..Chosen::default() };
    let draft = advice(&session, 0, chosen.clone());
    assert!(draft.drafts[0].by_hand);
    assert_eq!(
        draft.drafts[0].amendment,
        "第4条中「掲示しなければ」を「掲示するとともに、町のウェブサイトに掲載しなければ」に改める。"
    );
    let key = session.desk.entries()[0].key;
    let mut kept = KeptDrafts::default();
    kept.put(key, Kept { chosen, included: true });
    let asked = |paper| WritePaper {
        paper,
        kept: Written(kept.clone()),
        author: "t".to_owned(),
        day: "2026-11-28".parse().unwrap(),
    };
    for paper in [Paper::Comparison, Paper::Amendments, Paper::Omnibus, Paper::Sheet] {
        assert!(session.paper(&asked(paper)).unwrap().is_some_and(|bytes| bytes.starts_with(b"PK")), "{paper:?}");
    }
}

#[test]
fn only_clauses_that_were_decided_to_apply_are_counted() {
    let mut session = session();
    assert_eq!(session.count_amendments(&Settings::default()), AmendmentCounts::default());
    apply(&mut session, 2);
    let counts = session.count_amendments(&Settings::default());
    assert_eq!((counts.applying, counts.drafted, counts.waiting), (2, 2, 1));
}

#[test]
fn the_list_shows_only_clauses_that_stand_so_and_the_workbook_has_a_sheet_of_them() {
    let mut session = session();
    assert!(session.amendments_table(&KeptDrafts::default()).unwrap().is_none());
    apply(&mut session, 3);
    let shown = |session: &Session, wanted| {
        (0..3).filter(|index| session.stands(*index, wanted, &Settings::default())).collect::<Vec<_>>()
    };
    assert_eq!(shown(&session, AmendmentStanding::Drafted), [0, 1]);
    assert_eq!(shown(&session, AmendmentStanding::Waiting), [1]);
    let table = session.amendments_table(&KeptDrafts::default()).unwrap().unwrap();
    assert_eq!((table.sheet(), table.rows().len()), ("改正案", 3));
}

#[test]
fn a_procedure_ordinance_is_amended_as_a_set_in_the_words_that_a_city_quoted() {
    let mut session = Session::new();
    session.desk.add(vec![
        clause("見本町行政手続条例", "第15条第3項", "行政庁は、不利益処分の名宛人となるべき者の所在が判明しない場合においては、第1項の規定による通知を、その者の氏名、同項第3号及び第4号に掲げる事項並びに当該行政庁が同項各号に掲げる事項を記載した書面をいつでもその者に交付する旨を当該行政庁の事務所の掲示場に掲示することによって行うことができる。この場合においては、掲示を始めた日から2週間を経過したときに、当該通知がその者に到達したものとみなす。"),
        clause("見本町行政手続条例", "第16条第1項", "前条第1項の通知を受けた者（同条第3項後段の規定により当該通知が到達したものとみなされる者を含む。）は、代理人を選任することができる。"),
        clause("見本町行政手続条例", "第22条第3項", "第15条第3項の規定は、前項本文の場合において準用する。この場合において、同条第3項中「不利益処分の名宛人となるべき者」とあるのは「当事者又は参加人」と、「掲示を始めた日から2週間を経過したとき」とあるのは「掲示を始めた日から2週間を経過したとき（同一の当事者又は参加人に対する2回目以降の通知にあっては、掲示を始めた日の翌日）」と読み替えるものとする。"),
        clause("見本町行政手続条例", "第29条", "第15条第3項及び第16条の規定は、弁明の機会の付与について準用する。この場合において、「同条第3項後段」とあるのは「第29条において準用する第15条第3項後段」と読み替えるものとする。"),
    ]);
    session.desk.classify(usize::MAX);
    let draft = advice(&session, 0, Chosen::default()).drafts.remove(0);
    let told = draft.warnings.join("\n");
    for expected in [
        "第16条第1項中「同条第3項後段」を「同条第4項後段」に改める（用例 PO117）",
        "第22条第3項中「第15条第3項」を「第15条第3項及び第4項」に改める（用例 PO118）",
        "第22条第3項中「、掲示を始めた」を「、当該措置を開始した」に改める（用例 PO119）",
        "第29条中「同条第3項後段」を「同条第4項後段」に改める（用例 PO117）",
    ] {
        assert!(told.contains(expected), "{expected} in {told}");
    }
    assert!(!told.contains("第29条中「第15条第3項」を"), "{told}");
}

#[test]
fn how_a_clause_stands_is_told_anew_after_every_decision_setting_and_list() {
    let mut asked = session();
    let settings = [
        Settings::default(),
        Settings { numerals: crate::amendments::settings::NumeralStyle::Kanji, ..Settings::default() },
    ];
    let told = |session: &Session| settings.each_ref().map(|settings| session.count_amendments(settings));
    for clauses in [0, 1, 3, 2] {
        asked.desk.set_judgements(crate::review::Judgements::default());
        apply(&mut asked, clauses);
        let mut fresh = session();
        apply(&mut fresh, clauses);
        assert_eq!(told(&asked), told(&fresh), "{clauses}");
        assert_eq!(told(&asked), told(&fresh), "{clauses}, once more");
    }
    asked.desk.replace(vec![clause(
        "見本町公告式条例",
        "第2条",
        "条例の公布は、町役場前の掲示場に掲示してこれを行う。",
    )]);
    asked.desk.classify(usize::MAX);
    apply(&mut asked, 1);
    assert_eq!(told(&asked).map(|counts| (counts.applying, counts.drafted)), [(1, 0); 2]);
}

#[test]
fn inserted_provisions_of_the_category_are_shown_with_their_source_and_none_of_another() {
    let mut session = Session::new();
    session.desk.add(vec![
        clause(
            "見本町道路構造物条例",
            "第8条",
            "管理者は、構造物について、五年に一回の頻度で、目視により点検を行わなければならない。",
        ),
        clause("見本町税条例", "第18条", "法第20条の2の規定による公示送達は、町役場の掲示場に掲示して行うものとする。"),
        clause("見本町公園条例", "第1条", "この条例は、公園の設置について必要な事項を定める。"),
    ]);
    session.desk.classify(usize::MAX);
    let inserted = |index| advice(&session, index, Chosen::default()).inserted;
    let ids = |index| inserted(index).into_iter().map(|one| one.id).collect::<Vec<String>>();
    assert!(ids(0).len() == 3 && ids(0).iter().all(|id| ("N004"..="N007").contains(&id.as_str())), "{:?}", ids(0));
    assert_eq!(ids(1)[0], "N001");
    assert!(ids(2).is_empty());
    for one in inserted(0).iter().chain(&inserted(1)) {
        assert!(one.before.is_empty() && !one.after.is_empty(), "{one:?}");
        assert!(one.facts.iter().any(|fact| fact.starts_with("出典：") && fact.chars().count() > 8), "{one:?}");
    }
}
