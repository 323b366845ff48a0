//! The globals of a BIFF workbook: its sheets, shared strings, formats and the way it counts days.

use std::collections::BTreeMap;

use super::compound::{u16_at, u32_at};
use super::records::{Records, id};
use super::strings::{self, Pieces};
use crate::reading::charset::Charset;
use crate::reading::limits::Limits;
use crate::reading::note::Reason;
use crate::reading::table::format::Format;
use crate::reading::table::value;

/// Styles of one workbook; Excel 2003 stops at 4,000.
const STYLES: usize = 65_536;

/// A sheet as the globals name it.
pub(super) struct Bound {
    pub name: String,
    pub hidden: bool,
    /// Where its records begin.
    pub offset: usize,
}

/// What all sheets share.
#[derive(Default)]
pub(super) struct Book {
    wide_strings: bool,
    pub strings: Vec<Option<String>>,
    formats: Vec<Format>,
    from_1904: bool,
    pub sheets: Vec<Bound>,
}

/// Reads the globals of a workbook.
pub(super) fn globals(stream: &[u8], limits: &Limits) -> Result<Book, Reason> {
    let mut book = Book::default();
    let mut custom: BTreeMap<u16, Format> = BTreeMap::new();
    let mut shared: Vec<&[u8]> = Vec::new();
    let mut within_shared = false;
    let mut ended = false;
    for record in (Records { stream, at: 0 }) {
        let data = record.data;
        within_shared = record.id == id::SHARED_STRINGS || within_shared && record.id == id::CONTINUE;
        match record.id {
            id::BOF => book.wide_strings = u16_at(data, 0) == Some(0x0600),
            id::FILE_PASS => return Err(Reason::Encrypted),
            id::DATE_MODE => book.from_1904 = u16_at(data, 0) == Some(1),
            id::FORMAT => {
                let code = book.short_text(data.get(2..).unwrap_or_default());
                custom.insert(u16_at(data, 0).unwrap_or(0), Format::custom(&code));
            }
            id::XF if book.formats.len() < STYLES => {
                let format = u16_at(data, 2).unwrap_or(0);
                let own = custom.get(&format).cloned();
                book.formats.push(own.unwrap_or_else(|| Format::built_in(u32::from(format))));
            }
            id::BOUND_SHEET => book.sheets.extend(book.bound(data)),
            id::SHARED_STRINGS | id::CONTINUE if within_shared => shared.push(data),
            id::EOF => {
                ended = true;
                break;
            }
            _ => {}
        }
    }
    book.strings = strings::shared(shared, limits.cells);
    if !ended || book.sheets.is_empty() {
        return Err(Reason::damaged("workbook globals break off"));
    }
    Ok(book)
}

impl Book {
    /// A string with a 16-bit count, and whether it is whole: Unicode in BIFF8, Windows-31J before.
    pub fn text(&self, pieces: Vec<&[u8]>) -> (String, bool) {
        if self.wide_strings {
            return Pieces::new(pieces).string().unwrap_or_default();
        }
        let bytes = pieces.concat();
        let length = u16_at(&bytes, 0).map_or(0, usize::from);
        let bytes = bytes.get(2..).unwrap_or_default();
        (Charset::ShiftJis.decode(bytes.get(..length).unwrap_or(bytes)), bytes.len() >= length)
    }

    /// A number format or a margin of the pages; before BIFF8 its length is one byte.
    pub fn short_text(&self, data: &[u8]) -> String {
        if self.wide_strings {
            return self.text(vec![data]).0;
        }
        let length = data.first().copied().map_or(0, usize::from);
        let bytes = data.get(1..).unwrap_or_default();
        Charset::ShiftJis.decode(bytes.get(..length).unwrap_or(bytes))
    }

    /// A sheet as the globals name it; `None` for charts and macros.
    fn bound(&self, data: &[u8]) -> Option<Bound> {
        let offset = u32_at(data, 0)? as usize;
        let (hidden, kind) = (data.get(4)? & 3 != 0, data.get(5)?);
        let characters = usize::from(*data.get(6)?);
        let name = if self.wide_strings {
            strings::characters(data.get(8..)?, characters, data.get(7)? & 1 == 1)
        } else {
            let bytes = data.get(7..)?;
            Charset::ShiftJis.decode(bytes.get(..characters).unwrap_or(bytes))
        };
        (*kind == 0).then_some(Bound { name, hidden, offset })
    }

    fn format(&self, style: Option<u16>) -> &Format {
        style.and_then(|style| self.formats.get(usize::from(style))).unwrap_or(&Format::Plain)
    }

    pub fn number(&self, value: f64, style: Option<u16>) -> String {
        value::number(value, self.format(style), self.from_1904)
    }

    pub fn worded(&self, text: String, style: Option<u16>) -> String {
        value::text(&text, self.format(style)).unwrap_or(text)
    }
}
