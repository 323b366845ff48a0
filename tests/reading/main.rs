//! Reading: what officers have comes out as clauses, rows and notes, with nothing lost and nothing hidden.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

mod charsets;
mod delimited;
mod headers;
mod workbooks;

use std::path::PathBuf;

use ichimai::reading::table::{self, Options, Table};

/// The bytes of a file in `tests/golden`.
pub(crate) fn golden(name: &str) -> Vec<u8> {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "golden", name].iter().collect();
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A table opened with the given options and no progress.
pub(crate) fn opened(name: &str, bytes: &[u8], options: &Options) -> Table {
    table::open(name, bytes, options, &mut ichimai::reading::progress::unwatched)
}

/// The cells of a sheet with their row numbers, one row a line, cells between bars.
pub(crate) fn shown(sheet: &table::Sheet) -> String {
    sheet.rows.iter().map(|row| format!("{}: {}\n", row.number, row.cells.join(" | "))).collect()
}
