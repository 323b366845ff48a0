//! [`KeptList`]: what the page keeps of an opened list: enough to show how it is read, and its sheets as text that is
//! only stored, so that a list of many thousand rows costs the page nothing.
//!
//! Made from an [`OpenedList`]; gives it back for reading anew, and the part of the work file, which holds only the
//! sheets that are read: what the officer left out does not travel with the file.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Error;
use serde_json::value::RawValue;

use super::layout::{ColumnPreview, Layout, previews};
use super::opened::{OpenedList, OpenedSheet};
use crate::reading::charset::Charset;
use crate::reading::note::Note;

/// A list as the page keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct KeptList {
    /// File name, or what the officer calls a pasted list.
    pub name: String,
    /// Character set of a CSV file.
    pub charset: Option<Charset>,
    /// What was not read.
    pub notes: Vec<Note>,
    /// Its sheets; empty when it could not be opened.
    pub sheets: Vec<KeptSheet>,
}

/// A sheet as the page keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptSheet {
    /// Its name, for workbooks.
    pub name: Option<Arc<str>>,
    /// Rows with content.
    pub rows: usize,
    /// Whether it is read.
    pub used: bool,
    /// How it is read.
    pub layout: Layout,
    /// Rows that could be the header: number and the first words.
    pub headers: Vec<(u32, String)>,
    /// The columns with header and first cells.
    pub columns: Vec<ColumnPreview>,
    /// The [`OpenedSheet`] as JSON text.
    pub text: Arc<str>,
}

/// A change of how one sheet is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Its place among the sheets.
    pub sheet: usize,
    /// Whether it is read now.
    pub used: bool,
    /// How it is read now.
    pub layout: Layout,
}

/// Rows among which the header is chosen.
const HEADERS: usize = 20;
/// Letters by which such a row is told.
const SHOWN: usize = 24;

impl KeptList {
    /// Keeps a list.
    ///
    /// # Errors
    /// None in practice: everything in it is plain data.
    pub fn new(list: &OpenedList) -> Result<Self, Error> {
        let sheets = list.sheets.iter().map(KeptSheet::new).collect::<Result<_, _>>()?;
        Ok(Self { name: list.name.clone(), charset: list.charset, notes: list.notes.clone(), sheets })
    }

    /// Rows with content in all sheets.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.rows).sum()
    }

    /// The whole list, serialised as an [`OpenedList`].
    ///
    /// # Errors
    /// A kept text that is no JSON.
    pub fn whole(&self) -> Result<AsOpened<'_>, Error> {
        self.laid(|_| true)
    }

    /// As [`KeptList::whole`], with the sheets that are read: the part of the work file.
    ///
    /// # Errors
    /// A kept text that is no JSON.
    pub fn used(&self) -> Result<AsOpened<'_>, Error> {
        self.laid(|sheet| sheet.used)
    }

    fn laid(&self, wanted: impl Fn(&KeptSheet) -> bool) -> Result<AsOpened<'_>, Error> {
        let wanted = self.sheets.iter().filter(|sheet| wanted(sheet));
        let sheets = wanted.map(|sheet| serde_json::from_str(&sheet.text)).collect::<Result<_, _>>()?;
        Ok(AsOpened { name: &self.name, charset: self.charset, sheets, notes: &self.notes })
    }
}

/// A kept list that is serialised as an [`OpenedList`], its sheets as they were kept.
#[derive(Debug, Serialize)]
pub struct AsOpened<'a> {
    name: &'a str,
    charset: Option<Charset>,
    sheets: Vec<&'a RawValue>,
    notes: &'a [Note],
}

impl KeptSheet {
    fn new(opened: &OpenedSheet) -> Result<Self, Error> {
        let sheet = &opened.sheet;
        let told = |cells: &[String]| {
            let cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
            cells.join("、").chars().take(SHOWN).collect()
        };
        Ok(Self {
            name: sheet.name.clone(),
            rows: sheet.rows.len(),
            used: opened.used,
            layout: opened.layout.clone(),
            headers: sheet.rows.iter().take(HEADERS).map(|row| (row.number, told(&row.cells))).collect(),
            columns: previews(sheet, &opened.layout),
            text: serde_json::to_string(opened)?.into(),
        })
    }
}

impl OpenedList {
    /// Changes how a sheet is read.
    pub fn apply(&mut self, change: Change) {
        if let Some(sheet) = self.sheets.get_mut(change.sheet) {
            (sheet.used, sheet.layout) = (change.used, change.layout);
        }
    }
}
