//! How the clauses that were decided to apply stand: with a draft, without a near precedent, waiting for the state.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use serde::{Deserialize, Serialize};

use super::{Chosen, Session, with};
use crate::amendments::engine::Class;
use crate::amendments::settings::Settings;
use crate::api::border::{Ask, Written};

/// How a clause that was decided to apply stands; it may stand in more than one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmendmentStanding {
    /// 改正案あり
    Drafted,
    /// 用例なし
    WithoutPrecedent,
    /// 国の改正待ち: resting on an amended national provision, or drafted in its words.
    Waiting,
}

/// Counts the clauses that were decided to apply.
#[derive(Debug, Serialize, Deserialize)]
pub struct CountAmendments(pub Written<Settings>);

/// The counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AmendmentCounts {
    /// Clauses that were decided to apply.
    pub applying: u32,
    /// 改正案あり
    pub drafted: u32,
    /// 用例なし
    pub without_precedent: u32,
    /// 国の改正待ち
    pub waiting: u32,
}

impl Ask for CountAmendments {
    const NAME: &'static str = "count_amendments";
    type Output = AmendmentCounts;

    fn answer(self) -> Result<AmendmentCounts, String> {
        Ok(with(|session| session.count_amendments(&self.0.0)))
    }
}

impl AmendmentStanding {
    const ALL: [Self; 3] = [Self::Drafted, Self::WithoutPrecedent, Self::Waiting];

    /// Its name in the filter of the page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Drafted => "drafted",
            Self::WithoutPrecedent => "without_precedent",
            Self::Waiting => "waiting",
        }
    }

    /// The standing of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.name() == name)
    }
}

/// How clauses stand, in the order of their indices, each with what that followed from.
pub(in crate::api::review) type Known = Vec<(usize, u64, Vec<AmendmentStanding>)>;

impl Session {
    /// Every way in which a clause stands; `None` where it was not decided to apply. Drafted anew only where something that a
    /// draft follows from is another.
    fn standings(&self, index: usize, settings: &Settings) -> Option<Vec<AmendmentStanding>> {
        if !self.applying(index) {
            return None;
        }
        let from = self.follows_from(index, settings);
        let place = self.drafted.borrow().binary_search_by_key(&index, |(known, ..)| *known);
        let known = self.drafted.borrow().get(place.unwrap_or(usize::MAX)).cloned();
        if let Some((_, _, ways)) = known.filter(|(_, before, _)| *before == from) {
            return Some(ways);
        }
        let ways = self.ways(index, settings)?;
        let (mut known, now) = (self.drafted.borrow_mut(), (index, from, ways.clone()));
        match place {
            Ok(at) => drop(known.get_mut(at).map(|before| std::mem::replace(before, now))),
            Err(at) => known.insert(at, now),
        }
        Some(ways)
    }

    /// What a draft follows from: the clauses of the ordinance, which of them are amended, the categories, the settings.
    fn follows_from(&self, index: usize, settings: &Settings) -> u64 {
        let mut hasher = DefaultHasher::new();
        (settings, self.categories(index)).hash(&mut hasher);
        for other in self.desk.ordinance(index) {
            let (entry, clause) = (self.desk.entries().get(other), self.desk.clauses().get(other));
            let place = clause.map(|clause| (&clause.kind, &clause.article, &clause.caption));
            (entry.map(|entry| entry.key), place, self.applying(other)).hash(&mut hasher);
        }
        hasher.finish()
    }

    fn ways(&self, index: usize, settings: &Settings) -> Option<Vec<AmendmentStanding>> {
        let (answer, drafts) = self.answered(index, &Chosen::default(), settings)?;
        let national = drafts.first().is_some_and(|draft| draft.pattern.class == Class::B);
        let waits = national || answer.national.iter().any(|national| national.cited);
        let ways = [
            (!drafts.is_empty(), AmendmentStanding::Drafted),
            (answer.precedents.is_empty(), AmendmentStanding::WithoutPrecedent),
            (waits, AmendmentStanding::Waiting),
        ];
        Some(ways.into_iter().filter(|(holds, _)| *holds).map(|(_, way)| way).collect())
    }

    /// Whether a clause stands so.
    pub(in crate::api::review) fn stands(&self, index: u32, wanted: AmendmentStanding, settings: &Settings) -> bool {
        self.standings(index as usize, settings).is_some_and(|ways| ways.contains(&wanted))
    }

    pub(super) fn count_amendments(&self, settings: &Settings) -> AmendmentCounts {
        let all = (0..self.desk.clauses().len()).filter_map(|index| self.standings(index, settings));
        all.fold(AmendmentCounts::default(), |counts, ways| {
            let has = |way| u32::from(ways.contains(&way));
            AmendmentCounts {
                applying: counts.applying + 1,
                drafted: counts.drafted + has(AmendmentStanding::Drafted),
                without_precedent: counts.without_precedent + has(AmendmentStanding::WithoutPrecedent),
                waiting: counts.waiting + has(AmendmentStanding::Waiting),
            }
        })
    }
}
