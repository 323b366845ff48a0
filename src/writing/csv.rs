//! One table as CSV: every text quoted, CRLF, header in row 1.
//!
//! Takes a [`Table`] and a character set, gives bytes and the characters that the set could not hold.
//! A text that a spreadsheet could take for a formula gets a leading apostrophe: it begins with `=`, `+`, `-`, `@`, their full-width forms, tab
//! or CR, be it behind characters that are not seen (white space, control characters, U+200B, U+FEFF …). A sign alone is none.

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
    let guard = if may_be_formula(text) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

fn may_be_formula(text: &str) -> bool {
    let seen = text.trim_start_matches(is_unseen);
    let signed =
        seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) && seen.trim_end().chars().nth(1).is_some();
    signed || text.starts_with(['\t', '\r'])
}

/// Characters that spreadsheets leave out or show as nothing.
fn is_unseen(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}
