//! [`Overview`]: the counts of the collection, each of which is a filter (概要).

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::regulations::Category;

use super::comparison::Standing;
use super::desk::{Desk, DeskEntry, State};
use super::filter::Found;
use super::names::{NameId, Names};

/// How many pairs of clause and category stand so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// 規制区分
    pub category: Category,
    /// How it was found.
    pub found: Found,
    /// How far it is decided.
    pub state: State,
    /// 例規種別, empty where the file does not tell.
    pub kind: Arc<str>,
    /// Pairs.
    pub count: u32,
}

/// Clauses of one department (所管課) or kind (例規種別).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameCount {
    /// Its name, empty where neither file nor officer tells.
    pub name: Arc<str>,
    /// Clauses with a category.
    pub flagged: u32,
    /// Clauses of which a category is undecided.
    pub undecided: u32,
}

/// The counts of the collection.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Overview {
    /// Clauses read.
    pub clauses: u32,
    /// Clauses classified so far.
    pub classified: u32,
    /// Clauses with a category, found or added.
    pub flagged: u32,
    /// Clauses of which a category is undecided.
    pub undecided: u32,
    /// Pairs that are undecided.
    pub undecided_pairs: u32,
    /// Ordinances.
    pub ordinances: u32,
    /// Pairs by category, finding, state and kind; those that occur, in their order.
    pub counts: Vec<Count>,
    /// Clauses by how a category was found: what a filter by it shows.
    pub found: Vec<(Found, u32)>,
    /// Clauses by how far a category is decided: what a filter by it shows.
    pub states: Vec<(State, u32)>,
    /// Departments in the order of first sight, those with flagged clauses.
    pub departments: Vec<NameCount>,
    /// Kinds in the order of first sight, those with flagged clauses.
    pub kinds: Vec<NameCount>,
    /// Clauses by how they stand to the former collection; empty where nothing was replaced.
    pub standings: Vec<(Standing, u32)>,
    /// Clauses of the former collection that are gone.
    pub gone: u32,
    /// Judgements on clauses that the collection does not have.
    pub kept: u32,
}

impl Overview {
    /// Pairs of a category, found or decided so; of all where none is named.
    #[must_use]
    pub fn count(&self, category: Option<Category>, found: Option<Found>, state: Option<State>) -> u32 {
        self.count_of(None, category, found, state)
    }

    /// As [`Self::count`], of one kind of ordinance where it is named.
    #[must_use]
    pub fn count_of(
        &self,
        kind: Option<&str>,
        category: Option<Category>,
        found: Option<Found>,
        state: Option<State>,
    ) -> u32 {
        let counts = self.counts.iter().filter(|count| {
            kind.is_none_or(|kind| *count.kind == *kind)
                && category.is_none_or(|category| count.category == category)
                && found.is_none_or(|found| count.found == found)
                && state.is_none_or(|state| count.state == state)
        });
        counts.map(|count| count.count).sum()
    }
}

/// Counts everything once: some milliseconds for 100,000 clauses.
#[must_use]
pub fn overview(desk: &Desk) -> Overview {
    let mut counts: BTreeMap<(Category, Found, State, NameId), u32> = BTreeMap::new();
    let mut departments = Tally::new(desk.departments());
    let mut kinds = Tally::new(desk.kinds());
    let mut ways = Ways::new();
    let mut overview = Overview {
        clauses: small(desk.clauses().len()),
        classified: small(desk.classified().done),
        ordinances: small(desk.titles().len()),
        gone: small(desk.gone().len()),
        kept: kept(desk),
        ..Overview::default()
    };
    for entry in desk.entries().iter().filter(|entry| !entry.present().is_empty()) {
        overview.flagged += 1;
        let open = u32::from(!entry.undecided().is_empty());
        overview.undecided += open;
        departments.add(entry.department, open);
        kinds.add(entry.kind, open);
        ways.add(entry);
        for (category, found) in pairs(entry) {
            let state = entry.state(category);
            overview.undecided_pairs += u32::from(state == State::Undecided);
            *counts.entry((category, found, state, entry.kind)).or_default() += 1;
        }
    }
    let name = |kind| desk.kinds().name(kind);
    let named = counts.into_iter();
    overview.counts = named
        .map(|((category, found, state, kind), count)| Count { category, found, state, kind: name(kind), count })
        .collect();
    ways.tell(&mut overview);
    overview.departments = departments.named(desk.departments());
    overview.kinds = kinds.named(desk.kinds());
    if desk.comparison().standing(0).is_some() {
        let count = |standing| (standing, small(desk.comparison().count(standing)));
        overview.standings = Standing::ALL.into_iter().map(count).collect();
    }
    overview
}

/// Clauses by how a category was found and by how far one is decided.
struct Ways {
    found: [(Found, u32); 4],
    states: [(State, u32); 4],
}

impl Ways {
    fn new() -> Self {
        Self { found: Found::ALL.map(|found| (found, 0)), states: State::ALL.map(|state| (state, 0)) }
    }

    fn add(&mut self, entry: &DeskEntry) {
        for (found, count) in &mut self.found {
            *count += u32::from(!entry.found(*found).is_empty());
        }
        for (state, count) in &mut self.states {
            *count += u32::from(!entry.in_state(*state).is_empty());
        }
    }

    fn tell(self, overview: &mut Overview) {
        let nothing = overview.classified.saturating_sub(overview.flagged);
        let rest = |(found, count)| (found, if found == Found::Nothing { nothing } else { count });
        overview.found = self.found.map(rest).into();
        overview.states = self.states.into();
    }
}

/// Flagged and undecided clauses for each name.
struct Tally(Vec<(u32, u32)>);

impl Tally {
    fn new(names: &Names) -> Self {
        Self(vec![(0, 0); names.len()])
    }

    fn add(&mut self, name: NameId, open: u32) {
        if let Some(count) = self.0.get_mut(name.place()) {
            *count = (count.0 + 1, count.1 + open);
        }
    }

    fn named(self, names: &Names) -> Vec<NameCount> {
        let counts = names.all().iter().cloned().zip(self.0).filter(|(_, (flagged, _))| *flagged > 0);
        counts.map(|(name, (flagged, undecided))| NameCount { name, flagged, undecided }).collect()
    }
}

/// The categories of an entry with how each was found.
fn pairs(entry: &DeskEntry) -> impl Iterator<Item = (Category, Found)> {
    entry.present().iter().map(|category| {
        let found = [Found::Candidate, Found::Check].into_iter().find(|found| entry.found(*found).contains(category));
        (category, found.unwrap_or(Found::Added))
    })
}

fn kept(desk: &Desk) -> u32 {
    let elsewhere = desk.judgements().iter().filter(|(target, _)| desk.with_key(target.clause).next().is_none());
    small(elsewhere.count())
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
