//! What is read a second time: clauses that lie on the desk already, and files that repeat one before them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Desk;
use crate::clause::Clause;
use crate::review::key::ClauseKey;

/// How many clauses of files are there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Repeats {
    /// Clauses of the files.
    pub clauses: usize,
    /// Of those, how many lie on the desk with the same words in the same ordinance.
    pub on_desk: usize,
    /// How many stand in a file of which every clause stands in a file before it.
    pub in_files: usize,
}

impl Repeats {
    /// Whether anything is there already.
    #[must_use]
    pub const fn any(&self) -> bool {
        self.on_desk + self.in_files > 0
    }
}

impl Desk {
    /// Counts what files repeat, and gives the clauses that they do not.
    #[must_use]
    pub fn without_repeats(&self, files: Vec<Vec<Clause>>) -> (Repeats, Vec<Clause>) {
        let here: BTreeSet<ClauseKey> = self.entries.iter().map(|entry| entry.key).collect();
        let (mut repeats, mut new) = (Repeats::default(), Vec::new());
        let mut before: BTreeSet<ClauseKey> = BTreeSet::new();
        for file in files {
            let keys: Vec<ClauseKey> = file.iter().map(ClauseKey::of).collect();
            repeats.clauses += keys.len();
            repeats.on_desk += keys.iter().filter(|key| here.contains(key)).count();
            if !keys.is_empty() && keys.iter().all(|key| before.contains(key)) {
                repeats.in_files += keys.len();
                continue;
            }
            before.extend(keys.iter().copied());
            new.extend(file.into_iter().zip(keys).filter(|(_, key)| !here.contains(key)).map(|(clause, _)| clause));
        }
        (repeats, new)
    }
}
