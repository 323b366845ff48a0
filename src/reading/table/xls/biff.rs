//! The records of a BIFF workbook: globals first, then one substream a sheet.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::compound::{u16_at, u32_at};
use super::strings::{self, Pieces};
use crate::reading::charset::Charset;
use crate::reading::limits::Limits;
use crate::reading::note::{Cap, Reason};
use crate::reading::table::sink::{Flow, Merged, Sink};
use crate::reading::table::value::{self, Format};

/// Styles of one workbook; Excel 2003 stops at 4,000.
const STYLES: usize = 65_536;
/// Bytes of text that may wait for their row to end.
const HELD: usize = 16 << 20;

/// Record identifiers of [MS-XLS] 2.3.
mod id {
    pub const FORMULA: u16 = 0x0006;
    pub const EOF: u16 = 0x000A;
    pub const DATE_MODE: u16 = 0x0022;
    pub const FILE_PASS: u16 = 0x002F;
    pub const CONTINUE: u16 = 0x003C;
    pub const BOUND_SHEET: u16 = 0x0085;
    pub const MUL_RK: u16 = 0x00BD;
    pub const RICH_STRING: u16 = 0x00D6;
    pub const XF: u16 = 0x00E0;
    pub const MERGE_CELLS: u16 = 0x00E5;
    pub const SHARED_STRINGS: u16 = 0x00FC;
    pub const LABEL_SHARED: u16 = 0x00FD;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOLEAN_OR_ERROR: u16 = 0x0205;
    pub const STRING: u16 = 0x0207;
    pub const RK: u16 = 0x027E;
    pub const FORMAT: u16 = 0x041E;
    pub const BOF: u16 = 0x0809;
}

/// A record: its identifier and payload.
#[derive(Clone, Copy)]
struct Record<'a> {
    id: u16,
    data: &'a [u8],
}

/// Walks the records of a stream from an offset.
struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let id = u16_at(self.stream, self.at)?;
        let length = usize::from(u16_at(self.stream, self.at + 2)?);
        let rest = self.stream.get(self.at + 4..)?;
        self.at += 4 + length;
        Some(Record { id, data: rest.get(..length).unwrap_or(rest) })
    }
}

struct Bound {
    name: String,
    hidden: bool,
    offset: usize,
}

/// What all sheets share.
#[derive(Default)]
struct Book {
    wide_strings: bool,
    strings: Vec<String>,
    formats: Vec<Format>,
    from_1904: bool,
    sheets: Vec<Bound>,
}

/// Reads all sheets into the sink.
pub(super) fn read(stream: &[u8], sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
    let book = globals(stream, &sink.limits)?;
    for sheet in &book.sheets {
        sink.begin(Some(&sheet.name), sheet.hidden);
        let mut records = Records { stream, at: sheet.offset };
        match records.next() {
            Some(record) if record.id == id::BOF => substream(records, &book, sink),
            _ => sink.note(None, Reason::damaged("sheet does not begin where the workbook says")),
        }
    }
    Ok(())
}

fn globals(stream: &[u8], limits: &Limits) -> Result<Book, Reason> {
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
                let code = book.text(data.get(2..).unwrap_or_default());
                custom.insert(u16_at(data, 0).unwrap_or(0), Format::custom(&code));
            }
            id::XF if book.formats.len() < STYLES => {
                let format = u16_at(data, 2).unwrap_or(0);
                let own = custom.get(&format).copied();
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
    /// A string with a 16-bit count: Unicode in BIFF8, Windows-31J before.
    fn text(&self, data: &[u8]) -> String {
        if self.wide_strings {
            return Pieces::new(vec![data]).string().unwrap_or_default();
        }
        let length = u16_at(data, 0).map_or(0, usize::from);
        let bytes = data.get(2..).unwrap_or_default();
        Charset::ShiftJis.decode(bytes.get(..length).unwrap_or(bytes))
    }

    /// A sheet as the globals name it; `None` for charts and macros.
    fn bound(&self, data: &[u8]) -> Option<Bound> {
        let offset = u32_at(data, 0)? as usize;
        let (hidden, kind) = (data.get(4)? & 3 != 0, data.get(5)?);
        let characters = usize::from(*data.get(6)?);
        let name = if self.wide_strings {
            let wide = data.get(7)? & 1 == 1;
            let bytes = data.get(8..)?;
            let units: Vec<u16> = if wide {
                (0..characters).map_while(|unit| u16_at(bytes, unit * 2)).collect()
            } else {
                bytes.iter().take(characters).map(|byte| u16::from(*byte)).collect()
            };
            String::from_utf16_lossy(&units)
        } else {
            let bytes = data.get(7..)?;
            Charset::ShiftJis.decode(bytes.get(..characters).unwrap_or(bytes))
        };
        (*kind == 0).then_some(Bound { name, hidden, offset })
    }

    fn number(&self, value: f64, style: Option<u16>) -> String {
        let format = style.and_then(|style| self.formats.get(usize::from(style))).copied().unwrap_or_default();
        value::number(value, format, self.from_1904)
    }
}

/// Gathers cells into rows. Excel writes cells row by row; a file that does not is put in order by its rows.
struct Gathering {
    rows: BTreeMap<u32, Vec<String>>,
    merged: Vec<Merged>,
    /// Cell of the last formula, whose text result comes as a record of its own.
    formula: Option<(u32, usize)>,
    /// Bytes of text in `rows`.
    held: usize,
}

fn substream(records: Records<'_>, book: &Book, sink: &mut Sink<'_, '_>) {
    let mut gathering = Gathering { rows: BTreeMap::new(), merged: Vec::new(), formula: None, held: 0 };
    let mut depth = 0_usize;
    let mut wanted = true;
    for record in records {
        match record.id {
            // Charts within a sheet are substreams of their own.
            id::BOF => depth += 1,
            id::EOF if depth == 0 => break,
            id::EOF => depth -= 1,
            _ if depth > 0 => {}
            // Merged areas stand behind the cells, wanted or not.
            id::MERGE_CELLS => gathering.merged.extend(areas(record.data)),
            _ if wanted => wanted = gathering.record(record, book, sink).is_continue(),
            _ => {}
        }
    }
    // Whether the sink wanted all of them is told by its own notes.
    let _ = gathering.give_until(u32::MAX, sink);
    sink.merge(&gathering.merged);
}

impl Gathering {
    fn record(&mut self, record: Record<'_>, book: &Book, sink: &mut Sink<'_, '_>) -> Flow {
        let data = record.data;
        let (Some(row), Some(column)) = (u16_at(data, 0), u16_at(data, 2)) else {
            return ControlFlow::Continue(());
        };
        if record.id == id::STRING {
            if let Some((row, column)) = self.formula.take() {
                self.cell(row, column, book.text(data), sink);
            }
            return ControlFlow::Continue(());
        }
        let (row, column, style) = (u32::from(row) + 1, usize::from(column), u16_at(data, 4));
        if record.id == id::MUL_RK {
            for (place, pair) in data.get(4..).unwrap_or_default().chunks_exact(6).enumerate() {
                let value = u32_at(pair, 2).map_or(0.0, packed);
                self.cell(row, column + place, book.number(value, u16_at(pair, 0)), sink);
            }
            return self.give_before(row, sink);
        }
        let text = match record.id {
            id::LABEL_SHARED => u32_at(data, 6).and_then(|index| book.strings.get(index as usize)).cloned(),
            id::LABEL | id::RICH_STRING => Some(book.text(data.get(6..).unwrap_or_default())),
            id::NUMBER => double(data, 6).map(|value| book.number(value, style)),
            id::RK => u32_at(data, 6).map(|rk| book.number(packed(rk), style)),
            id::BOOLEAN_OR_ERROR if data.get(7) == Some(&0) => {
                data.get(6).map(|value| value::boolean(*value == 1).to_owned())
            }
            id::FORMULA => self.formula_value(data, row, column, book),
            _ => None,
        };
        if let Some(text) = text {
            self.cell(row, column, text, sink);
            return self.give_before(row, sink);
        }
        ControlFlow::Continue(())
    }

    /// The kept result of a formula; a text result follows in a record of its own.
    fn formula_value(&mut self, data: &[u8], row: u32, column: usize, book: &Book) -> Option<String> {
        if data.get(12..14) == Some(&[0xFF, 0xFF]) {
            return match data.get(6)? {
                0 => {
                    self.formula = Some((row, column));
                    None
                }
                1 => Some(value::boolean(data.get(8) == Some(&1)).to_owned()),
                _ => None,
            };
        }
        double(data, 6).map(|value| book.number(value, u16_at(data, 4)))
    }

    fn cell(&mut self, row: u32, column: usize, text: String, sink: &mut Sink<'_, '_>) {
        if text.is_empty() {
            return;
        }
        if column >= sink.limits.columns {
            let (limit, found) = (sink.limits.columns as u64, Some(column as u64 + 1));
            sink.note(Some(row), Reason::Limit { cap: Cap::Columns, limit, found });
            return;
        }
        self.held += text.len();
        let cells = self.rows.entry(row).or_default();
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = text;
        }
    }

    /// Hands over rows that lie well before the current one: blocks of 32 rows are written together.
    fn give_before(&mut self, row: u32, sink: &mut Sink<'_, '_>) -> Flow {
        if self.held > HELD {
            return self.give_until(u32::MAX, sink);
        }
        if self.rows.len() < 128 {
            return ControlFlow::Continue(());
        }
        self.give_until(row.saturating_sub(64), sink)
    }

    fn give_until(&mut self, end: u32, sink: &mut Sink<'_, '_>) -> Flow {
        while let Some(entry) = self.rows.first_entry() {
            if *entry.key() >= end {
                break;
            }
            let (number, cells) = entry.remove_entry();
            self.held = self.held.saturating_sub(cells.iter().map(String::len).sum());
            sink.row(number, cells)?;
        }
        ControlFlow::Continue(())
    }
}

/// A number packed into 30 bits: an integer or the upper bits of a double, maybe in hundredths.
fn packed(rk: u32) -> f64 {
    let value = if rk & 2 == 0 { f64::from_bits(u64::from(rk & !3) << 32) } else { f64::from(rk.cast_signed() >> 2) };
    if rk & 1 == 1 { value / 100.0 } else { value }
}

fn double(data: &[u8], at: usize) -> Option<f64> {
    data.get(at..)?.first_chunk().map(|chunk| f64::from_le_bytes(*chunk)).filter(|value| value.is_finite())
}

fn areas(data: &[u8]) -> impl Iterator<Item = Merged> + '_ {
    data.get(2..).unwrap_or_default().chunks_exact(8).filter_map(|area| {
        let (first_row, last_row) = (u32::from(u16_at(area, 0)?) + 1, u32::from(u16_at(area, 2)?) + 1);
        Some(Merged { first_row, last_row, column: usize::from(u16_at(area, 4)?) })
    })
}
