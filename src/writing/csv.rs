//! One table as CSV: every text quoted, CRLF, header in row 1.
//!
//! Takes a [`Table`] and a character set, gives bytes and the characters that the set could not hold.
//! A text that begins with `=`, `+`, `-`, `@`, tab or CR gets a leading apostrophe, so that no spreadsheet takes it for a formula.

use crate::writing::cell::Cell;
use crate::writing::table::Table;
use crate::writing::windows_31j::{self, Replaced};

/// The character set of a CSV file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CharacterSet {
    /// UTF-8 with its byte order mark: spreadsheets open it rightly and it holds every character.
    #[default]
    Utf8,
    /// Shift_JIS as Windows means it, for systems that read nothing else.
    Windows31J,
}

/// A CSV file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Csv {
    /// The file.
    pub bytes: Vec<u8>,
    /// What Windows-31J could not hold and what stands in its place; empty for UTF-8.
    pub replaced: Vec<Replaced>,
}

/// Writes a table as CSV.
#[must_use]
pub fn csv(table: &Table, character_set: CharacterSet) -> Csv {
    let text = text(table);
    match character_set {
        CharacterSet::Utf8 => {
            let mut bytes = "\u{feff}".as_bytes().to_vec();
            bytes.extend_from_slice(text.as_bytes());
            Csv { bytes, replaced: Vec::new() }
        }
        CharacterSet::Windows31J => {
            let (bytes, replaced) = windows_31j::encode(&text);
            Csv { bytes, replaced }
        }
    }
}

fn text(table: &Table) -> String {
    let mut out = String::new();
    let headers = table.columns().iter().map(|column| quoted(column.header()));
    push_line(&mut out, headers);
    for row in table.rows() {
        push_line(&mut out, row.iter().map(field));
    }
    out
}

fn push_line(out: &mut String, fields: impl Iterator<Item = String>) {
    for (index, field) in fields.enumerate() {
        if index > 0 {
            out.push(',');
        }
        out.push_str(&field);
    }
    out.push_str("\r\n");
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => quoted(text),
        Cell::Integer(number) => number.to_string(),
        Cell::Decimal(number) => number.to_string(),
        Cell::Date(date) => date.to_string(),
    }
}

fn quoted(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}
