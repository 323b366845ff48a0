//! Merging of two work files: it loses nothing, changes nothing twice, and does not care about the order.

use std::collections::BTreeSet;

use ichimai::inquiry::merge::{self, Difference, Differences, Field, Merged, Side};
use ichimai::inquiry::{Work, merge_sections};
use ichimai::regulations::Category;
use ichimai::review::{ClauseKey, Decision, Fingerprint, Judgement, Judgements, Need, Policy, Target};
use proptest::prelude::*;

/// The merge with nothing chosen, and what differs besides judgements.
fn told(first: &Side, second: &Side) -> (Merged, Vec<Difference>) {
    let mut differences = Differences::default();
    let merged = merge::merge(first, second, &mut differences);
    (merged, differences.found)
}

fn merge(first: &Side, second: &Side) -> Merged {
    told(first, second).0
}

fn target(place: u8) -> Target {
    let clause = ClauseKey { text: Fingerprint::of(&format!("条文{place}")), title: Fingerprint::of("条例") };
    Target { clause, category: Category::Visual }
}

fn judgement() -> impl Strategy<Value = Judgement> {
    let decision = proptest::option::of(proptest::sample::select(Decision::ALL.to_vec()));
    let need = proptest::option::of(proptest::sample::select(Need::ALL.to_vec()));
    let policy = proptest::option::of(proptest::sample::select(Policy::ALL.to_vec()));
    let text = || proptest::sample::select(vec!["", "甲", "乙"]);
    (decision, need, policy, text(), text()).prop_map(|(decision, need, policy, time, remarks)| Judgement {
        decision,
        need,
        policy,
        time: time.to_owned(),
        remarks: remarks.to_owned(),
        ..Judgement::default()
    })
}

fn side(name: &'static str) -> impl Strategy<Value = Side> {
    let judged = proptest::collection::btree_map(0_u8..6, judgement(), 0..6);
    let assigned = proptest::collection::btree_map(0_u8..4, proptest::sample::select(vec!["税務課", "福祉課"]), 0..4);
    (judged, assigned).prop_map(move |(judged, assigned)| {
        let mut judgements = Judgements::default();
        for (place, judgement) in judged {
            judgements.set(target(place), judgement);
        }
        let mut work = Work::default();
        for (place, section) in assigned {
            work.assign(&format!("条例{place}"), section);
        }
        Side { judgements, work, name: name.to_owned(), saved: "2026-11-28T09:00".to_owned() }
    })
}

fn again(merged: &Merged, name: &str) -> Side {
    Side {
        judgements: merged.judgements.clone(),
        work: merged.work.clone(),
        name: name.to_owned(),
        saved: "2026-11-28T09:00".to_owned(),
    }
}

/// Fields that are disputed.
fn disputed(merged: &Merged) -> BTreeSet<(Target, Field)> {
    merged.work.disputes.iter().map(|dispute| (dispute.target, dispute.field)).collect()
}

proptest! {
    #[test]
    fn no_decision_is_lost(one in side("甲.json"), other in side("乙.json")) {
        let merged = merge(&one, &other);
        for (target, judgement) in one.judgements.iter().chain(other.judgements.iter()) {
            for field in Field::ALL {
                let Some(value) = field.of(judgement) else { continue };
                let stands = field.of(&merged.judgements.of(target)) == Some(value.clone());
                let kept = merged.work.disputes.iter().any(|dispute| dispute.target == *target && dispute.field == field && dispute.said.iter().any(|said| said.value == value));
                prop_assert!(stands || kept, "{field:?} {value}");
            }
        }
    }

    #[test]
    fn the_order_matters_only_where_the_officer_must_choose(one in side("甲.json"), other in side("乙.json")) {
        let ((forth, differ), (back, differ_back)) = (told(&one, &other), told(&other, &one));
        prop_assert_eq!(&forth.work.disputes, &back.work.disputes);
        let open = disputed(&forth);
        for (target, judgement) in forth.judgements.iter() {
            for field in Field::ALL.into_iter().filter(|field| !open.contains(&(*target, *field))) {
                prop_assert_eq!(field.of(judgement), field.of(&back.judgements.of(target)));
            }
        }
        prop_assert_eq!(differ.len(), differ_back.len());
    }

    #[test]
    fn where_all_of_the_second_is_chosen_it_is_as_if_merged_the_other_way(one in side("甲.json"), other in side("乙.json")) {
        let (_, differ) = told(&one, &other);
        let chosen: BTreeSet<_> = differ.into_iter().map(|difference| (difference.about, difference.place)).collect();
        let mut differences = Differences::choosing(&chosen);
        let mut merged = merge::merge(&one, &other, &mut differences);
        prop_assert_eq!(&differences.found, &Vec::new());
        for dispute in merged.work.disputes.clone() {
            let theirs = dispute.field.of(&other.judgements.of(&dispute.target)).unwrap();
            merged.choose(dispute.target, dispute.field, &theirs);
        }
        let back = merge(&other, &one);
        prop_assert_eq!(&merged.judgements, &back.judgements);
        prop_assert_eq!(&merged.work.ordinances, &back.work.ordinances);
        prop_assert!(merged.work.disputes.is_empty());
    }

    #[test]
    fn merging_twice_changes_nothing(one in side("甲.json"), other in side("乙.json")) {
        let once = merge(&one, &other);
        prop_assert_eq!(&merge(&one, &one).judgements, &one.judgements);
        let twice = merge(&again(&once, "甲.json"), &other);
        prop_assert_eq!(&twice.judgements, &once.judgements);
        prop_assert_eq!(&twice.work, &once.work);
    }
}

fn named(name: &str, work: Work) -> Side {
    Side { work, name: name.to_owned(), saved: "2026-11-28T09:00".to_owned(), judgements: Judgements::default() }
}

#[test]
fn a_section_that_one_officer_renamed_is_one_section() {
    let mut old = Work::default();
    old.assign("保育所条例", "福祉課");
    old.assign("税条例", "税務課");
    let mut new = old.clone();
    new.rename("福祉課", "こども課", None);
    for (first, second) in [(&old, &new), (&new, &old)] {
        let (merged, differ) = told(&named("甲.json", first.clone()), &named("乙.json", second.clone()));
        assert_eq!(differ, []);
        let names: Vec<&str> = merged.work.sections.iter().map(|section| section.name.as_str()).collect();
        assert_eq!(names, ["こども課", "税務課"]);
        assert_eq!(merged.work.current("福祉課"), "こども課");
        assert_eq!(merged.work.ordinances, new.ordinances);
    }
}

#[test]
fn what_the_tools_keep_is_united_member_by_member_and_nothing_differs_silently() {
    let sections = |text: &str| std::collections::BTreeMap::from([("tool".to_owned(), text.to_owned())]);
    let long = "あ".repeat(70);
    let cases = [
        (r#"{"a":1}"#.to_owned(), r#"{"b":2}"#.to_owned(), r#"{"a":1,"b":2}"#.to_owned(), 0),
        (r#"{"a":null}"#.to_owned(), r#"{"a":2}"#.to_owned(), r#"{"a":2}"#.to_owned(), 0),
        (r#"{"a":""}"#.to_owned(), r#"{"a":"x"}"#.to_owned(), r#"{"a":"x"}"#.to_owned(), 0),
        (r#"{"a":[]}"#.to_owned(), r#"{"a":[1]}"#.to_owned(), r#"{"a":[]}"#.to_owned(), 1),
        (r#"{"a":"x"}"#.to_owned(), r#"{"a":""}"#.to_owned(), r#"{"a":"x"}"#.to_owned(), 0),
        (r#"{"a":{"b":1}}"#.to_owned(), r#"{"a":{"b":2}}"#.to_owned(), r#"{"a":{"b":1}}"#.to_owned(), 1),
        (format!(r#"{{"a":"{long}甲"}}"#), format!(r#"{{"a":"{long}乙"}}"#), format!(r#"{{"a":"{long}甲"}}"#), 1),
    ];
    for (first, second, united, differ) in cases {
        let mut differences = Differences::default();
        let found = merge_sections::sections(&sections(&first), &sections(&second), &mut differences);
        assert_eq!(found, sections(&united), "{first} {second}");
        assert_eq!(differences.found.len(), differ, "{first} {second}");
        let chosen = differences.found.into_iter().map(|one| (one.about, one.place)).collect();
        let mut differences = Differences::choosing(&chosen);
        let taken = merge_sections::sections(&sections(&first), &sections(&second), &mut differences);
        assert_eq!(taken, if differ > 0 { sections(&second) } else { sections(&united) });
    }
}
