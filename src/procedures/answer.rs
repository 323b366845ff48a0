//! [`Answer`]: everything that follows from a town's list and what the officer set.

use std::sync::Arc;

use serde::Serialize;

use super::completeness::{Completeness, completeness};
use super::condition::{Condition, condition};
use super::list::Entry;
use super::standing::{Settings, Standings};

/// From the list to the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The names of the list, in its order.
    pub entries: Vec<Arc<Entry>>,
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
    pub fn new(entries: Vec<Arc<Entry>>, settings: &Settings) -> Self {
        let standings = Standings::new(&entries, settings);
        let completeness = completeness(&standings);
        let condition = condition(&standings);
        Self { entries, standings, completeness, condition }
    }

    /// Positions of the entries that the officer is asked about, in the order of the list.
    #[must_use]
    pub fn asked(&self) -> Vec<usize> {
        let asked =
            |(position, entry): (usize, &Arc<Entry>)| (!entry.found.candidates().is_empty()).then_some(position);
        self.entries.iter().enumerate().filter_map(asked).collect()
    }
}
