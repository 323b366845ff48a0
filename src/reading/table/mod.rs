//! Tables: any list file as sheets of rows of text.
//!
//! [`open`] takes a file's name and bytes (CSV, TSV, XLSX, XLSM, XLS, ODS, tables of HTML, `SpreadsheetML`), gives its sheets with their rows as the
//! officer sees them (numbers as typed, dates as `2024-04-01`, merged cells filled downwards, rows numbered as the
//! spreadsheet numbers them) and a note for whatever was left out. It never fails as a whole.

mod columns;
mod delimited;
mod format;
mod header;
mod marks;
mod markup;
mod ods;
mod sink;
mod value;
mod word;
mod xls;
mod xlsx;
mod xml_sheet;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use columns::Role;
pub(crate) use delimited::looks_tabular;
pub use header::Header;
pub use marks::{Area, Marks, Struck, marks};
pub(super) use word::is_list;

use super::charset::{self, Charset, Guess};
use super::detect::{Kind, ZEROS, arrived, detect};
use super::limits::Limits;
use super::note::{Note, Reason};
use super::progress::{Watch, unwatched};
use super::text::html;
use sink::Sink;

/// A row with content. Blank rows are not kept, their numbers are.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Row {
    /// 1-based, as spreadsheets count (a line break within a cell does not begin a row).
    pub number: u32,
    /// Cells from column A on, blank cells empty, trailing blanks left out.
    pub cells: Vec<String>,
}

impl Row {
    /// The cell in a 0-based column, empty where there is none.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// Sets a cell, with blanks up to it.
    fn fill(&mut self, column: usize, value: &str) {
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        if let Some(cell) = self.cells.get_mut(column) {
            value.clone_into(cell);
        }
    }
}

/// A sheet of a workbook, or the one table of a CSV file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// Name of the sheet; `None` for CSV and TSV.
    pub name: Option<Arc<str>>,
    /// Hidden by its author.
    pub hidden: bool,
    /// Rows with content, in order.
    pub rows: Vec<Row>,
    /// Blank rows between and above them.
    pub blank_rows: u32,
    /// Only the first rows were asked for and there are more.
    pub cut: bool,
}

impl Sheet {
    /// Guesses the header row and what the columns hold; see [`Header`].
    #[must_use]
    pub fn header(&self) -> Header {
        header::guess(self)
    }

    /// The columns when the header row is known (`None`: the list has no header and begins at once).
    #[must_use]
    pub fn header_at(&self, row: Option<u32>) -> Header {
        header::given(self, row)
    }

    /// The rows below the header.
    pub fn body<'a>(&'a self, header: &Header) -> impl Iterator<Item = &'a Row> {
        let first = header.row.unwrap_or(0);
        self.rows.iter().filter(move |row| row.number > first)
    }

    /// Whether its own header says that it is a list of clauses.
    pub(super) fn is_list_of_clauses(&self) -> bool {
        let row = self.header().row;
        let cells = self.rows.iter().find(|candidate| Some(candidate.number) == row).map(|row| row.cells.as_slice());
        let named = cells.map(|cells| columns::roles(cells, &[], cells.len())).unwrap_or_default();
        named.contains(&Role::Text) && (named.contains(&Role::Title) || named.contains(&Role::Article))
    }

    /// The widest row's number of cells.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }
}

/// How to open a table; the default guesses everything and reads everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Character set of CSV and TSV, if the officer chose one.
    pub charset: Option<Charset>,
    /// Delimiter of CSV and TSV, if the officer chose one.
    pub delimiter: Option<u8>,
    /// Only so many rows with content of each sheet, for a preview.
    pub rows: Option<usize>,
    /// Caps.
    pub limits: Limits,
}

/// An opened table file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the file is.
    pub kind: Kind,
    /// Character set of a CSV or TSV file, as guessed or chosen.
    pub charset: Option<Guess>,
    /// Delimiter of a CSV or TSV file.
    pub delimiter: Option<u8>,
    /// Its sheets; empty when it could not be opened.
    pub sheets: Vec<Sheet>,
    /// What was not read.
    pub notes: Vec<Note>,
}

/// Opens a table file of any kind.
///
/// Text that is not clearly something else is read as CSV or TSV. What cannot be read becomes a note; on cancel the
/// rows read until then are given with [`Reason::Cancelled`].
pub fn open(name: &str, bytes: &[u8], options: &Options, watch: &mut Watch<'_>) -> Table {
    let file: Arc<str> = Arc::from(name);
    let kind = detect(name, bytes);
    let mut table = Table { kind, charset: None, delimiter: None, sheets: Vec::new(), notes: Vec::new() };
    let limit = options.limits.file_bytes;
    if bytes.len() as u64 > limit {
        let reason = Reason::Limit { cap: super::note::Cap::FileBytes, limit, found: Some(bytes.len() as u64) };
        table.notes.push(Note::file(&file, reason));
        return table;
    }
    let mut sink = Sink::new(file.clone(), options, watch);
    let whole = arrived(bytes);
    let bytes = whole.unwrap_or(bytes);
    let outcome = match kind {
        Kind::Xlsx => xlsx::read(bytes, &mut sink),
        Kind::Xls => xls::read(bytes, &mut sink),
        Kind::Ods => ods::read(bytes, &mut sink),
        Kind::Delimited | Kind::Text | Kind::JsonLines => {
            delimited_text(bytes, options, &mut table, &mut sink);
            Ok(())
        }
        Kind::Html => {
            let (charset, text) = html::decoded(bytes, options.charset);
            table.charset = Some(Guess { charset, marked: false });
            markup::read(&text, &mut sink)
        }
        Kind::XmlSheet => {
            let charset = options.charset.unwrap_or_else(|| charset::of_document(bytes));
            table.charset = Some(Guess { charset, marked: false });
            xml_sheet::read(&charset.decode(bytes), &mut sink)
        }
        Kind::Encrypted => Err(Reason::Encrypted),
        Kind::Empty => Err(Reason::Empty),
        Kind::Unread(kind) => Err(Reason::UnreadKind { kind }),
        Kind::Docx => word::read(bytes, &mut sink),
        Kind::Xml | Kind::Zip => Err(Reason::NoTable),
    };
    let (sheets, notes) = sink.finish(outcome.and(whole.map_or(Ok(()), |_| Err(Reason::damaged(ZEROS)))));
    table.sheets = sheets;
    table.notes = notes;
    table
}

/// The name of a 0-based column as spreadsheets write it: A, B … Z, AA …
#[must_use]
pub fn column_letters(column: usize) -> String {
    let last = u8::try_from(column % 26).map_or('?', |digit| char::from(b'A' + digit));
    if column < 26 { last.to_string() } else { format!("{}{last}", column_letters(column / 26 - 1)) }
}

/// CSV and TSV by the character set and delimiter that were chosen or are guessed.
fn delimited_text(bytes: &[u8], options: &Options, table: &mut Table, sink: &mut Sink<'_, '_>) {
    let guess = options.charset.map_or_else(|| charset::guess(bytes), |charset| Guess { charset, marked: false });
    table.charset = Some(guess);
    let text = delimited::decode(bytes, guess.charset, options.rows);
    let delimiter = options.delimiter.unwrap_or_else(|| delimited::guess(&text));
    table.delimiter = Some(delimiter);
    delimited::read(&text, delimiter, guess.charset, sink);
}

/// Opens a table file with every guess left to the page and no progress: one call for the other two tools.
///
/// ```
/// let table = ichimai::reading::table::open_simply("towns.csv", "団体名,人口\n三郷市,142000\n".as_bytes());
/// let sheet = &table.sheets[0];
/// let header = sheet.header();
/// assert_eq!(header.row, Some(1));
/// assert_eq!(sheet.body(&header).next().map(|row| row.cell(0)), Some("三郷市"));
/// ```
#[must_use]
pub fn open_simply(name: &str, bytes: &[u8]) -> Table {
    open(name, bytes, &Options::default(), &mut unwatched)
}
