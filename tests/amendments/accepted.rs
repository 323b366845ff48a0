//! The test clauses of the drafting rules: accepted as accepted there, rejected as rejected there.

use ichimai::amendments::answer::{Advisor, Answer};
use ichimai::amendments::drafting::{Ordinance, Request};
use ichimai::amendments::records::Records;
use ichimai::amendments::settings::Settings;
use ichimai::clause::Clause;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct File {
    clause: Vec<Case>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    kind: String,
    title: String,
    article: String,
    category: String,
    text: String,
    amending: Option<String>,
    refused: Option<String>,
    beside: Option<String>,
    precedent: Option<String>,
    #[serde(default)]
    never: Vec<String>,
    #[serde(default)]
    warned: Vec<String>,
    #[serde(default)]
    around: Vec<Around>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Around {
    article: String,
    text: String,
    amending: Option<String>,
}

const DEFINITION: &str = "（公衆によって直接受信されることを目的として公衆からの求めに応じ自動的に送信を行うことをいい、放送又は有線放送に該当するものを除く。）";
const MEDIUM: &str = "（電磁的記録（電子的方式、磁気的方式その他人の知覚によっては認識することができない方式で作られる記録であって、電子計算機による情報処理の用に供されるものをいう。）に係る記録媒体をいう。）";

fn written(text: &str) -> String {
    text.replace("［定義］", DEFINITION).replace("［媒体］", MEDIUM)
}

fn clause(case: &Case, article: &str, text: &str) -> Clause {
    Clause {
        kind: case.kind.as_str().into(),
        title: case.title.as_str().into(),
        article: article.to_owned(),
        text: text.to_owned(),
        ..Clause::default()
    }
}

fn check(case: &Case, answer: &Answer, expected: Option<&str>) {
    let drafts = &answer.drafts.drafts;
    match expected {
        Some(amending) => {
            let first = drafts.first().unwrap_or_else(|| panic!("{}: {:?}", case.id, answer.drafts.refused));
            let (made, amending) = (&first.amendment.sentence, written(amending));
            let begun = amending.ends_with('、') && made.starts_with(&amending);
            assert!(*made == amending || begun, "{}\n made {made}\n not  {amending}", case.id);
        }
        None => assert!(drafts.is_empty(), "{}: {:?}", case.id, drafts.first().map(|draft| &draft.amendment.sentence)),
    }
    for draft in drafts {
        for never in &case.never {
            assert!(!draft.after.contains(never) && !draft.amendment.sentence.contains(never), "{}: {never}", case.id);
        }
    }
}

#[test]
fn the_test_clauses_come_out_as_accepted_and_none_as_rejected() {
    let file: File = toml::from_str(include_str!("accepted.toml")).unwrap();
    assert_eq!(file.clause.len(), 25);
    let advisor = Advisor::new();
    for case in &file.clause {
        let mut clauses = vec![clause(case, &case.article, &case.text)];
        clauses.extend(case.around.iter().map(|around| clause(case, &around.article, &around.text)));
        let ordinance = Ordinance::of(clauses.iter().collect());
        let answer = advisor.plain(&clauses[0], &[&case.category], &ordinance);
        check(case, &answer, case.amending.as_deref());
        if let Some(refused) = &case.refused {
            assert!(
                answer.drafts.refused.as_ref().unwrap().contains(refused.as_str()),
                "{}: {:?}",
                case.id,
                answer.drafts.refused
            );
        }
        let warnings = answer.drafts.drafts.first().map(|draft| draft.warnings.concat()).unwrap_or_default();
        case.warned
            .iter()
            .for_each(|warned| assert!(warnings.contains(warned.as_str()), "{}: {warned} in {warnings}", case.id));
        if let Some(beside) = &case.beside {
            assert!(
                answer.drafts.drafts.iter().skip(1).any(|draft| draft.amendment.sentence.contains(beside.as_str())),
                "{}",
                case.id
            );
        }
        if let Some(precedent) = &case.precedent {
            let shown: Vec<&str> =
                answer.precedents.iter().map(|near| Records::get().precedents[near.index].id).collect();
            assert!(shown.contains(&precedent.as_str()), "{}: {shown:?}", case.id);
        }
        for (around, clause) in case.around.iter().zip(&clauses[1..]) {
            check(case, &advisor.plain(clause, &[&case.category], &ordinance), around.amending.as_deref());
        }
    }
}

#[test]
fn a_decision_changes_the_draft() {
    let clause = Clause {
        kind: "条例".into(),
        title: "見本町施設条例".into(),
        article: "第4条".to_owned(),
        text: "事業者は、利用料金を事業所の見やすい場所に掲示しなければならない。".to_owned(),
        ..Clause::default()
    };
    let (advisor, ordinance) = (Advisor::new(), Ordinance::of(vec![&clause]));
    let settings = Settings::default();
    let chosen = [("規模".to_owned(), "small".to_owned()), ("事項".to_owned(), "keep".to_owned())];
    let request = Request {
        clause: &clause,
        categories: &["posting"],
        ordinance: &ordinance,
        drafted: &[],
        settings: &settings,
        chosen: &chosen,
    };
    let drafts = advisor.drafter().draft(&request).drafts;
    let sentence = &drafts[0].amendment.sentence;
    assert!(sentence.contains("その事業の規模が著しく小さい場合その他の規則で定める場合を除き、"), "{sentence}");
    assert!(!sentence.contains("利用料金について"), "{sentence}");
}

#[test]
fn a_rule_lays_no_new_duty() {
    let clause = Clause {
        kind: "規則".into(),
        title: "見本町施設規則".into(),
        article: "第4条".to_owned(),
        text: "事業者は、利用料金を事業所の見やすい場所に掲示しなければならない。".to_owned(),
        ..Clause::default()
    };
    let answer = Advisor::new().plain(&clause, &["posting"], &Ordinance::of(vec![&clause]));
    assert!(answer.drafts.refused.unwrap().contains("条例による必要"));
}
