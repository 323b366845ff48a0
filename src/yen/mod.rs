//! Exact money: whole yen and rational rates; every rounding is a function with the rule's name.
//!
//! Takes and gives whole yen ([`Yen`]), rates as fractions ([`Rate`]) and amounts before rounding ([`ExactYen`]).
//! [`notation`] writes them as the documents do.

mod exact;
pub mod notation;
mod rate;

use serde::{Deserialize, Serialize};

pub use exact::ExactYen;
pub use rate::Rate;

/// An amount of whole yen (円).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Yen(i64);

impl Yen {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// An amount of whole yen.
    #[must_use]
    pub const fn new(yen: i64) -> Self {
        Self(yen)
    }

    /// The number of yen.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// The sum, or nothing where it does not fit.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, or nothing where it does not fit.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// 千円未満切捨て: down to whole thousands.
    #[must_use]
    pub const fn floor_thousand(self) -> Self {
        Self(self.0.saturating_sub(self.0.rem_euclid(1_000)))
    }
}
