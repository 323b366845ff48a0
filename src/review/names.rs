//! [`Names`]: names that many clauses share (例規名, 所管課), each kept once and numbered in the order of first sight.

use std::collections::BTreeMap;
use std::sync::Arc;

/// The number of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameId(u32);

/// Numbered names.
#[derive(Debug, Clone, Default)]
pub struct Names {
    ids: BTreeMap<Arc<str>, NameId>,
    names: Vec<Arc<str>>,
}

impl Names {
    /// The number of a name, a new one where it is seen for the first time.
    pub fn id(&mut self, name: &Arc<str>) -> NameId {
        if let Some(id) = self.ids.get(name) {
            return *id;
        }
        let id = NameId(u32::try_from(self.names.len()).unwrap_or(u32::MAX));
        self.ids.insert(Arc::clone(name), id);
        self.names.push(Arc::clone(name));
        id
    }

    /// The number of a name that was seen before.
    #[must_use]
    pub fn known(&self, name: &str) -> Option<NameId> {
        self.ids.get(name).copied()
    }

    /// The name of a number.
    #[must_use]
    pub fn name(&self, id: NameId) -> Arc<str> {
        self.names.get(id.place()).cloned().unwrap_or_default()
    }

    /// All names in the order of their numbers.
    #[must_use]
    pub fn all(&self) -> &[Arc<str>] {
        &self.names
    }

    /// How many names there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// For each number its place in the order of the names' characters.
    #[must_use]
    pub fn ranks(&self) -> Vec<u32> {
        let mut ranks = vec![0; self.names.len()];
        for (rank, id) in (0_u32..).zip(self.ids.values()) {
            if let Some(place) = ranks.get_mut(id.place()) {
                *place = rank;
            }
        }
        ranks
    }
}

impl NameId {
    /// The number as a place in a list by names.
    #[must_use]
    pub const fn place(self) -> usize {
        self.0 as usize
    }
}
