//! What the officer decided, as the worker learns it, and what a decision in bulk would reach. Thousands of objects
//! would hold the page up: they cross as text.

use std::cell::OnceCell;

use serde::{Deserialize, Serialize};

use super::with;
use crate::api::border::{Ask, Written};
use crate::review::{CategorySet, DeskEntry, Judged, Judgements, Scope, State, Target};

/// Takes judgements over.
#[derive(Debug, Serialize, Deserialize)]
pub struct Judge(pub Written<Vec<Judged>>);

impl Ask for Judge {
    const NAME: &'static str = "judge";
    type Output = ();

    fn answer(self) -> Result<(), String> {
        with(|session| {
            session.standings = OnceCell::new();
            session.desk.judge(&self.0.0);
        });
        Ok(())
    }
}

/// Lays all judgements anew.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendJudgements(pub Written<Judgements>);

impl Ask for SendJudgements {
    const NAME: &'static str = "send_judgements";
    type Output = ();

    fn answer(self) -> Result<(), String> {
        with(|session| {
            session.standings = OnceCell::new();
            session.desk.set_judgements(self.0.0);
        });
        Ok(())
    }
}

/// The targets of a decision in bulk.
#[derive(Debug, Serialize, Deserialize)]
pub struct Targets {
    /// How far it reaches.
    pub scope: Scope,
    /// The index of the clause that it starts from.
    pub index: u32,
}

impl Ask for Targets {
    const NAME: &'static str = "targets";
    type Output = Written<Vec<Target>>;

    fn answer(self) -> Result<Self::Output, String> {
        Ok(Written(with(|session| session.targets(self.scope, self.index))))
    }
}

/// The targets in a scope that are in one of these states, decided or not: for what is entered for many at once.
#[derive(Debug, Serialize, Deserialize)]
pub struct InScope {
    /// How far it reaches: 表示中, この例規 or 同じ文言.
    pub scope: Scope,
    /// The index of the clause that it starts from.
    pub index: u32,
    /// Which states.
    pub states: Vec<State>,
}

impl Ask for InScope {
    const NAME: &'static str = "in_scope";
    type Output = Written<Vec<Target>>;

    fn answer(self) -> Result<Self::Output, String> {
        Ok(Written(with(|session| {
            let wanted = session.filter.wanted();
            let own = |entry: &DeskEntry| {
                let states = self.states.iter().map(|state| entry.in_state(*state));
                let of_states = states.reduce(CategorySet::or).unwrap_or_default();
                let shown = if self.scope == Scope::RestOfShown { session.filter.shown_of(entry) } else { wanted };
                of_states.and(shown)
            };
            session.desk.in_scope(self.scope, self.index as usize, session.listing.shown(), &own)
        })))
    }
}
