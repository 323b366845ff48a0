//! The header row: found anywhere in the first 20 rows by its words, with titles above it and notes below the list.

use serde::{Deserialize, Serialize};

use super::columns::{self, Role};
use super::{Row, Sheet};

/// Rows with content in which the header is looked for.
const SEARCHED: usize = 20;
/// Rows below the header that the guess by content looks at.
const SAMPLED: usize = 30;

/// Where the header stands and what the columns hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Header {
    /// Row number of the header; `None` when the list has none and begins at once.
    pub row: Option<u32>,
    /// The role of each column from A on.
    pub columns: Vec<Role>,
}

impl Header {
    /// The 0-based column with a role.
    #[must_use]
    pub fn column(&self, role: Role) -> Option<usize> {
        self.columns.iter().position(|column| *column == role)
    }
}

/// Guesses the header of a sheet.
pub(super) fn guess(sheet: &Sheet) -> Header {
    let best = sheet
        .rows
        .iter()
        .take(SEARCHED)
        .map(|row| (columns::header_weight(&row.cells), row))
        .filter(|(weight, _)| *weight > 0)
        .max_by_key(|(weight, row)| (*weight, std::cmp::Reverse(row.number)));
    let found = best.filter(|(weight, row)| *weight >= 2 || is_alone_above(row, sheet)).map(|(_, row)| row);
    given(sheet, found.map(|row| row.number))
}

/// The columns when the officer names the header row (`None`: the list has no header).
pub(super) fn given(sheet: &Sheet, row: Option<u32>) -> Header {
    let cells = row
        .and_then(|number| sheet.rows.iter().find(|row| row.number == number))
        .map_or(&[][..], |row| row.cells.as_slice());
    let sample: Vec<&[String]> = sheet
        .rows
        .iter()
        .filter(|candidate| Some(candidate.number) > row)
        .take(SAMPLED)
        .map(|row| row.cells.as_slice())
        .collect();
    let width = sample.iter().map(|cells| cells.len()).max().unwrap_or(0).max(cells.len());
    Header { row, columns: columns::roles(cells, &sample, width) }
}

/// A single weak word counts as a header only in the first row with content.
fn is_alone_above(row: &Row, sheet: &Sheet) -> bool {
    sheet.rows.first().is_some_and(|first| first.number == row.number)
}
