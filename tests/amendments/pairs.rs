//! The pairs: each is its own nearest, each has an amendment that makes the text after of the text before.

use ichimai::amendments::amending::{Surroundings, apply, compose};
use ichimai::amendments::answer::Advisor;
use ichimai::amendments::drafting::Ordinance;
use ichimai::amendments::engine::Hand;
use ichimai::amendments::records::Records;
use ichimai::amendments::tables::PATTERNS;
use ichimai::amendments::text::{Place, difference};

use super::Pair;

#[test]
fn at_least_ninety_pairs_are_claimed_by_a_pattern() {
    let pairs = Pair::all();
    let claimed =
        pairs.iter().filter(|pair| PATTERNS.iter().any(|pattern| pattern.proof.contains(&pair.id.as_str()))).count();
    assert_eq!(pairs.len(), 202);
    assert!(claimed >= 90, "{claimed}");
}

#[test]
fn the_records_hold_every_pair_whole() {
    for pair in Pair::all() {
        let record = Records::get().precedent(&pair.id).unwrap();
        assert_eq!((&record.before, &record.after), (&pair.before, &pair.after), "{}", pair.id);
    }
}

#[test]
fn the_nearest_of_a_text_before_is_its_pair() {
    let advisor = Advisor::new();
    for pair in Pair::all() {
        let clause = pair.clause();
        let answer = advisor.plain(&clause, &[], &Ordinance::of(vec![&clause]));
        let first =
            &Records::get().precedents[answer.precedents.first().unwrap_or_else(|| panic!("{}: none", pair.id)).index];
        assert!(first.before == pair.before && answer.precedents[0].similarity >= 1.0, "{}: {}", pair.id, first.id);
    }
}

#[test]
fn every_pair_has_an_amendment_that_makes_the_text_after() {
    let mut whole = Vec::new();
    for pair in Pair::all() {
        let place = Place::parse(&pair.article);
        let hand = Hand::of(&pair.before, &pair.article);
        let surroundings = Surroundings { place: place.clone(), hand, ..Surroundings::default() };
        let rewritten = difference(&pair.before, &pair.after);
        let composed = compose(&surroundings, &pair.before, &rewritten).unwrap_or_else(|| panic!("{}", pair.id));
        assert_eq!(apply(&place, &pair.before, hand, &composed.sentence).unwrap(), pair.after, "{}", pair.id);
        if composed.sentence.contains("次のように改める") {
            whole.push(pair.id);
        }
    }
    assert!(whole.len() <= 10, "rewritten whole: {whole:?}");
}

#[test]
fn no_pair_of_class_c_or_d_gets_a_draft() {
    let advisor = Advisor::new();
    for pair in Pair::all().iter().filter(|pair| matches!(pair.readiness().1, "C" | "D")) {
        let clause = pair.clause();
        let answer = advisor.plain(&clause, &[&pair.category], &Ordinance::of(vec![&clause]));
        assert!(
            answer.drafts.drafts.is_empty(),
            "{}: {:?}",
            pair.id,
            answer.drafts.drafts.first().map(|draft| draft.pattern.id)
        );
    }
}
