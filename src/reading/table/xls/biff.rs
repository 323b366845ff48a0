//! The sheets of a BIFF workbook: globals first, then one substream a sheet.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::book::{Book, globals};
use super::compound::{u16_at, u32_at};
use super::records::{Record, Records, id};
use crate::reading::note::{Beside, Reason};
use crate::reading::table::sink::{Flow, Merged, Sink};
use crate::reading::table::value;

/// Bytes of text that may wait for their row to end.
const HELD: usize = 16 << 20;

/// Reads all sheets into the sink.
pub(super) fn read(stream: &[u8], sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
    let book = globals(stream, &sink.limits)?;
    for sheet in &book.sheets {
        sink.begin(Some(&sheet.name), sheet.hidden);
        let mut records = Records { stream, at: sheet.offset };
        match records.next() {
            Some(record) if record.id == id::BOF => {
                if !substream(records, &book, sink) {
                    sink.broke_off(Reason::damaged("the records of a sheet break off"));
                }
            }
            _ => sink.note(None, Reason::damaged("sheet does not begin where the workbook says")),
        }
    }
    Ok(())
}

/// Gathers cells into rows. Excel writes cells row by row; a file that does not is put in order by its rows.
struct Gathering {
    rows: BTreeMap<u32, Vec<String>>,
    merged: Vec<Merged>,
    /// Cell and style of the last formula, whose text result comes as a record of its own.
    formula: Option<(u32, usize, Option<u16>)>,
    /// Bytes of text in `rows`.
    held: usize,
}

/// Reads the cells of a sheet; whether it came to its end.
fn substream(mut records: Records<'_>, book: &Book, sink: &mut Sink<'_, '_>) -> bool {
    let mut gathering = Gathering { rows: BTreeMap::new(), merged: Vec::new(), formula: None, held: 0 };
    let mut depth = 0_usize;
    let mut besides = BesideCells::default();
    let (mut wanted, mut ended) = (true, false);
    while let Some(record) = records.next() {
        match record.id {
            // Charts within a sheet are substreams of their own.
            id::BOF => depth += 1,
            id::EOF if depth == 0 => {
                ended = true;
                break;
            }
            id::EOF => depth -= 1,
            _ if depth > 0 => {}
            // Merged areas stand behind the cells, wanted or not.
            id::MERGE_CELLS => gathering.merged.extend(areas(record.data)),
            id::STRING | id::LABEL | id::RICH_STRING if wanted => {
                let pieces = records.continued(record.data);
                wanted = gathering.text(record, pieces, book, sink).is_continue();
            }
            id::HEADER | id::FOOTER | id::NOTE | id::TEXT_OBJECT => besides.take(record, book, sink),
            _ if wanted => wanted = gathering.record(record, book, sink).is_continue(),
            _ => {}
        }
    }
    sink.besides.count(Beside::Shape, besides.texts.saturating_sub(besides.notes));
    gathering.formula_ends(sink);
    // Whether the sink wanted all of them is told by its own notes.
    let _ = gathering.give_until(u32::MAX, sink);
    sink.merge(&gathering.merged);
    ended
}

/// What stands beside the cells. The text of a note is the text of an object too.
#[derive(Default)]
struct BesideCells {
    notes: u32,
    texts: u32,
}

impl BesideCells {
    fn take(&mut self, record: Record<'_>, book: &Book, sink: &mut Sink<'_, '_>) {
        match record.id {
            id::NOTE => {
                self.notes = self.notes.saturating_add(1);
                sink.besides.count(Beside::Comment, 1);
            }
            // The number of its characters.
            id::TEXT_OBJECT if u16_at(record.data, 10).is_some_and(|count| count > 0) => {
                self.texts = self.texts.saturating_add(1);
            }
            id::HEADER | id::FOOTER if !record.data.is_empty() => sink.besides.margin(&book.short_text(record.data)),
            _ => {}
        }
    }
}

impl Gathering {
    /// A text in a record of its own: of a cell, or the result of the formula before it.
    fn text<'a>(
        &mut self,
        record: Record<'a>,
        mut pieces: Vec<&'a [u8]>,
        book: &Book,
        sink: &mut Sink<'_, '_>,
    ) -> Flow {
        let (row, column, style) = if record.id == id::STRING {
            let Some(formula) = self.formula.take() else { return ControlFlow::Continue(()) };
            formula
        } else {
            let place = (u16_at(record.data, 0), u16_at(record.data, 2), record.data.get(6..));
            let (Some(row), Some(column), Some(text)) = place else { return ControlFlow::Continue(()) };
            if let Some(first) = pieces.first_mut() {
                *first = text;
            }
            (u32::from(row) + 1, usize::from(column), u16_at(record.data, 4))
        };
        let (text, whole) = book.text(pieces);
        if !whole {
            sink.text_missing(row, column);
        }
        self.cell(row, column, book.worded(text, style), sink);
        self.give_before(row, sink)
    }

    fn record(&mut self, record: Record<'_>, book: &Book, sink: &mut Sink<'_, '_>) -> Flow {
        let data = record.data;
        let (Some(row), Some(column)) = (u16_at(data, 0), u16_at(data, 2)) else {
            return ControlFlow::Continue(());
        };
        let (row, column, style) = (u32::from(row) + 1, usize::from(column), u16_at(data, 4));
        if record.id == id::MUL_RK {
            for (place, pair) in data.get(4..).unwrap_or_default().chunks_exact(6).enumerate() {
                let value = u32_at(pair, 2).map_or(0.0, packed);
                self.cell(row, column + place, book.number(value, u16_at(pair, 0)), sink);
            }
            return self.give_before(row, sink);
        }
        let text = match record.id {
            id::LABEL_SHARED => {
                let index = u32_at(data, 6).map(|index| index as usize);
                let text = index.and_then(|index| book.strings.get(index)).cloned().flatten();
                if text.is_none() {
                    sink.text_missing(row, column);
                }
                text.map(|text| book.worded(text, style))
            }
            id::NUMBER => double(data, 6).map(|value| book.number(value, style)),
            id::RK => u32_at(data, 6).map(|rk| book.number(packed(rk), style)),
            id::BOOLEAN_OR_ERROR => boolean_or_error(data.get(6), data.get(7) == Some(&1)),
            id::FORMULA => {
                self.formula_ends(sink);
                self.formula_value(data, row, column, book, sink)
            }
            _ => None,
        };
        if let Some(text) = text {
            self.cell(row, column, text, sink);
            return self.give_before(row, sink);
        }
        ControlFlow::Continue(())
    }

    /// The kept result of a formula; a text result follows in a record of its own.
    fn formula_value(
        &mut self,
        data: &[u8],
        row: u32,
        column: usize,
        book: &Book,
        sink: &mut Sink<'_, '_>,
    ) -> Option<String> {
        let style = u16_at(data, 4);
        if data.get(12..14) != Some(&[0xFF, 0xFF]) {
            return double(data, 6).map(|value| book.number(value, style));
        }
        match data.get(6)? {
            0 => {
                self.formula = Some((row, column, style));
                None
            }
            kind @ (1 | 2) => boolean_or_error(data.get(8), *kind == 2),
            // An empty text: of a formula that is still to be calculated, none at all.
            3 => {
                if u16_at(data, 14).is_some_and(|flags| flags & 3 != 0) {
                    sink.no_result(row, column);
                }
                None
            }
            _ => None,
        }
    }

    /// A formula whose text result never came.
    fn formula_ends(&mut self, sink: &mut Sink<'_, '_>) {
        if let Some((row, column, _)) = self.formula.take() {
            sink.no_result(row, column);
        }
    }

    fn cell(&mut self, row: u32, column: usize, text: String, sink: &mut Sink<'_, '_>) {
        if text.is_empty() {
            return;
        }
        if column >= sink.limits.columns {
            return sink.too_wide(row, column + 1);
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

/// TRUE, FALSE, or the error that the officer sees ([MS-XLS] 2.5.10).
fn boolean_or_error(value: Option<&u8>, error: bool) -> Option<String> {
    let value = *value?;
    let text = match value {
        _ if !error => value::boolean(value == 1),
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => return None,
    };
    Some(text.to_owned())
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
