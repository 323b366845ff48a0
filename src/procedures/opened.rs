//! [`OpenedList`]: a town's list as it was opened or pasted, with the guess of how each sheet is read.
//!
//! Takes the bytes of any table file or pasted text; gives sheets with layouts that the officer can change, and the
//! entries that follow, in portions where a list is long. Serialisable, because the work file carries the list.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::choices::Choices;
use super::layout::{self, Layout};
use super::list::{self, ListedName};
use crate::reading::charset::Charset;
use crate::reading::note::Note;
use crate::reading::progress::unwatched;
use crate::reading::table::{Options, Sheet, open};

/// A sheet of the list and how it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenedSheet {
    /// As opened.
    pub sheet: Arc<Sheet>,
    /// As guessed, or as the officer changed it.
    pub layout: Layout,
    /// Whether it is read.
    pub used: bool,
}

/// A list with everything that its entries rest on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OpenedList {
    /// File name, or what the officer calls a pasted list.
    pub name: String,
    /// Character set of a CSV file, as guessed or chosen; `None` for workbooks and pasted text.
    pub charset: Option<Charset>,
    /// Its sheets; empty when it could not be opened.
    pub sheets: Vec<OpenedSheet>,
    /// What was not read.
    pub notes: Vec<Note>,
}

/// Some entries of a long list, as they become ready.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Portion {
    /// The entries, following those of the portion before.
    pub entries: Vec<Arc<ListedName>>,
    /// Rows that were read so far.
    pub done: usize,
    /// Rows of all sheets that are read.
    pub total: usize,
}

/// Entries of one portion: some milliseconds of work.
const PORTION: usize = 500;

impl OpenedList {
    /// Opens a table file; `charset` goes before the guess for CSV.
    #[must_use]
    pub fn of_file(name: &str, bytes: &[u8], charset: Option<Charset>) -> Self {
        let options = Options { charset, ..Options::default() };
        let table = open(name, bytes, &options, &mut unwatched);
        let charset = table.charset.map(|guess| guess.charset);
        let list = Self { name: name.to_owned(), charset, sheets: Vec::new(), notes: table.notes };
        list.with(table.sheets)
    }

    /// Takes pasted text.
    #[must_use]
    pub fn of_text(name: &str, text: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }.with(vec![list::sheet_of_text(text)])
    }

    /// The names in the order of sheets and rows, with what they are.
    #[must_use]
    pub fn read(&self, choices: &Choices) -> Vec<Arc<ListedName>> {
        let mut all = Vec::new();
        self.read_in_portions(choices, &mut |portion| all.extend(portion.entries));
        all
    }

    /// As [`OpenedList::read`], handing the entries over in portions.
    pub fn read_in_portions(&self, choices: &Choices, take: &mut dyn FnMut(Portion)) {
        let used = || self.sheets.iter().filter(|opened| opened.used);
        let total = used().map(|opened| opened.sheet.rows.len()).sum();
        let mut above = 0;
        for OpenedSheet { sheet, layout, .. } in used() {
            let mut entries = list::entries(sheet, layout, choices).map(Arc::new);
            loop {
                let portion: Vec<Arc<ListedName>> = entries.by_ref().take(PORTION).collect();
                let Some(last) = portion.last() else { break };
                let within = sheet.rows.partition_point(|row| row.number <= last.input.row);
                take(Portion { done: above + within, total, entries: portion });
            }
            above += sheet.rows.len();
        }
    }

    /// Rows with content in all sheets.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.sheets.iter().map(|opened| opened.sheet.rows.len()).sum()
    }

    /// Visible sheets that name one of the 31 are read; where none does, the first visible one.
    fn with(mut self, sheets: Vec<Sheet>) -> Self {
        let opened = |sheet: Sheet| {
            let layout = layout::guess(&sheet);
            let used = !sheet.hidden && list::concerns(&sheet, &layout);
            OpenedSheet { sheet: Arc::new(sheet), layout, used }
        };
        self.sheets = sheets.into_iter().map(opened).collect();
        if !self.sheets.iter().any(|opened| opened.used)
            && let Some(first) = self.sheets.iter_mut().find(|opened| !opened.sheet.hidden)
        {
            first.used = true;
        }
        self
    }
}
