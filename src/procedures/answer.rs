//! [`Answer`]: everything that follows from a town's list and what the officer set.

use std::sync::Arc;

use serde::Serialize;

use super::catalogue::Number;
use super::completeness::{Completeness, completeness};
use super::condition::{Condition, condition};
use super::list::ListedName;
use super::standing::{Settings, Standings};

/// From the list to the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The names of the list, in its order.
    pub entries: Vec<Arc<ListedName>>,
    /// The state of each of the 31.
    pub standings: Standings,
    /// n/27.
    pub completeness: Completeness,
    /// The grant's condition.
    pub condition: Condition,
}

impl Answer {
    /// Answers from the entries of a list (none: only by hand) and the officer's settings.
    #[must_use]
    pub fn new(entries: Vec<Arc<ListedName>>, settings: &Settings) -> Self {
        let standings = Standings::new(&entries, settings);
        let completeness = completeness(&standings);
        let condition = condition(&standings);
        Self { entries, standings, completeness, condition }
    }

    /// 所管課 of a procedure as the list names it: of the entry whose state counts, else of those that name it.
    #[must_use]
    pub fn departments(&self, number: Number) -> String {
        let standing = self.standings.of(number);
        let positions = standing.decided_by.map_or_else(|| standing.named_by.clone(), |position| vec![position]);
        let entries = positions.into_iter().filter_map(|position| self.entries.get(position));
        let mut names: Vec<&str> = entries.filter_map(|entry| entry.input.department.as_deref()).collect();
        names.dedup();
        names.join("、")
    }

    /// Positions of the entries that the officer is asked about, in the order of the list.
    #[must_use]
    pub fn asked(&self) -> Vec<usize> {
        let asked =
            |(position, entry): (usize, &Arc<ListedName>)| (!entry.found.candidates().is_empty()).then_some(position);
        self.entries.iter().enumerate().filter_map(asked).collect()
    }
}
