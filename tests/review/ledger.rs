//! The ledger: every change can be undone and done again.

use ichimai::regulations::Category;
use ichimai::review::{Aspect, Beside, ClauseKey, Decision, Judged, Judgement, Judgements, Ledger, Scope, Target};
use proptest::prelude::*;

use super::clause;

fn target(number: u8) -> Target {
    let category = Category::ALL[usize::from(number) % 8];
    Target { clause: ClauseKey::of(&clause("条例", "", &number.to_string())), category }
}

fn noted(number: u8, note: &str) -> Judged {
    Judged { target: target(number), judgement: Judgement { note: note.to_owned(), ..Judgement::default() } }
}

fn decided(number: u8, decision: Option<Decision>) -> Judged {
    Judged { target: target(number), judgement: Judgement { decision, ..Judgement::default() } }
}

#[test]
fn a_bulk_decision_is_undone_as_one() {
    let mut ledger = Ledger::default();
    let all = (0..12).map(|number| decided(number, Some(Decision::DoesNotApply))).collect();
    ledger.judge(Scope::RestOfOrdinance, Aspect::Choice, all);
    assert_eq!(ledger.judgements().len(), 12);
    assert_eq!(ledger.undo().map(|applied| applied.judged.len()), Some(12));
    assert!(ledger.judgements().is_empty());
}

#[test]
fn what_is_kept_beside_is_undone_and_done_again_with_the_judgements() {
    let mut ledger = Ledger::default();
    let judged = vec![decided(1, Some(Decision::Applies))];
    let beside = |before, after| Some(Beside { before, after });
    assert!(ledger.act(Scope::Answers, Aspect::Choice, judged, beside(0, 1)).is_some());
    // Nothing is judged, and yet it is a change.
    assert!(ledger.act(Scope::Departments, Aspect::Choice, Vec::new(), beside(1, 2)).is_some());
    ledger.judge(Scope::Clause, Aspect::Note, vec![noted(2, "x")]);
    let mut undone = || ledger.undo().map(|applied| (applied.judged.len(), applied.beside));
    assert_eq!(
        [undone(), undone(), undone(), undone()],
        [Some((1, None)), Some((0, Some(1))), Some((1, Some(0))), None]
    );
    assert_eq!(ledger.redo().and_then(|applied| applied.beside), Some(1));
    assert_eq!(ledger.judgements().of(&target(1)).decision, Some(Decision::Applies));
}

#[test]
fn typing_in_one_field_is_one_change() {
    let mut ledger = Ledger::default();
    for text in ["所", "所管", "所管課"] {
        ledger.judge(Scope::Clause, Aspect::Note, vec![noted(1, text)]);
    }
    ledger.judge(Scope::Clause, Aspect::Note, vec![noted(2, "別")]);
    ledger.undo();
    assert_eq!(ledger.judgements().of(&target(1)).note, "所管課");
    ledger.undo();
    assert!(ledger.judgements().is_empty());
    assert!(ledger.to_undo().is_none());
}

#[test]
fn what_changes_nothing_is_no_change() {
    let mut ledger = Ledger::default();
    assert!(ledger.judge(Scope::Clause, Aspect::Choice, vec![decided(1, None)]).is_none());
    assert!(ledger.to_undo().is_none());
}

#[test]
fn a_new_change_ends_what_could_be_done_again() {
    let mut ledger = Ledger::default();
    ledger.judge(Scope::Clause, Aspect::Choice, vec![decided(1, Some(Decision::Applies))]);
    ledger.undo();
    assert!(ledger.to_redo().is_some());
    ledger.judge(Scope::Clause, Aspect::Choice, vec![decided(2, Some(Decision::Applies))]);
    assert!(ledger.to_redo().is_none());
}

#[test]
fn the_state_is_the_saved_one_again_after_undoing() {
    let mut ledger = Ledger::default();
    ledger.judge(Scope::Clause, Aspect::Choice, vec![decided(1, Some(Decision::Applies))]);
    let saved = ledger.state();
    ledger.judge(Scope::Clause, Aspect::Choice, vec![decided(2, Some(Decision::ToCheck))]);
    assert_ne!(ledger.state(), saved);
    ledger.undo();
    assert_eq!(ledger.state(), saved);
}

fn act() -> impl Strategy<Value = (Vec<(u8, u8)>, bool)> {
    (proptest::collection::vec((0..6_u8, 0..4_u8), 1..4), any::<bool>())
}

proptest! {
    #[test]
    fn undoing_all_and_doing_all_again_gives_the_same(acts in proptest::collection::vec(act(), 0..12)) {
        let mut ledger = Ledger::default();
        let mut states = vec![ledger.judgements().clone()];
        for (targets, typing) in acts {
            let judged = targets.iter().map(|(number, decision)| match decision {
                0 => decided(*number, None),
                decision => decided(*number, Some(Decision::ALL[usize::from(*decision) - 1])),
            });
            let aspect = if typing { Aspect::Remarks } else { Aspect::Choice };
            ledger.judge(Scope::Clause, aspect, judged.collect());
            states.push(ledger.judgements().clone());
        }
        let last = ledger.judgements().clone();
        while ledger.undo().is_some() {
            prop_assert!(states.contains(ledger.judgements()));
        }
        prop_assert_eq!(ledger.judgements(), &Judgements::default());
        while ledger.redo().is_some() {}
        prop_assert_eq!(ledger.judgements(), &last);
    }
}
