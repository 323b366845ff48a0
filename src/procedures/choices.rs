//! [`Choices`]: what the officer chose where a name was asked, kept in the work file.
//!
//! A choice belongs to the folded name and what it stood under, not to a row: the list read again in another order
//! keeps it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::catalogue::Number;
use super::folding::{fold_name, fold_word};
use super::matching::{Match, match_name};
use super::reasons;

/// Choices by name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Choices(BTreeMap<String, Vec<Number>>);

impl Choices {
    /// Remembers what a name stands for: one procedure, several (a joint form), or none of the 31.
    pub fn choose(&mut self, name: &str, context: Option<&str>, mut procedures: Vec<Number>) {
        procedures.sort_unstable();
        procedures.dedup();
        self.0.insert(key(name, context), procedures);
    }

    /// Forgets the choice for a name; the name is matched by its words again.
    pub fn forget(&mut self, name: &str, context: Option<&str>) {
        self.0.remove(&key(name, context));
    }

    /// What was chosen for a name.
    #[must_use]
    pub fn chosen(&self, name: &str, context: Option<&str>) -> Option<&[Number]> {
        self.of_key(&key(name, context))
    }

    /// What was chosen for names with this [`key`].
    #[must_use]
    pub fn of_key(&self, key: &str) -> Option<&[Number]> {
        self.0.get(key).map(Vec::as_slice)
    }

    /// How many names were decided.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was decided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Matches a name; a choice goes before every rule.
    #[must_use]
    pub fn match_name(&self, name: &str, context: Option<&str>) -> Match {
        match self.chosen(name, context) {
            Some(procedures) => Match::Chosen { procedures: procedures.to_vec(), reason: reasons::chosen() },
            None => match_name(name, context),
        }
    }
}

/// What a choice belongs to: the folded name with what it stood under.
#[must_use]
pub fn key(name: &str, context: Option<&str>) -> String {
    let name = fold_name(name).whole;
    match context.map(fold_word).filter(|context| !context.is_empty()) {
        Some(context) => format!("{context}：{name}"),
        None => name,
    }
}
