//! [`Listing`]: the list as it is shown: the clauses of a filter, each ordinance under its heading.

use super::desk::Desk;
use super::names::NameId;

/// One line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// The heading of an ordinance and how many clauses stand below it.
    Ordinance {
        /// Clauses below it.
        clauses: u32,
    },
    /// A clause, by its index on the desk.
    Clause(u32),
}

/// The list as it is shown. It stays as it is while the officer decides, until it is made anew.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    shown: Vec<u32>,
    items: Vec<Item>,
}

impl Listing {
    /// Lays the clauses under the headings of their ordinances.
    #[must_use]
    pub fn new(desk: &Desk, shown: Vec<u32>) -> Self {
        let title = |index: u32| desk.entries().get(index as usize).map(|entry| entry.title);
        let mut items: Vec<Item> = Vec::with_capacity(shown.len() + shown.len() / 4);
        let mut heading: Option<(usize, Option<NameId>)> = None;
        for index in &shown {
            let place = match heading {
                Some((place, own)) if own == title(*index) => place,
                _ => {
                    items.push(Item::Ordinance { clauses: 0 });
                    heading = Some((items.len() - 1, title(*index)));
                    items.len() - 1
                }
            };
            if let Some(Item::Ordinance { clauses }) = items.get_mut(place) {
                *clauses += 1;
            }
            items.push(Item::Clause(*index));
        }
        Self { shown, items }
    }

    /// The clauses, by their indices on the desk.
    #[must_use]
    pub fn shown(&self) -> &[u32] {
        &self.shown
    }

    /// Headings and clauses from top to bottom.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Where a clause stands in the list.
    #[must_use]
    pub fn position(&self, index: u32) -> Option<usize> {
        self.items.iter().position(|item| *item == Item::Clause(index))
    }

    /// The nearest clause below `from` (or above it), headings left out.
    #[must_use]
    pub fn step(&self, from: Option<usize>, down: bool) -> Option<usize> {
        let clause = |place: &usize| matches!(self.items.get(*place), Some(Item::Clause(_)));
        match (from, down) {
            (None, _) => (0..self.items.len()).find(clause),
            (Some(from), true) => (from + 1..self.items.len()).find(clause),
            (Some(from), false) => (0..from.min(self.items.len())).rev().find(clause),
        }
    }

    /// The nearest clause below `from` with an undecided category; at the end the search goes on from the top.
    #[must_use]
    pub fn next_undecided(&self, desk: &Desk, from: Option<usize>) -> Option<usize> {
        let open = |place: &usize| match self.items.get(*place) {
            Some(Item::Clause(index)) => {
                desk.entries().get(*index as usize).is_some_and(|entry| !entry.undecided().is_empty())
            }
            _ => false,
        };
        let after = from.map_or(0, |from| from + 1).min(self.items.len());
        (after..self.items.len()).chain(0..after).find(open)
    }
}
