//! [`Cells`]: the cells of one sheet with their marks.

use crate::reading::table::{Marks, Row, Sheet, Struck, column_letters};

/// `I5` for row 5 and column 8.
#[must_use]
pub fn cell_name(row: u32, column: usize) -> String {
    format!("{}{row}", column_letters(column))
}

/// What stands in a cell.
pub(super) struct Cell<'a> {
    pub typed: &'a str,
    /// The words that are not struck, where some are.
    pub kept: Option<&'a str>,
    /// All words are struck.
    pub struck: bool,
    /// It lies below the first row of a merged area.
    pub merged: bool,
    /// A date shown without its year.
    pub yearless: bool,
}

/// The cells of one sheet.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    pub sheet: &'a Sheet,
    pub marks: &'a Marks,
}

impl<'a> Cells<'a> {
    /// The name of the sheet; empty for CSV.
    pub fn name(&self) -> String {
        self.sheet.name.as_deref().unwrap_or_default().to_owned()
    }

    pub fn rows(&self) -> &'a [Row] {
        &self.sheet.rows
    }

    pub fn cell(&self, row: &'a Row, column: usize) -> Cell<'a> {
        let place = (row.number, column);
        let struck = self.marks.struck.get(&place);
        Cell {
            typed: row.cell(column),
            kept: struck.and_then(|struck| match struck {
                Struck::Partly(kept) => Some(kept.as_str()),
                Struck::Whole => None,
            }),
            struck: struck == Some(&Struck::Whole),
            merged: self.marks.merged_from(place).is_some(),
            yearless: self.marks.yearless.contains(&place),
        }
    }

    /// What was typed into the cell itself: nothing below the first row of a merged area.
    pub fn own(&self, row: &'a Row, column: usize) -> &'a str {
        if self.marks.merged_from((row.number, column)).is_some() { "" } else { row.cell(column) }
    }
}
