//! What was read and is not taken over yet, and what the officer decided about it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use std::str::FromStr;

use crate::api::inquiry::{Answers, Planned};
use crate::inquiry::Number;

/// What the officer chose in a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// 今のまま
    Stays,
    /// The answer with this place.
    Answer(usize),
}

/// The value of [`Choice::Stays`] among the choices; an answer's is its place.
pub const STAYS: &str = "stays";

impl FromStr for Choice {
    type Err = std::num::ParseIntError;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        if value == STAYS { Ok(Self::Stays) } else { value.parse().map(Self::Answer) }
    }
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
    BEFORE.with_borrow_mut(task)
}

/// Forgets it.
pub fn clear() {
    with(|before| *before = Before::default());
}

/// What would change is another: choices in conflicts that are no more are forgotten.
pub fn set_planned(planned: Planned) {
    with(|before| {
        before.chosen.retain(|number, _| planned.plan.conflicts.iter().any(|clash| clash.number == *number));
        before.planned = planned;
    });
}
