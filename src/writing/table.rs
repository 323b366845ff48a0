//! [`Table`]: one sheet that a machine can read.
//!
//! Takes a sheet name, columns and rows of typed cells; gives a table, or says which rule is broken and where. The rules are the state's
//! 統計表における機械判読可能なデータの表記方法 as far as a program can keep them: what is not a rule of form (同上 in a file that an office sent) is not refused.

use crate::writing::cell::Cell;
use crate::writing::column::{Column, Kind};

/// A table that keeps the rules; it cannot be changed after it was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    sheet: String,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

/// The rule that a table breaks. Rows count as the spreadsheet shows them: the header is row 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// A sheet name of 1–31 UTF-16 units without `[ ] : * ? / \` and without `'` at its ends is needed.
    #[error("sheet name not allowed: {0:?}")]
    SheetName(String),
    /// A table needs a column.
    #[error("no columns")]
    NoColumns,
    /// A sheet holds 16,384 columns and 1,048,576 rows, the header included.
    #[error("{rows} rows and {columns} columns do not fit a sheet")]
    TooLarge {
        /// Rows, the header included.
        rows: usize,
        /// Columns.
        columns: usize,
    },
    /// A header is empty, has blanks at its ends or a line break.
    #[error("header of column {column} not allowed: {header:?}")]
    Header {
        /// 1-based.
        column: usize,
        /// As given.
        header: String,
    },
    /// Two columns have the same header.
    #[error("two columns are headed {0:?}")]
    SameHeader(String),
    /// A number column names a unit column that does not exist or does not hold text.
    #[error("column {header:?} names {unit_column:?}, which is no text column, for its unit")]
    UnitColumn {
        /// The number column.
        header: String,
        /// What it names.
        unit_column: String,
    },
    /// A row has more or fewer cells than there are columns.
    #[error("row {row} has {cells} cells for {columns} columns")]
    CellCount {
        /// Row.
        row: usize,
        /// Cells given.
        cells: usize,
        /// Columns of the table.
        columns: usize,
    },
    /// A cell is of another kind than its column.
    #[error("row {row}: the cell under {header:?} is not of its kind")]
    CellKind {
        /// Row.
        row: usize,
        /// Column.
        header: String,
    },
    /// A number stands without its unit.
    #[error("row {row}: the number under {header:?} has no unit")]
    NoUnit {
        /// Row.
        row: usize,
        /// Column.
        header: String,
    },
    /// A number has more than the 15 digits that a spreadsheet keeps.
    #[error("row {row}: the number under {header:?} has more than 15 digits")]
    TooManyDigits {
        /// Row.
        row: usize,
        /// Column.
        header: String,
    },
}

/// A spreadsheet keeps 15 significant digits of a number.
const MOST_DIGITS: u64 = 999_999_999_999_999;
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;

impl Table {
    /// Builds a table from its sheet's name, its columns and its rows.
    ///
    /// # Errors
    /// The first rule that is broken, with its place.
    pub fn new(sheet: &str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Result<Self, TableError> {
        if !is_sheet_name(sheet) {
            return Err(TableError::SheetName(sheet.to_owned()));
        }
        if columns.is_empty() {
            return Err(TableError::NoColumns);
        }
        if rows.len() >= MOST_ROWS || columns.len() > MOST_COLUMNS {
            return Err(TableError::TooLarge { rows: rows.len() + 1, columns: columns.len() });
        }
        check_headers(&columns)?;
        let units = unit_places(&columns)?;
        for (index, row) in rows.iter().enumerate() {
            check_row(index + 2, row, &columns, &units)?;
        }
        Ok(Self { sheet: sheet.to_owned(), columns, rows })
    }

    /// The sheet's name.
    #[must_use]
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// The columns from left to right.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The rows below the header.
    #[must_use]
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }
}

fn is_sheet_name(name: &str) -> bool {
    let length = name.encode_utf16().count();
    (1..=31).contains(&length)
        && !name.contains(|character: char| "[]:*?/\\".contains(character) || character.is_control())
        && !name.starts_with('\'')
        && !name.ends_with('\'')
}

fn check_headers(columns: &[Column]) -> Result<(), TableError> {
    let mut seen = std::collections::BTreeSet::new();
    for (index, column) in columns.iter().enumerate() {
        let header = column.header();
        if header.is_empty() || header.trim() != header || header.contains(char::is_control) {
            return Err(TableError::Header { column: index + 1, header: header.to_owned() });
        }
        if !seen.insert(header) {
            return Err(TableError::SameHeader(header.to_owned()));
        }
    }
    Ok(())
}

/// For each column the index of the column with its unit.
fn unit_places(columns: &[Column]) -> Result<Vec<Option<usize>>, TableError> {
    let place = |column: &Column| match column.unit_column() {
        None => Ok(None),
        Some(name) => {
            columns.iter().position(|other| other.header() == name && other.kind() == Kind::Text).map(Some).ok_or_else(
                || TableError::UnitColumn { header: column.header().to_owned(), unit_column: name.to_owned() },
            )
        }
    };
    columns.iter().map(place).collect()
}

fn check_row(row: usize, cells: &[Cell], columns: &[Column], units: &[Option<usize>]) -> Result<(), TableError> {
    if cells.len() != columns.len() {
        return Err(TableError::CellCount { row, cells: cells.len(), columns: columns.len() });
    }
    for ((cell, column), unit) in cells.iter().zip(columns).zip(units) {
        let header = || column.header().to_owned();
        let digits = match cell {
            Cell::Empty => continue,
            Cell::Integer(number) => number.unsigned_abs(),
            Cell::Decimal(number) => number.coefficient().unsigned_abs(),
            Cell::Text(_) | Cell::Date(_) => 0,
        };
        if !matches!(
            (cell, column.kind()),
            (Cell::Text(_), Kind::Text)
                | (Cell::Integer(_) | Cell::Decimal(_), Kind::Number)
                | (Cell::Date(_), Kind::Date)
        ) {
            return Err(TableError::CellKind { row, header: header() });
        }
        if digits > MOST_DIGITS {
            return Err(TableError::TooManyDigits { row, header: header() });
        }
        if unit.is_some_and(|place| !matches!(cells.get(place), Some(Cell::Text(_)))) {
            return Err(TableError::NoUnit { row, header: header() });
        }
    }
    Ok(())
}
