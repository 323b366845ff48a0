//! Sets of senses (語の組): cheap questions about a sentence.
//!
//! Takes [`Sense`]s, gives [`Senses`], a set of two machine words.

use super::sense::Sense;

/// A set of senses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Senses {
    low: u128,
    high: u128,
}

impl Senses {
    /// The set of these senses.
    #[must_use]
    pub const fn of(senses: &[Sense]) -> Self {
        let mut set = Self { low: 0, high: 0 };
        let mut rest = senses;
        while let [first, others @ ..] = rest {
            set = set.with(*first);
            rest = others;
        }
        set
    }

    /// The set whose members are the bits of two machine words.
    #[must_use]
    pub const fn halves(low: u128, high: u128) -> Self {
        Self { low, high }
    }

    /// The set with one more.
    #[must_use]
    pub const fn with(self, sense: Sense) -> Self {
        let place = sense as u32;
        if place < u128::BITS {
            Self { low: self.low | (1 << place), high: self.high }
        } else {
            Self { low: self.low, high: self.high | (1 << (place - u128::BITS)) }
        }
    }

    /// Adds one.
    pub const fn insert(&mut self, sense: Sense) {
        *self = self.with(sense);
    }

    /// Whether it holds this one.
    #[must_use]
    pub const fn has(self, sense: Sense) -> bool {
        self.meets(Self { low: 0, high: 0 }.with(sense))
    }

    /// Whether the two share one.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.low & other.low != 0 || self.high & other.high != 0
    }

    /// Whether it holds none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.low == 0 && self.high == 0
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { low: self.low | other.low, high: self.high | other.high }
    }
}
