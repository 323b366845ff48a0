//! [`Population`]: a number of people.

use serde::{Deserialize, Serialize};

/// 人口: a number of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Population(u32);

impl Population {
    /// A number of people.
    #[must_use]
    pub const fn new(people: u32) -> Self {
        Self(people)
    }

    /// The number of people.
    #[must_use]
    pub const fn people(self) -> u32 {
        self.0
    }
}
