//! The account: every file, sheet and row that was read, by what became of it. The numbers add up.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use web_sys::{Element, Event};

use crate::page::announce::announce;
use crate::page::dom::{Dom, append, by_id, emptied, fill, lay, on, reveal, slot, table};
use crate::page::messages::reading as words;
use crate::page::notes;
use crate::reading::account::{FileAccount, SheetAccount};
use crate::reading::detect::Kind;
use crate::reading::note::{Note, Severity};

use crate::api::reading::{PackedClauses, ReadFile};

/// Lines of a table that are seen at once.
const LISTED: usize = 30;

/// What became of files that were read.
#[derive(Debug, Default)]
pub struct Read {
    /// By the name of the opened file: the file and, for archives, its members.
    files: BTreeMap<String, Vec<FileAccount>>,
    notes: Vec<Note>,
    /// Files at which the worker ended, with the next step.
    failed: Vec<(String, String)>,
    /// Clauses of the opened files, until they are handed over.
    clauses: BTreeMap<String, PackedClauses>,
}

impl Read {
    /// Adds the account of an opened file.
    pub fn take(&mut self, name: &str, file: ReadFile) {
        let rows = file.account.files.iter().flat_map(|file| {
            let of_sheet = move |sheet: &SheetAccount| -> Vec<Note> {
                let note = |row: &crate::reading::account::Skipped| {
                    notes::of_row(&file.file, sheet.sheet.as_ref(), row.row, &row.reason)
                };
                sheet.skipped.iter().map(note).collect()
            };
            file.sheets.iter().flat_map(of_sheet)
        });
        let skipped: Vec<Note> = rows.collect();
        let place = |note: &Note| (note.file.clone(), note.sheet.clone(), note.row, note.reason.code());
        let known: BTreeSet<_> = skipped.iter().map(place).collect();
        self.notes.extend(file.notes.into_iter().filter(|note| !known.contains(&place(note))));
        self.notes.extend(skipped);
        self.files.insert(name.to_owned(), file.account.files);
        self.clauses.insert(name.to_owned(), file.clauses);
    }

    /// Notes that the worker ended at a file.
    pub fn fail(&mut self, name: &str, sentence: String) {
        self.failed.push((name.to_owned(), sentence));
    }

    /// The clauses of the opened file, if any.
    pub fn clauses(&self, name: &str) -> Option<PackedClauses> {
        self.files.get(name).filter(|files| files.iter().any(|file| file.clauses > 0))?;
        self.clauses.get(name).cloned()
    }

    fn add(&mut self, other: Self) {
        self.files.extend(other.files);
        self.notes.extend(other.notes);
        self.failed.extend(other.failed);
    }

    /// Files without the archives that hold them.
    fn all(&self) -> impl Iterator<Item = &FileAccount> {
        self.files.values().flatten().filter(|file| file.kind != Kind::Zip || !file.read)
    }
}

thread_local! {
    static READ: RefCell<Read> = RefCell::new(Read::default());
}

/// Nothing was read yet.
pub fn open() -> Dom {
    reveal(&by_id("opening-account")?, false)
}

/// Shows what became of the files, below what was read before or in its place.
pub fn show(mut read: Read, below: bool) -> Dom {
    read.clauses.clear();
    READ.with_borrow_mut(|all| if below { all.add(read) } else { *all = read });
    let panel: Element = by_id("opening-account")?;
    reveal(&panel, true)?;
    READ.with_borrow(|read| {
        let sentence = summary(read);
        fill(&panel, "summary", &sentence)?;
        announce(&sentence)?;
        let place = emptied(slot(&panel, "tables")?);
        tables(&place, read)?;
        let place = emptied(slot(&panel, "notes")?);
        for (name, sentence) in &read.failed {
            append(&place, "p", &format!("{name}：{sentence}"))?.set_class_name("notice notice-error");
        }
        notes::show(&place, &read.notes)
    })
}

/// Whether everything was read: nothing failed, nothing was left out.
pub fn whole() -> bool {
    READ.with_borrow(|read| {
        read.failed.is_empty() && read.notes.iter().all(|note| note.reason.severity() == Severity::Information)
    })
}

fn summary(read: &Read) -> String {
    let files = read.all().count() + read.failed.len();
    let opened = read.all().filter(|file| file.clauses > 0).count();
    let clauses: u64 = read.all().map(|file| u64::from(file.clauses)).sum();
    let skipped: usize = read.all().flat_map(|file| &file.sheets).map(|sheet| sheet.skipped.len()).sum();
    let skipped = if skipped > 0 {
        format!("読み込まなかった行が{}行あります。", words::number(skipped as u64))
    } else {
        String::new()
    };
    let count = |number: usize| words::number(number as u64);
    format!(
        "ファイル{}件のうち{}件から、{}条項を読み込みました。{skipped}",
        count(files),
        count(opened),
        words::number(clauses)
    )
}

/// One table for lists and one for texts: what adds up in each is different.
fn tables(place: &Element, read: &Read) -> Dom {
    let sheets: Vec<Line> = read.all().flat_map(|file| file.sheets.iter().map(|sheet| of_sheet(file, sheet))).collect();
    let texts: Vec<Line> = read.all().filter_map(of_text).collect();
    listed(place, "opening-account-sheets", sheets)?;
    listed(place, "opening-account-texts", texts)
}

/// A line of a table: two cells of words and five counts.
struct Line {
    words: [String; 2],
    counts: [u64; 5],
}

fn of_sheet(file: &FileAccount, sheet: &SheetAccount) -> Line {
    let [rows, clauses, above, left_out] = [sheet.rows, sheet.clauses, sheet.above, sheet.left_out].map(u64::from);
    Line {
        words: [file.file.to_string(), sheet.sheet.as_deref().unwrap_or("－").to_owned()],
        counts: [rows, clauses, above, sheet.skipped.len() as u64, left_out],
    }
}

fn of_text(file: &FileAccount) -> Option<Line> {
    let lines = file.lines?;
    let [text, structure, blank] = [lines.text, lines.structure, lines.blank].map(u64::from);
    Some(Line {
        words: [file.file.to_string(), words::kind(file.kind).to_owned()],
        counts: [text + structure + blank, text, structure, blank, u64::from(file.clauses)],
    })
}

/// The sum of all lines.
fn sum(lines: &[Line]) -> Line {
    let mut counts = [0; 5];
    for line in lines {
        for (sum, count) in counts.iter_mut().zip(line.counts) {
            *sum += count;
        }
    }
    Line { words: ["合計".to_owned(), String::new()], counts }
}

/// A table by its template, with the sum below it.
fn listed(place: &Element, name: &str, mut lines: Vec<Line>) -> Dom {
    if lines.is_empty() {
        return Ok(());
    }
    let part = lay(name, place)?;
    let body: Element = slot(&part, "rows")?;
    rows(&body, lines.iter().take(LISTED))?;
    if lines.len() > 1 {
        row(&body, &sum(&lines))?.set_class_name("sum");
    }
    if lines.len() <= LISTED {
        return Ok(());
    }
    let rest = lay("opening-account-more", place)?;
    fill(&rest, "count", &format!("残り{}件を表示", words::number((lines.len() - LISTED) as u64)))?;
    // Thousands of lines are made when somebody wants to see them.
    let (name, lines) = (name.to_owned(), RefCell::new(lines.split_off(LISTED)));
    on(&rest.clone(), "toggle", move |_: &Event| {
        let lines = lines.take();
        if lines.is_empty() {
            return Ok(());
        }
        let copy = lay(&name, &rest)?;
        rows(&slot(&copy, "rows")?, lines.iter())
    });
    Ok(())
}

fn rows<'a>(body: &Element, mut lines: impl Iterator<Item = &'a Line>) -> Dom {
    lines.try_for_each(|line| row(body, line).map(|_| ()))
}

fn row(body: &Element, line: &Line) -> Dom<Element> {
    let [file, second] = &line.words;
    let row = table::line(body, file)?;
    table::cells(&row, &[second])?;
    table::numbers(&row, line.counts.map(words::number))?;
    Ok(row)
}
