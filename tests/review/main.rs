//! The review desk: keys, ledger, filters, comparison, work file, result sheet.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops at the first surprise")]

mod bundled_sample;
mod comparison;
mod desk;
mod key;
mod ledger;
mod likeness;
mod repeats;
mod result;
mod section;
mod work_file;

use ichimai::clause::{Clause, Place};
use ichimai::regulations::Category;
use ichimai::review::{ClauseKey, Decision, Desk, Judged, Judgement, Target};

/// A clause of an ordinance.
fn clause(title: &str, article: &str, text: &str) -> Clause {
    let place = Place { file: "一覧.csv".into(), ..Place::default() };
    Clause { place, title: title.into(), article: article.to_owned(), text: text.to_owned(), ..Clause::default() }
}

const ENTRY: &str = "市長は、職員に施設に立ち入り、設備の状況を検査させることができる。";
const VIEW: &str = "市長は、台帳を事務所に備え置き、一般の縦覧に供しなければならない。";
const PLAIN: &str = "この条例の施行に関し必要な事項は、規則で定める。";

/// Two ordinances, four clauses; the same wording in both.
fn sample() -> Vec<Clause> {
    vec![
        clause("駐車場条例", "第1条", ENTRY),
        clause("駐車場条例", "第2条", VIEW),
        clause("公園条例", "第1条", ENTRY),
        clause("公園条例", "第2条", PLAIN),
    ]
}

/// A desk with these clauses, classified.
fn desk(clauses: Vec<Clause>) -> Desk {
    let mut desk = Desk::new();
    desk.add(clauses);
    desk.classify(usize::MAX);
    desk
}

fn target(clause: &Clause, category: Category) -> Target {
    Target { clause: ClauseKey::of(clause), category }
}

fn decided(clause: &Clause, category: Category, decision: Decision) -> Judged {
    Judged {
        target: target(clause, category),
        judgement: Judgement { decision: Some(decision), ..Judgement::default() },
    }
}
