//! The bundled sample: made from its lists of clauses, it opens and shows every state of the desk.

use std::collections::BTreeMap;

use ichimai::clause::Clause;
use ichimai::reading::limits::Limits;
use ichimai::reading::progress::unwatched;
use ichimai::reading::{Choices, GivenFile, read};
use ichimai::regulations::Category;
use ichimai::review::work_file::{self, WorkFile};
use ichimai::review::{
    ClauseKey, Decision, Desk, Found, Judged, Judgement, Judgements, Need, Policy, Stage, Standing, State, Target,
    overview,
};

const NOW: &str = include_str!("../../data/sample/regulations.csv");
const BUNDLED: &str = include_str!("../../data/sample/regulations.json");

/// Clauses that only the former list has, as rows of the same table.
const FORMER: [&str; 2] = [
    "条例,見本町公園条例,平成12年条例第8号,都市整備課,第8条,管理人,公園の管理人は、公園内に常駐しなければならない。",
    "規程,見本町情報公開規程,平成18年訓令第2号,総務課,第6条,閲覧,公文書の閲覧は、町役場において行うものとする。",
];
/// Beginnings of the rows that only the present list has.
const ADDED: [&str; 2] = [
    "要綱,見本町防火研修要綱,平成15年告示第9号,総務課,第4条",
    "規程,見本町情報公開規程,平成18年訓令第2号,総務課,第6条",
];

fn clauses(list: &str) -> Vec<Clause> {
    let source = GivenFile { name: "見本.csv", bytes: list.as_bytes() };
    read(&[source], &Choices::new(), &Limits::default(), &mut unwatched).clauses
}

fn former() -> Vec<Clause> {
    let kept = NOW.lines().filter(|line| !ADDED.iter().any(|added| line.starts_with(added)));
    clauses(&kept.chain(FORMER).collect::<Vec<_>>().join("\n"))
}

fn judged(all: &[Clause], title: &str, article: &str, category: Category, judgement: Judgement) -> Judged {
    let clause = all.iter().find(|clause| &*clause.title == title && clause.article == article).unwrap();
    Judged { target: Target { clause: ClauseKey::of(clause), category }, judgement }
}

fn decided(decision: Decision) -> Judgement {
    Judgement { decision: Some(decision), ..Judgement::default() }
}

fn judgements() -> Judgements {
    let (now, former) = (clauses(NOW), former());
    let amended = Judgement {
        stage: Some(Stage::One),
        need: Some(Need::Needed),
        policy: Some(Policy::AmendRule),
        time: "令和9年4月".to_owned(),
        remarks: "電磁的記録媒体に改め、オンラインの提出も認める".to_owned(),
        ..decided(Decision::Applies)
    };
    let asked = Judgement {
        note: "遊具の点検の頻度を所管課に確かめる".to_owned(), ..decided(Decision::ToCheck)
    };
    let added = Judgement {
        added: Some("毎年度終了後".to_owned()),
        note: "報告に施設の点検を含むか、所管課に確かめる".to_owned(),
        ..decided(Decision::ToCheck)
    };
    vec![
        judged(&now, "見本町公園条例施行規則", "第3条", Category::StorageMedia, amended),
        judged(&now, "見本町公園条例", "第6条", Category::Periodic, asked),
        judged(&now, "見本町水道条例", "第12条", Category::Visual, decided(Decision::DoesNotApply)),
        judged(&now, "見本町駐車場条例", "第11条", Category::Periodic, added),
        judged(&former, "見本町公園条例", "第8条", Category::Stationing, decided(Decision::Applies)),
        judged(&former, "見本町情報公開規程", "第6条", Category::InspectionOfRecords, decided(Decision::Applies)),
    ]
    .into()
}

fn made() -> Desk {
    let mut desk = Desk::new();
    desk.add(former());
    desk.set_judgements(judgements());
    desk.replace(clauses(NOW));
    desk.classify(usize::MAX);
    desk
}

/// Where the lists or the form of the work file change on purpose: `SAMPLE=new cargo test --test review bundled`.
#[test]
fn it_is_the_work_file_of_its_lists() {
    let desk = made();
    let sections = BTreeMap::from([("review".to_owned(), serde_json::to_string(&judgements()).unwrap())]);
    let file = WorkFile {
        saved: "2026-11-26T09:00".to_owned(),
        edition: "見本".to_owned(),
        sections,
        clauses: Some(desk.clauses().to_vec()),
        comparison: desk.comparison().clone(),
    };
    let written = work_file::write(file).unwrap();
    if std::env::var_os("SAMPLE").is_some() {
        std::fs::write("data/sample/regulations.json", &written).unwrap();
    } else {
        assert_eq!(written, BUNDLED);
    }
}

#[test]
fn it_shows_every_state() {
    let desk = made();
    let overview = overview(&desk);
    assert!(overview.found.iter().all(|(_, count)| *count > 0), "{:?}", overview.found);
    assert!(overview.states.iter().all(|(_, count)| *count > 0), "{:?}", overview.states);
    assert!(overview.standings.iter().all(|(_, count)| *count > 0), "{:?}", overview.standings);
    for category in Category::ALL {
        assert!(overview.counts.iter().any(|count| count.category == category), "{category:?}");
    }
    assert_eq!(desk.gone().iter().map(|gone| &*gone.article).collect::<Vec<_>>(), ["第8条"]);
    assert_eq!(desk.comparison().count(Standing::Changed), 1);
    assert!(desk.entries().iter().any(|entry| entry.basis) && desk.entries().iter().any(|entry| entry.digital));
    assert!(overview.counts.iter().any(|count| count.found == Found::Added && count.state == State::ToCheck));
    let discounted = desk.clauses().iter().any(|clause| !desk.classifier().explain(clause).discounted.is_empty());
    assert!(discounted);
}
