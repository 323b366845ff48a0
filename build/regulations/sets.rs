//! Sets of classes, each kept once and named by its number.

use std::collections::BTreeSet;

/// All sets that the rows name.
#[derive(Debug, Default)]
pub struct Sets {
    /// By number.
    pub sets: Vec<BTreeSet<usize>>,
}

impl Sets {
    /// The number of a set.
    pub fn number(&mut self, set: &BTreeSet<usize>) -> usize {
        self.sets.iter().position(|known| known == set).unwrap_or_else(|| {
            self.sets.push(set.clone());
            self.sets.len() - 1
        })
    }

    /// Whether a byte can name them all.
    pub fn check(&self, wrong: &mut Vec<String>) {
        if self.sets.len() > 256 {
            wrong.push(format!("the rows name {} different sets of classes, a byte names 256", self.sets.len()));
        }
    }
}

/// The two halves of a set as the engine keeps it.
pub fn halves(set: &BTreeSet<usize>) -> (u128, u128) {
    set.iter().fold((0, 0), |(low, high), place| match place {
        0..128 => (low | 1 << place, high),
        _ => (low, high | 1 << (place - 128)),
    })
}
