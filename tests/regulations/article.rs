//! The article is read as one: caption, paragraphs before, 柱書.

use std::sync::Arc;

use ichimai::clause::Clause;
use ichimai::regulations::{Category, Field, Finding, Verdict, Workspace};

use crate::CLASSIFIER;

/// Findings of the last paragraph of an article.
fn last(caption: &str, paragraphs: &[&str]) -> Vec<Finding> {
    let title: Arc<str> = "試験条例".into();
    let clauses: Vec<Clause> = (1..)
        .zip(paragraphs)
        .map(|(number, text)| Clause {
            title: Arc::clone(&title),
            article: if number == 1 { "第五条".to_owned() } else { format!("第五条第{number}項") },
            caption: caption.to_owned(),
            text: (*text).to_owned(),
            ..Clause::default()
        })
        .collect();
    let mut space = Workspace::default();
    let all: Vec<_> = clauses.iter().map(|clause| CLASSIFIER.classify_with(clause, &mut space)).collect();
    let (clause, before) = clauses.split_last().unwrap();
    let explained = CLASSIFIER.explain_after(before, clause).findings;
    assert_eq!(all.last(), Some(&explained), "the list and the pane read alike");
    explained
}

fn verdicts(findings: &[Finding]) -> Vec<(Category, Verdict)> {
    findings.iter().map(|finding| (finding.category, finding.verdict)).collect()
}

#[test]
fn a_paragraph_inherits_what_the_paragraph_before_it_is_about() {
    let alone = last("", &["前項の検査は、職員にさせるものとする。"]);
    let read = last("", &["市長は、規則で定める施設を検査する。", "前項の検査は、職員にさせるものとする。"]);
    let reason = |findings: &[Finding]| findings.first().map(|one| one.reason.clone()).unwrap_or_default();
    assert!(!reason(&alone).contains("第五条"), "{alone:#?}");
    assert_eq!(verdicts(&read), [(Category::Visual, Verdict::Candidate)], "{read:#?}");
    assert!(reason(&read).contains("第五条の『施設』を受けた定めとして読みました。"), "{}", reason(&read));
}

#[test]
fn the_interval_of_an_act_of_the_paragraph_before_is_found() {
    let read =
        last("", &["管理者は、遊具を点検しなければならない。", "前項の規定による措置は、毎年一回以上行うものとする。"]);
    assert!(verdicts(&read).contains(&(Category::Periodic, Verdict::Candidate)), "{read:#?}");
    let other = last("", &["管理者は、利用料を定める。", "前項の規定による措置は、毎年一回以上行うものとする。"]);
    assert!(other.is_empty(), "{other:#?}");
}

#[test]
fn a_paragraph_that_refers_to_nothing_inherits_nothing() {
    let law = last(
        "",
        &[
            "管理者は、遊具を点検しなければならない。",
            "法第十二条第一項の規定による措置は、毎年一回以上行うものとする。",
        ],
    );
    assert!(law.is_empty(), "{law:#?}");
}

#[test]
fn the_caption_that_names_the_act_is_evidence() {
    let read = last("（定期点検）", &["前条の設備については、毎年一回以上実施するものとする。"]);
    assert!(verdicts(&read).contains(&(Category::Periodic, Verdict::Candidate)), "{read:#?}");
    let marked = read.iter().flat_map(|finding| &finding.evidence).any(|span| span.field == Field::Caption);
    assert!(marked, "{read:#?}");
}

#[test]
fn another_article_begins_anew() {
    let title: Arc<str> = "試験条例".into();
    let clause = |article: &str, text: &str| Clause {
        title: Arc::clone(&title),
        article: article.to_owned(),
        text: text.to_owned(),
        ..Clause::default()
    };
    let mut space = Workspace::default();
    let _ = CLASSIFIER.classify_with(&clause("第五条", "管理者は、遊具を点検しなければならない。"), &mut space);
    let next = clause("第六条第二項", "前項の規定による措置は、毎年一回以上行うものとする。");
    assert!(CLASSIFIER.classify_with(&next, &mut space).is_empty());
}
