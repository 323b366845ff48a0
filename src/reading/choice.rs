//! What the officer chose for files and sheets; what is not chosen is guessed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::charset::Charset;
use super::table::{Header, Role, Sheet};

/// A file as it was dropped, picked or pasted.
#[derive(Debug, Clone, Copy)]
pub struct GivenFile<'a> {
    /// Its name, with its path where a folder was dropped.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// What the officer chose for a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SheetChoice {
    /// Name of the sheet; `None` for CSV.
    #[serde(default)]
    pub sheet: Option<String>,
    /// Whether the sheet is read; by default visible sheets that have a column for the text.
    #[serde(default)]
    pub used: Option<bool>,
    /// Row number of the header; 0 when the list has none.
    #[serde(default)]
    pub header_row: Option<u32>,
    /// Role of each column from A on.
    #[serde(default)]
    pub columns: Option<Vec<Role>>,
}

/// What the officer chose for a file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FileChoice {
    /// Character set of CSV and text.
    #[serde(default)]
    pub charset: Option<Charset>,
    /// Delimiter of CSV, an ASCII character.
    #[serde(default)]
    pub delimiter: Option<u8>,
    /// Whether text is read as a table (or not), where the page cannot be sure.
    #[serde(default)]
    pub as_table: Option<bool>,
    /// Choices for sheets.
    #[serde(default)]
    pub sheets: Vec<SheetChoice>,
}

/// Choices by file name, with the path inside a ZIP or folder.
pub type Choices = BTreeMap<String, FileChoice>;

/// How a sheet will be read: by the officer's choice, else by the guess.
pub(super) struct Plan {
    /// Whether the sheet is read at all.
    pub wanted: bool,
    /// Where its header stands and what its columns hold.
    pub header: Header,
}

impl Plan {
    pub fn new(sheet: &Sheet, choice: &FileChoice) -> Self {
        let choice = choice.sheets.iter().find(|choice| choice.sheet.as_deref() == sheet.name.as_deref());
        let mut header = match choice.and_then(|choice| choice.header_row) {
            Some(row) => sheet.header_at((row > 0).then_some(row)),
            None => sheet.header(),
        };
        if let Some(columns) = choice.and_then(|choice| choice.columns.clone()) {
            header.columns = columns;
        }
        let wanted = choice.and_then(|choice| choice.used).unwrap_or(!sheet.hidden);
        Self { wanted, header }
    }

    pub fn has_text(&self) -> bool {
        self.header.column(Role::Text).is_some()
    }
}
