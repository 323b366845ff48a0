//! Texts longer than a spreadsheet's cell.
//!
//! A cell of a workbook holds 32,767 UTF-16 units. A longer text (a whole 別表 in one clause) keeps its beginning and a mark in its cell;
//! its whole text stands in parts on a sheet of its own, so that nothing is lost and the officer sees it.

use serde::{Deserialize, Serialize};

use crate::writing::cell::Cell;
use crate::writing::column::Column;
use crate::writing::table::{Table, TableError};

/// The most UTF-16 units that a cell of a workbook holds.
pub const CELL_LIMIT: usize = 32_767;

/// Name of the sheet that holds the whole text of the cells that were too long.
pub const LONG_TEXT_SHEET: &str = "長い本文";

/// A cell whose text did not fit; its whole text stands on the sheet [`LONG_TEXT_SHEET`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LongText {
    /// Sheet of the cell.
    pub sheet: String,
    /// Row of the cell as the spreadsheet shows it.
    pub row: u32,
    /// Header of its column.
    pub header: String,
    /// UTF-16 units of the whole text.
    pub length: usize,
}

/// What closes the beginning of a text in its own cell.
const MARK: &str = "〔セルに入りきらないため、全文は「長い本文」シートにあります〕";

/// The text for the cell itself, or nothing where the text fits as it is.
pub(super) fn beginning(text: &str) -> Option<String> {
    if fits(text) {
        return None;
    }
    let room = CELL_LIMIT - MARK.encode_utf16().count();
    let first = parts(text, room).into_iter().next().unwrap_or_default();
    Some(format!("{first}{MARK}"))
}

/// The sheet with the whole texts, or nothing where every text fits.
pub(super) fn sheet(long: &[(LongText, &str)]) -> Result<Option<Table>, TableError> {
    if long.is_empty() {
        return Ok(None);
    }
    let columns = vec![
        Column::text("シート"),
        Column::plain_number("行"),
        Column::text("列"),
        Column::plain_number("分割番号"),
        Column::text("本文"),
    ];
    let rows = long.iter().flat_map(|(place, text)| {
        (1_u32..).zip(parts(text, CELL_LIMIT)).map(|(number, part)| {
            vec![
                place.sheet.as_str().into(),
                place.row.into(),
                place.header.as_str().into(),
                number.into(),
                Cell::from(part),
            ]
        })
    });
    Table::new(LONG_TEXT_SHEET, columns, rows.collect()).map(Some)
}

/// Whether the text fits a cell. Most texts are short: their bytes tell it without counting.
pub(super) fn fits(text: &str) -> bool {
    text.len() <= CELL_LIMIT || text.encode_utf16().count() <= CELL_LIMIT
}

/// Cuts a text into parts of at most `most` UTF-16 units.
fn parts(text: &str, most: usize) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut length = 0;
    for character in text.chars() {
        if length + character.len_utf16() > most {
            parts.push(std::mem::take(&mut part));
            length = 0;
        }
        part.push(character);
        length += character.len_utf16();
    }
    parts.push(part);
    parts
}
