//! [`Rate`]: yen per person or a share of costs, as an exact fraction.

use std::fmt;

use serde::Serialize;

use crate::yen::notation;

/// A rate: 39.8円 per person is 398/10, half of the costs 1/2. Kept as the document writes it, not in lowest terms (10/10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Rate {
    numerator: u32,
    denominator: u32,
}

impl Rate {
    /// The rate `numerator` ÷ `denominator`, or nothing where the denominator is zero.
    #[must_use]
    pub const fn new(numerator: u32, denominator: u32) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        Some(Self { numerator, denominator })
    }

    /// A rate that the build script has checked in the tables of `data/`.
    pub(crate) const fn from_table(numerator: u32, denominator: u32) -> Self {
        Self { numerator, denominator }
    }

    /// What stands above the line.
    #[must_use]
    pub const fn numerator(self) -> u32 {
        self.numerator
    }

    /// What stands below the line; never zero.
    #[must_use]
    pub const fn denominator(self) -> u32 {
        self.denominator
    }

    /// Whether the whole of the costs is paid.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.numerator == self.denominator
    }
}

impl fmt::Display for Rate {
    /// A decimal where the denominator is a power of ten above one and the rate is no share (39.8), whole numbers with separators
    /// (1,000), otherwise a fraction (1/2, 10/10).
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (above, below) = (self.numerator, self.denominator);
        if below == 1 {
            return formatter.write_str(&notation::grouped(i64::from(above)));
        }
        let places = below.ilog10();
        if below == 10_u32.pow(places) && above != below {
            let width = usize::try_from(places).unwrap_or(0);
            let whole = notation::grouped(i64::from(above / below));
            return write!(formatter, "{whole}.{:0width$}", above % below);
        }
        write!(formatter, "{above}/{below}")
    }
}
