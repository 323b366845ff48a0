//! [`Judgements`]: all judgements of a town, by clause and category.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};

use crate::regulations::Category;

use super::judgement::{Decision, Judged, Judgement, Target};
use super::key::{ClauseKey, Fingerprint};

/// The judgements that are not empty, in the order of their targets.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "Vec<Judged>", into = "Vec<Judged>")]
pub struct Judgements {
    by_target: BTreeMap<Target, Judgement>,
}

impl Judgements {
    /// The judgement of a target; the empty one where there is none.
    #[must_use]
    pub fn of(&self, target: &Target) -> Judgement {
        self.by_target.get(target).cloned().unwrap_or_default()
    }

    /// The judgements of a clause in the order of the categories.
    pub fn of_clause(&self, clause: ClauseKey) -> impl Iterator<Item = (Category, &Judgement)> {
        let first = Target { clause, category: Category::Visual };
        let last = Target { clause, category: Category::StorageMedia };
        self.by_target.range(first..=last).map(|(target, judgement)| (target.category, judgement))
    }

    /// What was decided on a clause, in the order of the categories.
    #[must_use]
    pub fn decisions_of(&self, clause: ClauseKey) -> Vec<(Category, Decision)> {
        self.of_clause(clause).filter_map(|(category, judgement)| Some((category, judgement.decision?))).collect()
    }

    /// The clauses with these words, of whatever ordinance, that have judgements.
    pub fn with_wording(&self, text: Fingerprint) -> impl Iterator<Item = ClauseKey> {
        let first = ClauseKey { text, title: Fingerprint::LEAST };
        let first = Target { clause: first, category: Category::Visual };
        let same = self.by_target.range(first..).map(|(target, _)| target.clause);
        let mut before = None;
        same.take_while(move |clause| clause.text == text)
            .filter(move |clause| before.replace(*clause) != Some(*clause))
    }

    /// Sets a judgement, or removes it where it is empty; gives what stood before.
    pub fn set(&mut self, target: Target, judgement: Judgement) -> Judgement {
        let before = if judgement.is_empty() {
            self.by_target.remove(&target)
        } else {
            self.by_target.insert(target, judgement)
        };
        before.unwrap_or_default()
    }

    /// All in order.
    pub fn iter(&self) -> impl Iterator<Item = (&Target, &Judgement)> {
        self.by_target.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_target.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_target.is_empty()
    }
}

/// The section `review` of a work file: the judgements, and as it stands what this page cannot read of them (a category
/// of a later edition), so that it is written back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct JudgementSection {
    /// What could be read.
    pub judgements: Judgements,
    /// The JSON text of each that could not.
    pub unread: Vec<String>,
}

impl JudgementSection {
    /// Reads the section.
    ///
    /// # Errors
    /// It is no array.
    pub fn read(text: &str) -> Result<Self, serde_json::Error> {
        let mut section = Self::default();
        for one in serde_json::from_str::<Vec<&RawValue>>(text)? {
            match serde_json::from_str::<Judged>(one.get()) {
                Ok(Judged { target, judgement }) => drop(section.judgements.set(target, judgement)),
                Err(_) => section.unread.push(one.get().to_owned()),
            }
        }
        Ok(section)
    }

    /// The section as JSON text.
    ///
    /// # Errors
    /// None in practice: judgements are JSON, and what was not read was.
    pub fn write(judgements: &Judgements, unread: &[String]) -> Result<String, serde_json::Error> {
        let mut all = Vec::with_capacity(judgements.len() + unread.len());
        for (target, judgement) in judgements.iter() {
            all.push(to_raw_value(&Judged { target: *target, judgement: judgement.clone() })?);
        }
        for one in unread {
            all.push(RawValue::from_string(one.clone())?);
        }
        serde_json::to_string(&all)
    }
}

impl From<Vec<Judged>> for Judgements {
    fn from(judged: Vec<Judged>) -> Self {
        let mut judgements = Self::default();
        for Judged { target, judgement } in judged {
            judgements.set(target, judgement);
        }
        judgements
    }
}

impl From<Judgements> for Vec<Judged> {
    fn from(judgements: Judgements) -> Self {
        judgements.by_target.into_iter().map(|(target, judgement)| Judged { target, judgement }).collect()
    }
}
