//! What is measured: restraint on clauses that are no regulation, and each pair with its own law left out.

use std::sync::OnceLock;

use ichimai::amendments::answer::{Advisor, Answer, found};
use ichimai::amendments::drafting::{Draft, Ordinance, Request};
use ichimai::amendments::records::Records;
use ichimai::amendments::settings::Settings;
use ichimai::clause::Clause;
use ichimai::reading::clause_of;
use ichimai::regulations::{Classifier, Workspace};
use serde_json::Value;

use super::Pair;

/// Clauses without a label: all, and those that were given a draft.
pub fn unlabelled() -> &'static (usize, Vec<String>) {
    static ONCE: OnceLock<(usize, Vec<String>)> = OnceLock::new();
    ONCE.get_or_init(|| {
        let (advisor, classifier) = (Advisor::new(), Classifier::new());
        let mut space = Workspace::default();
        let (mut all, mut drafted) = (0, Vec::new());
        for line in include_str!("../../data/gold/clauses.jsonl").lines() {
            let value: Value = serde_json::from_str(line).unwrap();
            if value["labels"].as_array().is_some_and(|labels| !labels.is_empty()) {
                continue;
            }
            let clause = clause_of(line).unwrap();
            let categories = found(&classifier, &clause, &mut space);
            all += 1;
            if !advisor.plain(&clause, &categories, &Ordinance::of(vec![&clause])).drafts.drafts.is_empty() {
                drafted.push(clause.id.clone());
            }
        }
        (all, drafted)
    })
}

#[test]
fn at_most_one_in_a_hundred_unlabelled_clauses_gets_a_draft() {
    let (all, drafted) = unlabelled();
    assert!(drafted.len() * 100 <= *all, "{} of {all}: {drafted:?}", drafted.len());
}

/// Share of characters that both texts have in common, in order.
fn alike(left: &str, right: &str) -> f64 {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let mut row = vec![0_u32; right.len() + 1];
    for letter in &left {
        let mut diagonal = 0;
        for (at, other) in right.iter().enumerate() {
            let here = if letter == other { diagonal + 1 } else { row[at].max(row[at + 1]) };
            diagonal = row[at + 1];
            row[at + 1] = here;
        }
    }
    let letters = u32::try_from(left.len() + right.len()).unwrap();
    2.0 * f64::from(row[right.len()]) / f64::from(letters)
}

/// Pairs, each answered with its own law left out.
#[derive(Debug, Default)]
pub struct LeftOut {
    /// Pairs of whole clauses.
    pub all: usize,
    /// Those with precedents of other laws.
    pub shown: usize,
    /// Those of a kind that is fit for drafts.
    pub fit: usize,
    /// Of them, with a draft by a pattern that pairs of other laws prove too.
    pub drafted: usize,
    /// Of them, with a first draft near what the state wrote.
    pub near: usize,
    /// The same with every pattern.
    pub drafted_by_any: usize,
    /// The same with every pattern.
    pub near_by_any: usize,
    /// Pairs of class C or D with a draft.
    pub dangerous: Vec<String>,
}

/// Whether a pattern is proved by a pair of another law.
fn proved_elsewhere(draft: &Draft, law: &str) -> bool {
    let records = Records::get();
    draft.pattern.proof.iter().any(|id| records.precedent(id).is_some_and(|pair| pair.law != law))
}

fn answered(advisor: &Advisor, pair: &Pair, pairs: &[Pair]) -> Answer {
    let clauses: Vec<Clause> = pairs.iter().filter(|other| other.law == pair.law).map(Pair::clause).collect();
    let clause = clauses.iter().find(|clause| clause.id == pair.id).unwrap();
    let (ordinance, settings) = (Ordinance::of(clauses.iter().collect()), Settings::default());
    let (categories, drafted): (_, Vec<&Clause>) = ([pair.category.as_str()], clauses.iter().collect());
    let request = Request {
        clause,
        categories: &categories,
        ordinance: &ordinance,
        drafted: &drafted,
        settings: &settings,
        chosen: &[],
    };
    advisor.answer(&request, |index| Records::get().precedents[index].law == pair.law)
}

pub fn left_out() -> &'static LeftOut {
    static ONCE: OnceLock<LeftOut> = OnceLock::new();
    ONCE.get_or_init(|| {
        let (advisor, pairs) = (Advisor::new(), Pair::all());
        let mut told = LeftOut::default();
        for pair in pairs.iter().filter(|pair| !pair.fragment) {
            let answer = answered(&advisor, pair, &pairs);
            let drafts = &answer.drafts.drafts;
            told.all += 1;
            told.shown += usize::from(!answer.precedents.is_empty());
            if matches!(pair.readiness().1, "C" | "D") {
                told.dangerous.extend((!drafts.is_empty()).then(|| pair.id.clone()));
                continue;
            }
            let near =
                |draft: Option<&Draft>| usize::from(draft.is_some_and(|draft| alike(&draft.after, &pair.after) >= 0.9));
            let elsewhere = drafts.iter().find(|draft| proved_elsewhere(draft, &pair.law));
            told.fit += 1;
            told.drafted_by_any += usize::from(!drafts.is_empty());
            told.near_by_any += near(drafts.first());
            told.drafted += usize::from(elsewhere.is_some());
            told.near += near(elsewhere);
        }
        told
    })
}

#[test]
fn with_its_own_law_left_out_a_pair_finds_precedents_and_drafts_near_the_text_that_was_written() {
    let told = left_out();
    println!("{told:?}");
    assert!(told.shown * 100 >= told.all * 90 && told.dangerous.is_empty(), "{told:?}");
    assert!(told.drafted * 100 >= told.fit * 60 && told.near * 100 >= told.fit * 45, "{told:?}");
}
