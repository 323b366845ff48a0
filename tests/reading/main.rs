//! Reading: what officers have comes out as clauses, rows and notes, with nothing lost and nothing hidden.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

mod archives;
mod beside;
mod cancelling;
mod charsets;
mod corpus;
mod cross_check;
mod delimited;
mod dresses;
mod faulty;
mod forms;
mod headers;
mod hostile;
mod inspecting;
mod json_lines;
mod lists;
mod office;
mod packed;
mod properties;
mod splitting;
mod word;
mod workbooks;
mod wrapping;
mod zip_bytes;

use std::path::PathBuf;

use ichimai::clause::Clause;
use ichimai::reading::limits::Limits;
use ichimai::reading::progress::unwatched;
use ichimai::reading::table::{self, Options, Table};
use ichimai::reading::{Choices, GivenFile, Reading, read};

/// The bytes of a file in `tests/golden`.
pub(crate) fn golden(name: &str) -> Vec<u8> {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "golden", name].iter().collect();
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A table opened with the given options and no progress.
pub(crate) fn opened(name: &str, bytes: &[u8], options: &Options) -> Table {
    table::open(name, bytes, options, &mut unwatched)
}

/// One file read with every guess left to the core; the account always adds up.
pub(crate) fn read_one(name: &str, bytes: &[u8]) -> Reading {
    read_within(name, bytes, &Limits::default())
}

/// One file read within the given limits.
pub(crate) fn read_within(name: &str, bytes: &[u8], limits: &Limits) -> Reading {
    let reading = read(&[GivenFile { name, bytes }], &Choices::new(), limits, &mut unwatched);
    assert!(reading.account.adds_up(), "{name}: {:?}", reading.account);
    assert_eq!(reading.account.clauses() as usize, reading.clauses.len(), "{name}");
    reading
}

/// The machine codes of the notes.
pub(crate) fn codes(reading: &Reading) -> Vec<&'static str> {
    reading.notes.iter().map(|note| note.reason.code()).collect()
}

/// The cells of a sheet with their row numbers, one row a line, cells between bars.
pub(crate) fn shown(sheet: &table::Sheet) -> String {
    let lines: Vec<String> =
        sheet.rows.iter().map(|row| format!("{}: {}\n", row.number, row.cells.join(" | "))).collect();
    lines.concat()
}

/// Clauses in a form for the eye: row, part, place, caption, text.
pub(crate) fn listed(clauses: &[Clause]) -> String {
    let lines: Vec<String> = clauses
        .iter()
        .map(|clause| {
            let row = clause.place.row.unwrap_or(0);
            let text = clause.text.replace('\n', "\n    ");
            format!("{row} {:?} {} {}\n    {text}\n", clause.part, clause.article, clause.caption)
        })
        .collect();
    lines.concat()
}
