//! The form of 改め文: places, quotations, chains; and that what is written can be applied.

use ichimai::amendments::amending::{Surroundings, apply, compose};
use ichimai::amendments::answer::Advisor;
use ichimai::amendments::drafting::Ordinance;
use ichimai::amendments::engine::{Hand, Rewritten, apply as rewritten_text};
use ichimai::amendments::text::{Place, difference};
use ichimai::clause::Clause;
use proptest::prelude::*;

fn amendment(article: &str, before: &str, after: &str) -> String {
    let place = Place::parse(article);
    let hand = Hand::of(before, article);
    let surroundings = Surroundings { place: place.clone(), hand, ..Surroundings::default() };
    let composed = compose(&surroundings, before, &difference(before, after)).unwrap();
    assert_eq!(apply(&place, before, hand, &composed.sentence).unwrap(), after);
    composed.sentence
}

/// Citation, text, draft, 改め文.
const PLACES: [(&str, &str, &str, &str); 9] = [
    (
        "第3条第2項",
        "町長は、書面を交付する。",
        "町長は、書面又は電磁的記録を交付する。",
        "第3条第2項中「書面」の下に「又は電磁的記録」を加える。",
    ),
    (
        "第8条第1項",
        "町長は、甲を行う。ただし、乙は、この限りでない。",
        "町長は、甲を行う。ただし、丙は、この限りでない。",
        "第8条第1項ただし書中「乙」を「丙」に改める。",
    ),
    (
        "第8条",
        "町長は、甲を行う。ただし、甲に限る。",
        "町長は、乙を行う。ただし、甲に限る。",
        "第8条本文中「甲」を「乙」に改める。",
    ),
    ("第三条", "町長は、甲を行う。この場合において、乙を公表する。", "町長は、甲を行う。", "第三条後段を削る。"),
    (
        "第4条第1項",
        "町長は、次の事項を掲示する。\n(1) 甲\n(2) 乙及び戊",
        "町長は、次の事項を公表する。\n(1) 甲\n(2) 乙",
        "第4条第1項各号列記以外の部分中「掲示する」を「公表する」に改め、同項第2号中「及び戊」を削る。",
    ),
    ("第６条", "磁気テープ、光ディスクを添える。", "光ディスクを添える。", "第６条中「磁気テープ、」を削る。"),
    (
        "第5条",
        "甲を行う。\n２　甲を乙とする。",
        "丙を行う。\n２　甲を丁とする。",
        "第5条第1項中「甲」を「丙」に改め、同条第2項中「乙」を「丁」に改める。",
    ),
    ("第5条", "甲を行う。", "甲を行う。\n２　乙を行う。", "第5条に次の1項を加える。\n２　乙を行う。"),
    (
        "第五条",
        "甲を行う。",
        "甲を行う。\n２　乙を行う。\n３　丙を行う。",
        "第五条に次の二項を加える。\n２　乙を行う。\n３　丙を行う。",
    ),
];

#[test]
fn places_are_named_as_legal_sections_name_them() {
    for (article, before, after, expected) in PLACES {
        assert_eq!(amendment(article, before, after), expected);
    }
}

#[test]
fn every_hit_of_the_quoted_words_is_meant() {
    let made = amendment(
        "第7条",
        "磁気ディスク及び磁気ディスク提出票を提出する。",
        "電磁的記録媒体及び磁気ディスク提出票を提出する。",
    );
    assert_eq!(made, "第7条中「磁気ディスク及び」を「電磁的記録媒体及び」に改める。");
    let all = amendment("第7条", "甲を掲示し、乙を掲示し、丙を作る。", "甲を公表し、乙を公表し、丙を作る。");
    assert_eq!(all, "第7条中「掲示し」を「公表し」に改める。");
}

#[test]
fn later_paragraphs_make_room() {
    let place = Place::parse("第15条第3項");
    let hand = Hand::of("", "第15条第3項");
    let rewritten = Rewritten { changes: Vec::new(), added: vec!["４　乙を行う。".to_owned()] };
    for (last, expected) in [
        (4, "第15条中第4項を第5項とし、第3項の次に次の1項を加える。\n４　乙を行う。"),
        (
            7,
            "第15条中第7項を第8項とし、第4項から第6項までを1項ずつ繰り下げ、第3項の次に次の1項を加える。\n４　乙を行う。",
        ),
    ] {
        let surroundings =
            Surroundings { place: place.clone(), hand, last_paragraph: Some(last), ..Surroundings::default() };
        assert_eq!(compose(&surroundings, "甲を行う。", &rewritten).unwrap().sentence, expected);
    }
}

#[test]
fn what_cannot_be_quoted_is_rewritten_whole() {
    let made = amendment("第2条", "甲\n乙", "丙");
    assert_eq!(made, "第2条を次のように改める。\n丙");
}

/// Words of ordinances, so that texts repeat themselves.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "町長",
        "は、",
        "を",
        "掲示",
        "し",
        "掲示場",
        "に",
        "及び",
        "磁気ディスク",
        "等",
        "、",
        "。",
        "ただし、",
        "この場合において、",
        "（以下「甲」という。）",
        "する",
        "なければ",
        "ならない",
        "の",
        "事項",
        "\n２　",
        "\n(1)　",
        "もの",
        "とする",
    ]);
    prop::collection::vec(word, 1..24).prop_map(|words| words.concat())
}

#[test]
fn what_differs_from_an_empty_text_is_the_whole_other() {
    for after in ["甲を行う。", "甲を行う。\n２　乙を行う。"] {
        assert_eq!(rewritten_text("", &difference("", after)), after);
    }
}

#[test]
fn a_line_without_a_word_is_no_added_paragraph() {
    for after in ["甲を行う。\n", "甲を行う。\n\n", "甲を行う。\n　\n２　乙を行う。\n\n"] {
        let rewritten = difference("甲を行う。", after);
        let worded: Vec<&str> = after.lines().filter(|line| !line.trim().is_empty()).collect();
        assert_eq!(rewritten_text("甲を行う。", &rewritten), worded.join("\n"));
    }
}

proptest! {
    #[test]
    fn what_is_composed_applies(before in words(), after in words(), article in prop::sample::select(vec!["第3条", "第三条第二項", "第５条第１項第２号", "附則第3項"])) {
        let place = Place::parse(article);
        let hand = Hand::of(&before, article);
        let surroundings = Surroundings { place: place.clone(), hand, ..Surroundings::default() };
        let rewritten = difference(&before, &after);
        prop_assert_eq!(rewritten_text(&before, &rewritten), after.clone());
        let made = compose(&surroundings, &before, &rewritten).map(|composed| apply(&place, &before, hand, &composed.sentence).unwrap());
        prop_assert_eq!(made.unwrap_or(before), after);
    }
}

#[test]
fn a_draft_has_the_commas_and_stops_of_its_ordinance() {
    let advisor = Advisor::new();
    for (comma, stop) in [('、', '。'), ('，', '。'), ('､', '｡')] {
        let text = "事業者は、利用料金を事業所の見やすい場所に掲示しなければならない。";
        let text = text.replace('、', &comma.to_string()).replace('。', &stop.to_string());
        let clause = Clause {
            kind: "条例".into(),
            title: "施設条例".into(),
            article: "第4条".to_owned(),
            text,
            ..Clause::default()
        };
        let answer = advisor.plain(&clause, &["posting"], &Ordinance::of(vec![&clause]));
        let draft = answer.drafts.drafts.first().unwrap_or_else(|| panic!("{comma}: {:?}", answer.drafts.refused));
        assert_eq!(draft.pattern.id, "posting-business");
        for other in ['、', '，', '､', '。', '｡'].into_iter().filter(|mark| *mark != comma && *mark != stop) {
            assert!(!draft.after.contains(other), "{}", draft.after);
        }
        let quoted = format!(
            "第4条中「利用料金を」を「利用料金について{comma}」に、「掲示しなければ」を「掲示するとともに{comma}"
        );
        assert!(draft.amendment.sentence.starts_with(&quoted), "{}", draft.amendment.sentence);
    }
}

#[test]
fn words_within_a_table_or_form_are_drafted_with_a_warning() {
    let advisor = Advisor::new();
    let warned = |article: &str| {
        let text = "事業者は、利用料金を事業所の見やすい場所に掲示しなければならない。".to_owned();
        let clause = Clause {
            kind: "条例".into(),
            title: "施設条例".into(),
            article: article.to_owned(),
            text,
            ..Clause::default()
        };
        let answer = advisor.plain(&clause, &["posting"], &Ordinance::of(vec![&clause]));
        answer.drafts.drafts[0].warnings.iter().any(|warning| warning.starts_with("別表・様式の中"))
    };
    assert_eq!(["第4条", "附則第3項", "別表第1", "様式第3号"].map(warned), [false, false, true, true]);
}
