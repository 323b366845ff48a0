//! What was read and is not taken over yet, and what the officer decided about it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::api::border::{Compact, Written};
use crate::api::inquiry::{Answers, PlanAnswers, Planned};
use crate::inquiry::Number;
use crate::page::dom::Dom;
use crate::page::regulations::calls;

/// What the officer chose in a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// 今のまま
    Stays,
    /// The answer with this place.
    Answer(usize),
}

/// What lies before the officer.
#[derive(Debug, Default)]
pub struct Before {
    /// Files and answers by hand, as they are planned with.
    pub answers: Answers,
    /// What they would change.
    pub planned: Planned,
    /// Conflicts that are decided.
    pub chosen: BTreeMap<Number, Choice>,
    /// Numbers that go to the section that they name.
    pub moved: BTreeSet<Number>,
}

thread_local! {
    static BEFORE: RefCell<Before> = RefCell::new(Before::default());
}

/// Reads or changes it.
pub fn with<T>(task: impl FnOnce(&mut Before) -> T) -> T {
    BEFORE.with(|before| task(&mut before.borrow_mut()))
}

/// Forgets it.
pub fn clear() {
    with(|before| *before = Before::default());
}

/// Asks anew what would change.
pub async fn plan() -> Dom {
    let answers = with(|before| before.answers.clone());
    let Written(planned) = calls::ask(&PlanAnswers(Compact(answers))).await.map_err(calls::trouble_of)?;
    with(|before| {
        before.planned = planned;
        let open: BTreeSet<Number> = before.planned.plan.conflicts.iter().map(|clash| clash.number).collect();
        before.chosen.retain(|number, _| open.contains(number));
    });
    super::account::draw()
}
