//! Sets of senses (語の組): cheap questions about a sentence, and the groups of grammar.toml that the engine asks for by name.
//!
//! Takes [`Sense`]s, gives [`Senses`], a set of three machine words.

#![allow(clippy::unreadable_literal, reason = "groups are written by the build as numbers")]

use super::names::Sense;

include!(concat!(env!("OUT_DIR"), "/regulations_groups.rs"));

/// A set of senses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Senses {
    low: u64,
    middle: u64,
    high: u64,
}

impl Senses {
    /// The set whose members are the bits of three machine words.
    #[must_use]
    pub const fn bits(low: u64, middle: u64, high: u64) -> Self {
        Self { low, middle, high }
    }

    /// The set of this one alone.
    #[must_use]
    pub const fn only(sense: Sense) -> Self {
        let mut set = Self { low: 0, middle: 0, high: 0 };
        set.insert(sense);
        set
    }

    /// Adds one.
    #[inline]
    pub const fn insert(&mut self, sense: Sense) {
        let (word, bit) = place(sense);
        match word {
            0 => self.low |= bit,
            1 => self.middle |= bit,
            _ => self.high |= bit,
        }
    }

    /// Whether it holds this one.
    #[must_use]
    #[inline]
    pub const fn has(self, sense: Sense) -> bool {
        let (word, bit) = place(sense);
        let members = match word {
            0 => self.low,
            1 => self.middle,
            _ => self.high,
        };
        members & bit != 0
    }

    /// Whether the two share one.
    #[must_use]
    #[inline]
    pub const fn meets(self, other: Self) -> bool {
        self.low & other.low | self.middle & other.middle | self.high & other.high != 0
    }

    /// Whether it holds none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.low | self.middle | self.high == 0
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { low: self.low | other.low, middle: self.middle | other.middle, high: self.high | other.high }
    }
}

/// The machine word of a sense, and its bit there.
#[inline]
const fn place(sense: Sense) -> (u32, u64) {
    let place = sense as u32;
    (place / u64::BITS, 1 << (place % u64::BITS))
}
