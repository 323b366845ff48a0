//! [`Column`]: what stands in row 1, what kind of cells stand below it, and where their unit stands.

/// What the cells of a column hold, apart from empty ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Text, codes included: a code is not a number.
    Text,
    /// Whole or decimal numbers.
    Number,
    /// Days.
    Date,
}

/// A column: its header, the kind of its cells and, for numbers, the column that holds their unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    header: String,
    kind: Kind,
    unit: Option<String>,
}

impl Column {
    /// A column of text.
    #[must_use]
    pub fn text(header: &str) -> Self {
        Self { header: header.to_owned(), kind: Kind::Text, unit: None }
    }

    /// A column of days.
    #[must_use]
    pub fn date(header: &str) -> Self {
        Self { header: header.to_owned(), kind: Kind::Date, unit: None }
    }

    /// A column of numbers whose unit (円, 人) stands in the text column headed `unit_column` of the same row.
    #[must_use]
    pub fn number(header: &str, unit_column: &str) -> Self {
        Self { header: header.to_owned(), kind: Kind::Number, unit: Some(unit_column.to_owned()) }
    }

    /// A column of numbers that have no unit: row numbers, scores, factors.
    #[must_use]
    pub fn plain_number(header: &str) -> Self {
        Self { header: header.to_owned(), kind: Kind::Number, unit: None }
    }

    /// The text of row 1.
    #[must_use]
    pub fn header(&self) -> &str {
        &self.header
    }

    /// What the cells hold.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The header of the column that holds the unit of each number.
    #[must_use]
    pub fn unit_column(&self) -> Option<&str> {
        self.unit.as_deref()
    }
}
