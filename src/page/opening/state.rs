//! The files that were opened and not read yet, what was seen in them and what the officer chose.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::api::border::Bytes;
use crate::page::store::{Shared, Store};
use crate::reading::note::Severity;
use crate::reading::table::Role;
use crate::reading::{FileChoice, Inspection, SheetView};

thread_local! {
    static OPENING: Store<Opening> = const { Store::new(Opening::NONE) };
}

/// The store of the opened files.
pub fn store() -> Shared<Opening> {
    Shared(&OPENING)
}

/// What is known of a file.
#[derive(Debug, Clone)]
pub enum Look {
    /// The worker has not looked at it yet.
    Waiting,
    /// What it is and how it would be read.
    Seen(Rc<Inspection>),
    /// It could not be opened or looked at; why, with the next step.
    Failed(String),
}

/// What the officer should do with a file before it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Wait.
    Waiting,
    /// Nothing: everything was recognised.
    Certain,
    /// Check the preview.
    Doubtful,
    /// Take the next step that the message names; the file is not read.
    Unreadable,
}

/// One opened file or pasted text.
#[derive(Debug, Clone)]
pub struct OpenedFile {
    /// Never given twice.
    pub id: u32,
    /// Raised by every change, so that a card knows whether it is up to date.
    pub revision: u32,
    /// Its name, unique among the opened files, with its path where a folder was dropped.
    pub name: String,
    /// Its bytes, outside the memory of the core.
    pub bytes: Bytes,
    /// What the officer chose.
    pub choice: FileChoice,
    /// What is known of it.
    pub look: Look,
}

impl OpenedFile {
    /// What was seen, if it could be looked at.
    pub fn inspection(&self) -> Option<&Inspection> {
        match &self.look {
            Look::Seen(inspection) => Some(inspection),
            Look::Waiting | Look::Failed(_) => None,
        }
    }

    /// What the officer should do.
    pub fn verdict(&self) -> Verdict {
        match &self.look {
            Look::Waiting => Verdict::Waiting,
            Look::Failed(_) => Verdict::Unreadable,
            Look::Seen(inspection) => judge(inspection),
        }
    }
}

fn judge(inspection: &Inspection) -> Verdict {
    if !inspection.holds_something() {
        return Verdict::Unreadable;
    }
    let undecodable = inspection.charset.as_ref().is_some_and(|charset| charset.undecodable > 0);
    let no_list = inspection.is_table && !inspection.sheets.iter().any(will_be_read);
    let noted = inspection.notes.iter().any(|note| note.reason.severity() < Severity::Information);
    if undecodable || no_list || noted { Verdict::Doubtful } else { Verdict::Certain }
}

/// Whether clauses will come from a sheet.
pub fn will_be_read(sheet: &SheetView) -> bool {
    sheet.wanted && sheet.header.column(Role::Text).is_some()
}

/// All opened files.
#[derive(Debug, Default)]
pub struct Opening {
    /// In the order in which they came, which is that of their numbers.
    entries: Vec<OpenedFile>,
    names: BTreeSet<String>,
    /// What was taken out, an act a list: it is put back at once.
    removed: Vec<Vec<OpenedFile>>,
    /// Files that were given and are not fetched yet.
    arriving: usize,
    last: u32,
}

impl Opening {
    const NONE: Self = Self { entries: Vec::new(), names: BTreeSet::new(), removed: Vec::new(), arriving: 0, last: 0 };

    /// The files in the order in which they came.
    pub fn entries(&self) -> &[OpenedFile] {
        &self.entries
    }

    /// The file with this number.
    pub fn entry(&self, id: u32) -> Option<&OpenedFile> {
        self.entries.get(self.place(id)?)
    }

    /// The next file that nobody has looked at, from this number on, else the first.
    pub fn waiting_from(&self, id: u32) -> Option<&OpenedFile> {
        let (before, behind) = self.entries.split_at(self.entries.partition_point(|entry| entry.id < id));
        behind.iter().chain(before).find(|entry| matches!(entry.look, Look::Waiting))
    }

    /// What the act that is undone next took out.
    pub fn last_removed(&self) -> &[OpenedFile] {
        self.removed.last().map_or(&[], Vec::as_slice)
    }

    /// Files that were given and are not fetched yet.
    pub const fn arriving(&self) -> usize {
        self.arriving
    }

    /// Says how many files are to come.
    pub const fn expect(&mut self, files: usize) {
        self.arriving += files;
    }

    /// One that was to come does not: it is taken otherwise.
    pub const fn expect_one_less(&mut self) {
        self.arriving = self.arriving.saturating_sub(1);
    }

    /// Adds a file under a name of its own.
    pub fn add(&mut self, name: &str, bytes: Bytes, look: Look) {
        self.last += 1;
        let name = self.free_name(name);
        self.names.insert(name.clone());
        let choice = FileChoice::default();
        self.entries.push(OpenedFile { id: self.last, revision: 0, name, bytes, choice, look });
    }

    /// Changes a file.
    pub fn change(&mut self, id: u32, change: impl FnOnce(&mut OpenedFile)) {
        if let Some(entry) = self.place(id).and_then(|place| self.entries.get_mut(place)) {
            change(entry);
            entry.revision += 1;
        }
    }

    /// Takes a file out.
    pub fn remove(&mut self, id: u32) {
        if let Some(place) = self.place(id) {
            let entry = self.entries.remove(place);
            self.names.remove(&entry.name);
            self.removed.push(vec![entry]);
        }
    }

    /// Hands a file on to where it belongs: it is not put back.
    pub fn hand_on(&mut self, id: u32) {
        if let Some(place) = self.place(id) {
            self.names.remove(&self.entries.remove(place).name);
        }
    }

    /// Takes all files out.
    pub fn remove_all(&mut self) {
        self.names.clear();
        self.removed.push(std::mem::take(&mut self.entries));
    }

    /// Puts back what the last act took out.
    pub fn undo(&mut self) {
        for mut entry in self.removed.pop().unwrap_or_default() {
            entry.name = self.free_name(&entry.name);
            self.names.insert(entry.name.clone());
            let place = self.entries.partition_point(|other| other.id < entry.id);
            self.entries.insert(place, entry);
        }
    }

    /// Takes all files out, as they were read.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.names.clear();
        self.removed.clear();
    }

    fn place(&self, id: u32) -> Option<usize> {
        self.entries.binary_search_by_key(&id, |entry| entry.id).ok()
    }

    /// `name`, or `name (2)` where the name is taken.
    fn free_name(&self, name: &str) -> String {
        let taken = |name: &str| self.names.contains(name);
        if !taken(name) {
            return name.to_owned();
        }
        let (stem, extension) = name.rsplit_once('.').map_or((name, None), |(stem, end)| (stem, Some(end)));
        let numbered = |number: usize| match extension {
            Some(extension) => format!("{stem} ({number}).{extension}"),
            None => format!("{stem} ({number})"),
        };
        // Among one name more than there are files, one is free.
        (2..self.entries.len() + 3).map(numbered).find(|name| !taken(name)).unwrap_or_default()
    }
}
