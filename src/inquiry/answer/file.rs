//! One file and all files of answers.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::super::number::Number;
use super::super::sent::Sent;
use super::cells::Cells;
use super::row::Rows;
use super::table::{Columns, tables};
use super::{FileAnswers, conflict, notes};
use crate::reading::archive::Archive;
use crate::reading::detect::{Kind, detect};
use crate::reading::limits::Limits;
use crate::reading::note::Reason;
use crate::reading::progress::{Progress, Stage, Watch, unwatched};
use crate::reading::table::{self, Marks, Options, Table};
use crate::review::Fingerprint;

/// Why a file was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Error {
    /// It is encrypted.
    Encrypted,
    /// It is damaged or of a kind that is not read.
    Unreadable,
    /// It holds no sheet of answers.
    NoAnswers,
    /// Its content was read already.
    Duplicate,
    /// A lock file (`~$…`) that a program leaves while a book is open.
    LockFile,
    /// The officer cancelled before it was read.
    Cancelled,
}

/// Members of a ZIP that are looked at for answers.
const LOOKED_AT: usize = 5;

/// Whether a file holds answers: known by inquiry numbers beside columns to fill in.
#[must_use]
pub fn holds_answers(name: &str, bytes: &[u8]) -> bool {
    if detect(name, bytes) == Kind::Zip {
        let limits = Limits::default();
        let Ok(mut archive) = Archive::open(bytes, &limits) else { return false };
        let members: Vec<_> =
            archive.members().iter().take(LOOKED_AT).map(|one| (one.index, one.path.clone())).collect();
        return members.into_iter().any(|(index, path)| {
            archive
                .unzip(index, None)
                .is_ok_and(|bytes| detect(&path, &bytes) != Kind::Zip && holds_answers(&path, &bytes))
        });
    }
    // Groupware writes tables of HTML under the name of a workbook.
    let book = [".xls", ".xlsx"].iter().any(|ending| name.to_lowercase().ends_with(ending));
    match detect(name, bytes) {
        Kind::Xlsx | Kind::Xls | Kind::Ods | Kind::XmlSheet | Kind::Delimited | Kind::Text => {}
        Kind::Html if book => {}
        _ => return false,
    }
    let options = Options { rows: Some(40), ..Options::default() };
    let table = table::open(name, bytes, &options, &mut unwatched);
    let (nothing, marks) = (Sent::none(), Marks::default());
    table.sheets.iter().any(|sheet| {
        let cells = Cells { sheet, marks: &marks };
        let numbered = sheet.rows.iter().flat_map(|row| &row.cells).any(|cell| Number::read(cell).is_ok());
        numbered && Columns::find(cells, &nothing).is_some()
    })
}

/// Contents that were read already.
pub type Seen = BTreeSet<(usize, Fingerprint)>;

/// Reads all files, the members of ZIPs as files of their own; a content is read once.
#[must_use]
pub fn read_all(sources: &[(String, Vec<u8>)], sent: &Sent, watch: &mut Watch<'_>) -> Vec<FileAnswers> {
    let (mut files, mut seen) = (Vec::new(), Seen::new());
    let mut cancelled = false;
    for (done, (name, bytes)) in sources.iter().enumerate() {
        let progress = Progress { stage: Stage::Files, done: done as u64, total: Some(sources.len() as u64) };
        cancelled = cancelled || watch(progress).is_break();
        if cancelled {
            files.push(failed(name, Error::Cancelled));
        } else {
            files.extend(read_next(name, bytes, sent, &mut seen));
        }
    }
    files
}

/// Reads the next of several files: of a ZIP, what it holds.
#[must_use]
pub fn read_next(name: &str, bytes: &[u8], sent: &Sent, seen: &mut Seen) -> Vec<FileAnswers> {
    if detect(name, bytes) == Kind::Zip {
        archive(name, bytes, sent, seen)
    } else {
        vec![once(name, bytes, sent, seen)]
    }
}

fn archive(name: &str, bytes: &[u8], sent: &Sent, seen: &mut Seen) -> Vec<FileAnswers> {
    let limits = Limits::default();
    let Ok(mut archive) = Archive::open(bytes, &limits) else { return vec![failed(name, Error::Unreadable)] };
    let mut files = Vec::new();
    for member in archive.members() {
        let path = format!("{name}/{}", member.path);
        files.push(match archive.unzip(member.index, None) {
            Ok(bytes) => once(&path, &bytes, sent, seen),
            Err(Reason::Encrypted) => failed(&path, Error::Encrypted),
            Err(_) => failed(&path, Error::Unreadable),
        });
    }
    files
}

fn once(name: &str, bytes: &[u8], sent: &Sent, seen: &mut Seen) -> FileAnswers {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    if base.starts_with("~$") || base.starts_with(".~lock") {
        failed(name, Error::LockFile)
    } else if seen.insert((bytes.len(), Fingerprint::of_bytes(bytes))) {
        read(name, bytes, sent)
    } else {
        failed(name, Error::Duplicate)
    }
}

fn failed(name: &str, error: Error) -> FileAnswers {
    FileAnswers { name: name.to_owned(), error: Some(error), ..FileAnswers::default() }
}

/// Reads one file of answers.
#[must_use]
pub fn read(name: &str, bytes: &[u8], sent: &Sent) -> FileAnswers {
    let table = table::open_simply(name, bytes);
    if table.sheets.is_empty() {
        let encrypted =
            table.kind == Kind::Encrypted || table.notes.iter().any(|note| note.reason == Reason::Encrypted);
        return failed(name, if encrypted { Error::Encrypted } else { Error::Unreadable });
    }
    let marks = table::marks(name, bytes, &Limits::default());
    let mut file = FileAnswers { name: name.to_owned(), ..FileAnswers::default() };
    let sheets = sheets(&table, &marks, sent, &mut file);
    if sheets == 0 {
        file.error = Some(Error::NoAnswers);
        file.other_sheets.clear();
        return file;
    }
    file.conflicts = conflict::between(file.rows.iter().map(|row| ("", row)));
    sent_to(&mut file, sent);
    file
}

/// Reads the sheets of answers; gives how many there are.
fn sheets(table: &Table, marks: &[Marks], sent: &Sent, file: &mut FileAnswers) -> usize {
    let none = Marks::default();
    let mut count = 0;
    for (place, sheet) in table.sheets.iter().enumerate() {
        let marks = marks.get(place).unwrap_or(&none);
        let before = count;
        for sheet in tables(sheet) {
            let cells = Cells { sheet: &sheet, marks };
            if let Some(columns) = Columns::find(cells, sent) {
                count += 1;
                one(cells, &columns, sent, file);
            }
        }
        if count == before {
            file.other_sheets.extend(sheet.name.as_deref().map(str::to_owned));
        }
    }
    count
}

/// Reads one table.
fn one(cells: Cells<'_>, columns: &Columns, sent: &Sent, file: &mut FileAnswers) {
    file.head.take(cells, columns);
    let rows = notes::rows(cells, columns, sent, file);
    let places = rows.iter().filter_map(|row| sent.place(Number::read(cells.own(row, columns.number)).ok()?));
    let in_order = places.is_sorted_by(|first, second| first < second);
    Rows { cells, columns, sent, in_order }.read(&rows, file);
    notes::marks(cells, columns, &rows, file);
}

/// The sections whose sheet it is, and what of theirs it lacks. Where a section has less than half of its numbers
/// beside rows of others, the file is a collection and no section's sheet.
fn sent_to(file: &mut FileAnswers, sent: &Sent) {
    let present: BTreeSet<Number> = file.rows.iter().map(|row| row.number).collect();
    let mut sections: Vec<&str> = Vec::new();
    for row in &file.rows {
        let section = sent.item(row.number).map_or("", |item| item.section.as_str());
        if !sections.contains(&section) {
            sections.push(section);
        }
    }
    let mut of: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for item in sent.items() {
        let count = of.entry(item.section.as_str()).or_default();
        count.0 += usize::from(present.contains(&item.number));
        count.1 += 1;
    }
    let whole = |section: &&str| of.get(section).is_some_and(|(there, all)| there * 2 >= *all);
    if sections.is_empty() || sections.len() > 1 && !sections.iter().all(whole) {
        return;
    }
    let missing = sent.items().iter().filter(|item| sections.contains(&item.section.as_str()));
    file.missing = Some(missing.map(|item| item.number).filter(|number| !present.contains(number)).collect());
    file.sent_to = sections.into_iter().map(str::to_owned).collect();
}
