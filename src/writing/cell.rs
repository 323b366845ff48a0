//! [`Cell`]: one datum, typed.

use std::fmt;
use std::sync::Arc;

use crate::date::Date;

/// An exact decimal number: `coefficient` ÷ 10^`places` (39.8 is 398 with one place).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    coefficient: i64,
    places: u8,
}

impl Decimal {
    /// The number `coefficient` ÷ 10^`places`; at most 15 places.
    #[must_use]
    pub const fn new(coefficient: i64, places: u8) -> Option<Self> {
        if places > 15 {
            return None;
        }
        Some(Self { coefficient, places })
    }

    /// The digits without the point; they decide whether a spreadsheet can hold the number exactly.
    #[must_use]
    pub const fn coefficient(self) -> i64 {
        self.coefficient
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.places == 0 {
            return write!(formatter, "{}", self.coefficient);
        }
        let places = usize::from(self.places);
        let unit = 10_u64.pow(u32::from(self.places));
        let magnitude = self.coefficient.unsigned_abs();
        let sign = if self.coefficient < 0 { "-" } else { "" };
        write!(formatter, "{sign}{}.{:0places$}", magnitude / unit, magnitude % unit)
    }
}

/// One datum of a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Cell {
    /// Nothing known or not applicable.
    #[default]
    Empty,
    /// Text; shared, because names and titles repeat over many rows.
    Text(Arc<str>),
    /// A whole number.
    Integer(i64),
    /// An exact decimal number.
    Decimal(Decimal),
    /// A day; written as ISO 8601 in CSV and as a date in workbooks.
    Date(Date),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.into()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.into()) }
    }
}

impl From<&Arc<str>> for Cell {
    fn from(text: &Arc<str>) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(Arc::clone(text)) }
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Integer(i64::from(number))
    }
}

impl From<Decimal> for Cell {
    fn from(number: Decimal) -> Self {
        Self::Decimal(number)
    }
}

impl From<Date> for Cell {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}
