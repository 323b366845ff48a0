//! 複数の自治体: a chosen set of towns, or a list that was opened, with the sum.

mod chooser;
mod opened;
mod table;

use std::rc::Rc;

pub use table::table;

use crate::municipality::Municipality;
use crate::subsidy::export::population_origins;
use crate::subsidy::list::TownList;
use crate::subsidy::{ChosenTown, Comparison, compare};

use crate::page::dom::Dom;
use crate::page::store::{Shared, Store};
use crate::page::town;

thread_local! {
    static SEVERAL: Store<Several> = const { Store::new(Several { now: Set::EMPTY, before: Vec::new() }) };
}

/// One town of the set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Member {
    /// A municipality with the population of the day that the header names.
    Chosen(&'static Municipality),
    /// A row of a list, with the population that the list gives.
    Listed(ChosenTown),
}

/// The towns, and the list that some of them came from.
#[derive(Debug, Clone, Default)]
struct Set {
    members: Vec<Member>,
    list: Option<Rc<TownList>>,
}

impl Set {
    const EMPTY: Self = Self { members: Vec::new(), list: None };
}

/// The set of towns and what it was before, for undo.
#[derive(Debug, Clone, Default)]
pub struct Several {
    now: Set,
    before: Vec<Set>,
}

impl Several {
    /// The towns in the order in which they were added.
    pub fn members(&self) -> &[Member] {
        &self.now.members
    }

    /// The list that was opened last, with the rows that are not in the set.
    pub fn list(&self) -> Option<&Rc<TownList>> {
        self.now.list.as_ref()
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Adds towns that are not in the set yet.
    pub fn add(&mut self, members: impl IntoIterator<Item = Member>) {
        let mut next = self.now.members.clone();
        for member in members {
            if !next.contains(&member) {
                next.push(member);
            }
        }
        if next.len() > self.now.members.len() {
            self.replace(Set { members: next, list: self.now.list.clone() });
        }
    }

    /// Takes the towns of a list in place of the set.
    pub fn open(&mut self, list: TownList) {
        let entries = list.list.iter().flat_map(|list| &list.entries);
        let members = entries.map(|listed| Member::Listed(listed.entry.clone())).collect();
        self.replace(Set { members, list: Some(Rc::new(list)) });
    }

    /// Takes out the town at a place.
    pub fn remove(&mut self, place: usize) {
        let keep = |(index, member): (usize, &Member)| (index != place).then(|| member.clone());
        let members = self.now.members.iter().enumerate().filter_map(keep).collect();
        self.replace(Set { members, list: self.now.list.clone() });
    }

    /// Takes out all towns.
    pub fn clear(&mut self) {
        self.replace(Set::EMPTY);
    }

    /// Takes back the last change.
    pub fn undo(&mut self) {
        if let Some(before) = self.before.pop() {
            self.now = before;
        }
    }

    fn replace(&mut self, next: Set) {
        self.before.push(std::mem::replace(&mut self.now, next));
    }
}

/// The store of the set.
pub fn store() -> Shared<Several> {
    Shared(&SEVERAL)
}

/// Opens the part of the view.
pub fn open() -> Dom {
    chooser::open()?;
    opened::open()?;
    table::open()
}

/// The comparison of the set with the populations of the day that the header names.
pub fn comparison() -> Comparison {
    let date = town::store().read(|town| town.date);
    let entry = |member: &Member| match member {
        Member::Chosen(municipality) => ChosenTown::of(municipality, date),
        // A row without a population of its own follows the day like a town that was chosen.
        Member::Listed(entry) => match entry.municipality.filter(|_| entry.population_date.is_some()) {
            Some(municipality) => ChosenTown::of(municipality, date),
            None => Some(entry.clone()),
        },
    };
    let entries = store().read(|several| several.members().iter().filter_map(entry).collect());
    compare(entries, None)
}

/// Where the populations of the comparison come from.
pub fn origins(comparison: &Comparison) -> Vec<String> {
    let list = store().read(|several| several.list().cloned());
    population_origins(comparison, list.as_ref().and_then(|list| list.list.as_ref()))
}
