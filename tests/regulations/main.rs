//! Classification, one file a category, and the laws that hold for all.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod evidence;
mod inspection_of_records;
mod laws;
mod onsite_audit;
mod periodic;
mod posting;
mod stationing;
mod storage_media;
mod surface;
mod training;
mod visual;
mod whole_ordinance;

use std::sync::LazyLock;

use ichimai::clause::Clause;
use ichimai::regulations::{Category, Classifier, Verdict};

/// Built once for all tests.
static CLASSIFIER: LazyLock<Classifier> = LazyLock::new(Classifier::new);

/// Caption and text of a clause in the manner of statutes.
type Case = (&'static str, &'static str);

fn clause(case: &Case) -> Clause {
    Clause { title: "試験条例".into(), caption: case.0.to_owned(), text: case.1.to_owned(), ..Clause::default() }
}

/// The verdict on a category, if any.
fn verdict(category: Category, case: &Case) -> Option<Verdict> {
    CLASSIFIER
        .classify(&clause(case))
        .into_iter()
        .find(|finding| finding.category == category)
        .map(|finding| finding.verdict)
}

/// Every case is a candidate of the category.
fn assert_candidates(category: Category, cases: &[Case]) {
    let missed: Vec<_> = cases.iter().filter(|case| verdict(category, case) != Some(Verdict::Candidate)).collect();
    assert!(missed.is_empty(), "{} not a candidate: {missed:#?}", category.name());
}

/// No case is a candidate of the category (worth a look at most).
fn assert_no_candidates(category: Category, cases: &[Case]) {
    let wrong: Vec<_> = cases.iter().filter(|case| verdict(category, case) == Some(Verdict::Candidate)).collect();
    assert!(wrong.is_empty(), "{} a candidate: {wrong:#?}", category.name());
}

/// Every case is worth a look, and no candidate.
fn assert_checks(category: Category, cases: &[Case]) {
    let wrong: Vec<_> = cases.iter().filter(|case| verdict(category, case) != Some(Verdict::Check)).collect();
    assert!(wrong.is_empty(), "{} not a check: {wrong:#?}", category.name());
}
