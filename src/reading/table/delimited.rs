//! CSV and TSV: quotes, line breaks within cells, ragged rows, any of four delimiters.
//!
//! Rows are counted as spreadsheets count them, blank ones included, which is why the reader is our own: the row
//! number must be the one that the officer sees. A quote that is never closed is read as an ordinary character and
//! noted, so that it cannot swallow the rest of the file.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

use memchr::{memchr, memchr3, memmem};

use super::sink::Sink;
use crate::reading::charset::Charset;
use crate::reading::note::Reason;

/// Delimiters in the order of preference.
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];
/// Records that the guess of the delimiter looks at.
const GUESSED: usize = 60;
/// Bytes that are decoded for each row of a preview.
const PREVIEW_BYTES: usize = 4 << 10;
/// A quoted cell is not longer than this; beyond it the quote counts as never closed. Bytes.
const LONGEST_QUOTED: usize = 400_000;
/// The guess of the delimiter looks at no more than this. Bytes.
const GUESSED_BYTES: usize = 256 << 10;
/// After so many unclosed quotes the file is read without quoting, so that reading stays linear.
const UNCLOSED: u32 = 100;

/// Decodes the file, or for a preview the beginning of it up to a line end.
pub(super) fn decode(bytes: &[u8], charset: Charset, rows: Option<usize>) -> Cow<'_, str> {
    let wanted = rows.map_or(bytes.len(), |rows| rows.saturating_mul(PREVIEW_BYTES).max(64 << 10));
    let part = bytes.get(..wanted).unwrap_or(bytes);
    charset.decoded(if part.len() == bytes.len() { bytes } else { charset.cut(part) })
}

/// The delimiter by which most records have the same number of cells, and more than one.
pub(super) fn guess(text: &str) -> u8 {
    let mut best = (b',', 0);
    for delimiter in DELIMITERS {
        let (same, _) = regularity(text, delimiter);
        if same > best.1 {
            best = (delimiter, same);
        }
    }
    best.0
}

/// Whether a text without a telling name is a table: nearly all of its first records have the same number of cells.
pub(crate) fn looks_tabular(text: &str) -> bool {
    let (same, all) = regularity(text, guess(text));
    same > 1 && same * 10 >= all * 9
}

/// Of the first records, how many have the most frequent width of at least two cells, and how many there are.
fn regularity(text: &str, delimiter: u8) -> (usize, usize) {
    let mut end = text.len().min(GUESSED_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut records = Records::new(text.get(..end).unwrap_or(text), delimiter, usize::MAX);
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    let mut all = 0;
    while let Some(record) = records.next_record().filter(|_| all < GUESSED) {
        all += 1;
        *widths.entry(record.cells.len()).or_default() += 1;
    }
    let same = widths.into_iter().filter(|(width, _)| *width > 1).map(|(_, count)| count).max();
    (same.unwrap_or(0), all)
}

/// Reads all records into the sink.
pub(super) fn read(text: &str, delimiter: u8, charset: Charset, sink: &mut Sink<'_, '_>) {
    sink.begin(None, false);
    let mut records = Records::new(text, delimiter, sink.limits.columns);
    let (mut width, mut last) = (None, 0);
    while let Some(record) = records.next_record() {
        last = record.cells.len();
        width.get_or_insert(last);
        if record.unclosed {
            sink.note(Some(record.number), Reason::UnclosedQuote);
        }
        if let ControlFlow::Break(()) = sink.row(record.number, record.cells) {
            break;
        }
    }
    // A row is whole where its line ends, or its last cell is closed.
    let closed = text.ends_with(['\n', '\r']) || text.ends_with('"') && Some(last) >= width;
    if !text.is_empty() && !closed && !sink.previews() {
        sink.note(Some(records.number), Reason::OpenEnd);
    }
    if memmem::find(text.as_bytes(), "\u{FFFD}".as_bytes()).is_some() {
        sink.note_undecodable(charset);
    }
}

struct Record {
    number: u32,
    cells: Vec<String>,
    unclosed: bool,
}

/// A cursor over the records of a delimited text.
struct Records<'a> {
    text: &'a str,
    at: usize,
    number: u32,
    delimiter: u8,
    /// Cells of a record beyond one more than these are passed over.
    columns: usize,
    /// Cells of the last record.
    likely: usize,
    unclosed: u32,
}

/// How a cell ended.
enum End {
    Cell,
    Record,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, delimiter: u8, columns: usize) -> Self {
        let mut records = Self { text, at: 0, number: 0, delimiter, columns, likely: 0, unclosed: 0 };
        // Excel's own first line that names the delimiter is no row of the list.
        if text.starts_with("sep=") {
            records.at = text.find('\n').map_or(text.len(), |end| end + 1);
            records.number = 1;
        }
        records
    }

    fn next_record(&mut self) -> Option<Record> {
        if self.at >= self.text.len() {
            return None;
        }
        self.number = self.number.saturating_add(1);
        let mut record = Record { number: self.number, cells: Vec::with_capacity(self.likely), unclosed: false };
        loop {
            let (cell, end) = self.cell(&mut record.unclosed);
            if record.cells.len() <= self.columns {
                record.cells.push(cell);
            }
            if matches!(end, End::Record) {
                self.likely = record.cells.len();
                return Some(record);
            }
        }
    }

    fn cell(&mut self, unclosed: &mut bool) -> (String, End) {
        let bytes = self.text.as_bytes();
        // ="001" is how systems keep Excel from taking text for a number.
        if bytes.get(self.at..self.at + 2) == Some(b"=\"")
            && let Some((cell, next)) = self.quoted(self.at + 2)
            && bytes.get(next).is_none_or(|byte| *byte == self.delimiter || matches!(byte, b'\n' | b'\r'))
        {
            self.at = next;
            return (cell, self.plain().1);
        }
        if bytes.get(self.at) == Some(&b'"') && self.unclosed < UNCLOSED {
            if let Some((mut cell, next)) = self.quoted(self.at + 1) {
                self.at = next;
                let (rest, end) = self.plain();
                cell.push_str(rest);
                let text = cell.strip_prefix("=\"").and_then(|inner| inner.strip_suffix('"'));
                return (text.filter(|inner| !inner.contains('"')).map(str::to_owned).unwrap_or(cell), end);
            }
            self.unclosed += 1;
            *unclosed = true;
        }
        let (cell, end) = self.plain();
        (cell.to_owned(), end)
    }

    /// A quoted cell from after its opening quote; `None` when the quote is never closed.
    fn quoted(&self, from: usize) -> Option<(String, usize)> {
        let mut cell = String::new();
        let mut at = from;
        loop {
            let rest = self.text.get(at..)?;
            let near = rest.as_bytes();
            let quote = memchr(b'"', near.get(..LONGEST_QUOTED).unwrap_or(near))?;
            let part = rest.get(..quote)?;
            at += quote + 1;
            let closes = self.text.as_bytes().get(at) != Some(&b'"');
            if closes && cell.is_empty() {
                return Some((part.to_owned(), at));
            }
            cell.push_str(part);
            if closes {
                return Some((cell, at));
            }
            cell.push('"');
            at += 1;
            if cell.len() > LONGEST_QUOTED {
                return None;
            }
        }
    }

    /// An unquoted cell, or what stands between a closing quote and the delimiter.
    fn plain(&mut self) -> (&'a str, End) {
        let from = self.at;
        let rest = self.text.get(from..).unwrap_or_default();
        let delimiter = self.delimiter;
        let length = memchr3(delimiter, b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
        let cell = rest.get(..length).unwrap_or_default();
        let (skipped, end) = match rest.as_bytes().get(length..).unwrap_or_default() {
            [b'\r', b'\n', ..] => (2, End::Record),
            [b'\r' | b'\n', ..] | [] => (1, End::Record),
            _ => (1, End::Cell),
        };
        self.at = from + length + skipped;
        (cell, end)
    }
}
