//! Sets of classes, each kept once and named by its number.

use std::collections::BTreeSet;

/// All sets that the rows name.
#[derive(Debug, Default)]
pub struct Sets {
    /// By number.
    pub sets: Vec<BTreeSet<usize>>,
}

impl Sets {
    /// Keeps a set.
    pub fn keep(&mut self, set: &BTreeSet<usize>) {
        if !self.sets.contains(set) {
            self.sets.push(set.clone());
        }
    }

    /// Numbers what was kept, sets of one class behind all others, and checks that a byte can name them all.
    pub fn number(&mut self, wrong: &mut Vec<String>) {
        self.sets.sort_by_key(|set| set.len() == 1);
        if self.sets.len() > 256 {
            wrong.push(format!("the rows name {} different sets of classes, a byte names 256", self.sets.len()));
        }
    }

    /// The number of a set.
    pub fn place(&self, set: &BTreeSet<usize>) -> usize {
        self.sets.iter().position(|known| known == set).unwrap_or(0)
    }

    /// The only classes of the sets of one.
    pub fn alone(&self) -> impl Iterator<Item = usize> {
        self.sets.iter().filter(|set| set.len() == 1).flatten().copied()
    }
}

/// Most classes that a set of the engine holds.
pub const MOST: usize = 192;

/// The engine's words for a set, as the arguments that make one.
pub fn bits(set: &BTreeSet<usize>) -> String {
    let mut words = [0_u64; MOST / 64];
    for place in set {
        if let Some(word) = words.get_mut(place / 64) {
            *word |= 1 << (place % 64);
        }
    }
    words.map(|word| word.to_string()).join(", ")
}
