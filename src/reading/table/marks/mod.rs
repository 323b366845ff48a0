//! [`Marks`]: what a table shows beside its values: merged areas, hidden rows, comments, fills, struck words.
//!
//! Takes the same bytes as [`super::open`] and gives the marks of each sheet in the same order. They answer nothing by
//! themselves; whoever reads a filled sheet must know of them, so that a colour or a struck word is neither taken for
//! an answer nor lost. A file without marks (CSV) and one that cannot be opened give none.

mod ods;
mod xls;
mod xlsx;

use std::collections::{BTreeMap, BTreeSet};

use super::super::detect::{Kind, detect};
use super::super::limits::Limits;

/// Marks that one sheet may have of a kind; beyond them only values are read.
const MOST: usize = 200_000;

/// A cell: row (1-based) and column (0-based).
pub type Place = (u32, usize);

/// An area of merged cells; the upper left one holds the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// First row, 1-based.
    pub first_row: u32,
    /// Last row.
    pub last_row: u32,
    /// First column, 0-based.
    pub first_column: usize,
    /// Last column.
    pub last_column: usize,
}

/// A cell with struck words (取消線).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Struck {
    /// All of them.
    Whole,
    /// Some; the words that are not struck.
    Partly(String),
}

/// The marks of one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    /// Merged areas.
    pub merged: Vec<Area>,
    /// Rows hidden by hand or by a filter.
    pub hidden_rows: BTreeSet<u32>,
    /// Comments with their text.
    pub comments: BTreeMap<Place, String>,
    /// Cells with a colour of their own that is not white, by the file's name for it.
    pub fills: BTreeMap<Place, String>,
    /// Cells with struck words.
    pub struck: BTreeMap<Place, Struck>,
    /// Dates that are shown without their year.
    pub yearless: BTreeSet<Place>,
}

impl Marks {
    /// The first row of the merged area in which a cell lies below the first row.
    #[must_use]
    pub fn merged_from(&self, (row, column): Place) -> Option<u32> {
        let inside = |area: &&Area| {
            (area.first_row..=area.last_row).contains(&row) && (area.first_column..=area.last_column).contains(&column)
        };
        self.merged.iter().find(inside).map(|area| area.first_row).filter(|first| *first < row)
    }
}

/// The marks of each sheet in the order of the file.
#[must_use]
pub fn marks(name: &str, bytes: &[u8], limits: &Limits) -> Vec<Marks> {
    match detect(name, bytes) {
        Kind::Xlsx => xlsx::read(bytes, limits).unwrap_or_default(),
        Kind::Ods => ods::read(bytes, limits).unwrap_or_default(),
        Kind::Xls => xls::read(bytes, limits).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// What a style says about a cell.
#[derive(Debug, Clone, Default)]
struct Look {
    struck: bool,
    fill: Option<String>,
    yearless: bool,
}

impl Look {
    fn mark(&self, place: Place, marks: &mut Marks) {
        if let Some(fill) = self.fill.clone().filter(|_| marks.fills.len() < MOST) {
            marks.fills.insert(place, fill);
        }
        if self.struck && marks.struck.len() < MOST {
            marks.struck.insert(place, Struck::Whole);
        }
        if self.yearless && marks.yearless.len() < MOST {
            marks.yearless.insert(place);
        }
    }
}

/// Words of one cell, those that are struck apart from the others.
#[derive(Debug, Clone, Default)]
struct Runs {
    struck: String,
    kept: String,
}

impl Runs {
    fn add(&mut self, text: &str, struck: bool) {
        if struck { &mut self.struck } else { &mut self.kept }.push_str(text);
    }

    /// The mark, where some words are struck.
    fn mark(self) -> Option<Struck> {
        if self.struck.trim().is_empty() {
            None
        } else if self.kept.trim().is_empty() {
            Some(Struck::Whole)
        } else {
            Some(Struck::Partly(self.kept))
        }
    }
}

/// Whether a format code shows a day or month without its year.
fn shows_no_year(code: &str) -> bool {
    let lower = code.to_lowercase();
    let bare: String = lower.split('"').step_by(2).collect();
    bare.contains(['m', 'd']) && !bare.contains(['y', 'e', 'g', 'h', 's', '0', '#']) && !bare.contains("general")
}
