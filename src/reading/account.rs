//! The account of a reading: every file, sheet, row and line by what became of it. The numbers add up.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::charset::Charset;
use super::detect::Kind;
use super::note::Reason;
use super::ordinance::LineCount;

/// What became of all files.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Account {
    /// One entry for each file, members of archives included; an archive itself is one without clauses.
    pub files: Vec<FileAccount>,
}

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileAccount {
    /// Name, with the path inside a ZIP or folder.
    pub file: Arc<str>,
    /// What it is.
    pub kind: Kind,
    /// Character set by which it was read, for text and CSV.
    pub charset: Option<Charset>,
    /// Sheets of a workbook, the one table of a CSV, or the lines of JSON.
    pub sheets: Vec<SheetAccount>,
    /// Lines of a text.
    pub lines: Option<LineCount>,
    /// Clauses made from it.
    pub clauses: u32,
    /// Whether it was opened.
    pub read: bool,
}

/// What became of the rows of one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SheetAccount {
    /// Name; `None` for CSV and JSON lines.
    pub sheet: Option<Arc<str>>,
    /// Rows with content.
    pub rows: u32,
    /// Rows without content between and above them.
    pub blank: u32,
    /// The header and the title rows above it.
    pub above: u32,
    /// Rows that became clauses.
    pub clauses: u32,
    /// Rows of a sheet that was left out as a whole (hidden, not chosen, without a column for the text).
    pub left_out: u32,
    /// Rows that did not, each with its number and why.
    pub skipped: Vec<Skipped>,
}

/// A row that became no clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// Its number.
    pub row: u32,
    /// Why.
    pub reason: Reason,
}

impl SheetAccount {
    /// Rows = above + clauses + left out + skipped.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        let told = [self.above, self.clauses, self.left_out].map(u64::from).iter().sum::<u64>();
        u64::from(self.rows) == told + self.skipped.len() as u64
    }
}

impl Account {
    /// Clauses of all files.
    #[must_use]
    pub fn clauses(&self) -> u32 {
        self.files.iter().map(|file| file.clauses).sum()
    }

    /// Files that were opened.
    #[must_use]
    pub fn read(&self) -> usize {
        self.files.iter().filter(|file| file.read).count()
    }

    /// Whether every row is accounted for, and the clauses of the sheets are those of their file.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.files.iter().all(|file| {
            let of_sheets: u32 = file.sheets.iter().map(|sheet| sheet.clauses).sum();
            file.sheets.iter().all(SheetAccount::adds_up) && (file.sheets.is_empty() || of_sheets == file.clauses)
        })
    }
}
