//! The files that were opened and not read yet, what was seen in them and what the officer chose.

use std::rc::Rc;
use std::thread::LocalKey;

use js_sys::Uint8Array;

use crate::page::store::Store;
use crate::reading::note::Severity;
use crate::reading::table::Role;
use crate::reading::{FileChoice, Inspection, SheetView};

thread_local! {
    static OPENING: Store<Opening> = const { Store::new(Opening { entries: Vec::new(), removed: Vec::new(), last: 0 }) };
}

/// The store of the opened files.
pub fn store() -> &'static LocalKey<Store<Opening>> {
    &OPENING
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
pub struct Entry {
    /// Never given twice.
    pub id: u32,
    /// Raised by every change, so that a card knows whether it is up to date.
    pub revision: u32,
    /// Its name, unique among the opened files, with its path where a folder was dropped.
    pub name: String,
    /// Its bytes, outside the memory of the core.
    pub bytes: Uint8Array,
    /// What the officer chose.
    pub choice: FileChoice,
    /// What is known of it.
    pub look: Look,
}

impl Entry {
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
    entries: Vec<Entry>,
    removed: Vec<(usize, Entry)>,
    last: u32,
}

impl Opening {
    /// The files in the order in which they came.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The file with this number.
    pub fn entry(&self, id: u32) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The file that was taken out last.
    pub fn last_removed(&self) -> Option<&Entry> {
        self.removed.last().map(|(_, entry)| entry)
    }

    /// Adds a file under a name of its own.
    pub fn add(&mut self, name: &str, bytes: Uint8Array, look: Look) {
        self.last += 1;
        let name = self.free_name(name);
        let choice = FileChoice::default();
        self.entries.push(Entry { id: self.last, revision: 0, name, bytes, choice, look });
    }

    /// Changes a file.
    pub fn change(&mut self, id: u32, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.id == id) {
            change(entry);
            entry.revision += 1;
        }
    }

    /// Takes a file out.
    pub fn remove(&mut self, id: u32) {
        if let Some(place) = self.entries.iter().position(|entry| entry.id == id) {
            self.removed.push((place, self.entries.remove(place)));
        }
    }

    /// Takes all files out, the last one first.
    pub fn remove_all(&mut self) {
        while let Some(entry) = self.entries.pop() {
            self.removed.push((self.entries.len(), entry));
        }
    }

    /// Puts the file back that was taken out last.
    pub fn undo(&mut self) {
        if let Some((place, entry)) = self.removed.pop() {
            self.entries.insert(place.min(self.entries.len()), entry);
        }
    }

    /// Takes all files out, as they were read.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.removed.clear();
    }

    /// `name`, or `name (2)` where the name is taken.
    fn free_name(&self, name: &str) -> String {
        let taken = |name: &str| self.entries.iter().any(|entry| entry.name == name);
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
