//! [`Overview`]: the counts of the collection, each of which is a filter (概要).

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::regulations::Category;

use super::comparison::Standing;
use super::desk::{Desk, Entry, State};
use super::filter::Found;
use super::names::NameId;

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

/// Clauses of one department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepartmentCount {
    /// 所管部局, empty where neither file nor officer tells.
    pub department: Arc<str>,
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
    /// Departments in the order of first sight, those with flagged clauses.
    pub departments: Vec<DepartmentCount>,
    /// Clauses by how they stand to the former collection; empty where nothing was replaced.
    pub standings: Vec<(Standing, u32)>,
    /// Clauses of the former collection that are gone.
    pub gone: u32,
    /// Judgements on clauses that the collection does not have.
    pub kept: u32,
}

/// Counts everything once: some milliseconds for 100,000 clauses.
#[must_use]
pub fn overview(desk: &Desk) -> Overview {
    let mut counts: BTreeMap<(Category, Found, State, NameId), u32> = BTreeMap::new();
    let mut departments = vec![(0_u32, 0_u32); desk.departments().len()];
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
        if let Some(department) = departments.get_mut(entry.department.place()) {
            *department = (department.0 + 1, department.1 + open);
        }
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
    let named = desk.departments().all().iter().cloned().zip(departments).filter(|(_, (flagged, _))| *flagged > 0);
    overview.departments =
        named.map(|(department, (flagged, undecided))| DepartmentCount { department, flagged, undecided }).collect();
    if desk.comparison().standing(0).is_some() {
        let count = |standing| (standing, small(desk.comparison().count(standing)));
        overview.standings = Standing::ALL.into_iter().map(count).collect();
    }
    overview
}

/// The categories of an entry with how each was found.
fn pairs(entry: &Entry) -> impl Iterator<Item = (Category, Found)> {
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
