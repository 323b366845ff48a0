//! Tables as one XLSX workbook, a sheet a table.
//!
//! Takes the tables and the properties of the file, the day of its making included (the core has no clock); gives bytes, always the same for
//! the same input. Cells are typed: a text never becomes a formula. Every sheet prints on A4 landscape, on as few
//! pages across as keep it legible, its header on each page.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook as Writer, Worksheet,
    XlsxError,
};

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::writing::cell::Cell;
use crate::writing::column::{Column, Kind};
use crate::writing::long_text::{self, LongText};
use crate::writing::table::{Table, TableError};

/// What the file says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Properties {
    /// Title of the file.
    pub title: String,
    /// What made it, with its version.
    pub author: String,
    /// The day of its making.
    pub created: Date,
}

/// An XLSX file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbook {
    /// The file.
    pub bytes: Vec<u8>,
    /// The cells whose text was too long; their whole text stands on a sheet of its own.
    pub long_texts: Vec<LongText>,
}

/// How far the writing has come, over all sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Progress {
    /// Rows written.
    pub rows: usize,
    /// Rows of all tables.
    pub of: usize,
}

/// Why no workbook could be written.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// Two tables have the same sheet name; spreadsheets do not tell capitals apart.
    #[error("two sheets are named {0:?}")]
    SameSheet(String),
    /// The sheet with the long texts breaks a rule.
    #[error(transparent)]
    Table(#[from] TableError),
    /// The writer refused.
    #[error(transparent)]
    Writer(#[from] XlsxError),
}

/// Rows between two reports of progress.
const PROGRESS_EVERY: usize = 1_000;
/// How hard the file is packed, of 1 to 9: at the usual 6 it takes a fifth longer and is a tenth smaller.
const LEVEL: u8 = 3;
/// A4 as Excel counts paper.
const A4: u8 = 9;
/// The rows that are looked at to choose the width of a column.
const WIDTH_SAMPLE: usize = 200;
const NARROWEST: usize = 8;
const WIDEST: usize = 60;
/// Half-width characters across an A4 page in landscape that can still be read: about 60 % of the usual size.
const LEGIBLE: f64 = 210.0;
/// The pages that the widest sheet is spread over.
const MOST_PAGES: u16 = 20;
/// The head of a table.
const HEAD: Color = Color::RGB(0x00E6_E6E6);

/// Writes the tables as one workbook; `progress` hears how far it has come.
///
/// # Errors
/// Two sheets of one name, or what the writer of the format refuses.
pub fn workbook(
    tables: &[Table],
    properties: &Properties,
    progress: &mut dyn FnMut(Progress),
) -> Result<Workbook, WorkbookError> {
    let long = long_texts(tables);
    let overflow = long_text::sheet(&long)?;
    let all: Vec<&Table> = tables.iter().chain(overflow.as_ref()).collect();
    check_names(&all)?;
    let mut counter =
        Counter { progress, done: Progress { rows: 0, of: all.iter().map(|table| table.rows().len()).sum() } };
    let mut writer = Writer::new();
    writer.set_zip_compression_level(LEVEL);
    writer.set_properties(&document_properties(properties)?);
    for table in all {
        write_sheet(writer.add_worksheet(), table, &mut counter)?;
    }
    let long_texts = long.into_iter().map(|(place, _)| place).collect();
    Ok(Workbook { bytes: writer.save_to_buffer()?, long_texts })
}

struct Counter<'a> {
    progress: &'a mut dyn FnMut(Progress),
    done: Progress,
}

impl Counter<'_> {
    fn count(&mut self) {
        self.done.rows += 1;
        if self.done.rows.is_multiple_of(PROGRESS_EVERY) || self.done.rows == self.done.of {
            (self.progress)(self.done);
        }
    }
}

fn document_properties(properties: &Properties) -> Result<DocProperties, XlsxError> {
    let date = properties.created;
    let created = ExcelDateTime::from_ymd(date.year(), date.month(), date.day())?;
    Ok(DocProperties::new().set_title(&properties.title).set_author(&properties.author).set_creation_datetime(&created))
}

fn check_names(tables: &[&Table]) -> Result<(), WorkbookError> {
    let mut seen = std::collections::BTreeSet::new();
    for table in tables {
        if !seen.insert(table.sheet().to_lowercase()) {
            return Err(WorkbookError::SameSheet(table.sheet().to_owned()));
        }
    }
    Ok(())
}

fn long_texts(tables: &[Table]) -> Vec<(LongText, &str)> {
    let mut found = Vec::new();
    for table in tables {
        for (row, cells) in (2_u32..).zip(table.rows()) {
            for (cell, column) in cells.iter().zip(table.columns()) {
                if let Cell::Text(text) = cell
                    && !long_text::fits(text)
                {
                    let length = text.encode_utf16().count();
                    let (sheet, header) = (table.sheet().to_owned(), column.header().to_owned());
                    found.push((LongText { sheet, row, header, length }, &**text));
                }
            }
        }
    }
    found
}

/// How cells look: nothing but what makes them legible.
struct Formats {
    header: Format,
    text: Format,
    number: Format,
    /// Numbers with a unit, in groups of three digits.
    amount: Format,
    date: Format,
}

impl Formats {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let text = top.clone().set_text_wrap();
        Self {
            header: text.clone().set_bold().set_background_color(HEAD).set_border_bottom(FormatBorder::Thin),
            text,
            date: top.clone().set_num_format("yyyy-mm-dd"),
            amount: top.clone().set_num_format("#,##0"),
            number: top,
        }
    }
}

fn write_sheet(sheet: &mut Worksheet, table: &Table, counter: &mut Counter<'_>) -> Result<(), XlsxError> {
    sheet.set_name(table.sheet())?;
    let formats = Formats::new();
    let mut across = 0.0;
    for (place, column) in (0_u16..).zip(table.columns()) {
        let width = width(table, usize::from(place));
        sheet.write_string_with_format(0, place, column.header(), &formats.header)?;
        sheet.set_column_width(place, width)?;
        // Texts have the format of their column: to look one up for each cell takes longer than to write it.
        if column.kind() == Kind::Text {
            sheet.set_column_format(place, &formats.text)?;
        }
        across += width;
    }
    for (row, cells) in (1_u32..).zip(table.rows()) {
        for ((place, cell), column) in (0_u16..).zip(cells).zip(table.columns()) {
            write_cell(sheet, (row, place), cell, column, &formats)?;
        }
        counter.count();
    }
    set_up_page(sheet, table, pages(across))
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, place): (u32, u16),
    cell: &Cell,
    column: &Column,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            let text = long_text::beginning(text).unwrap_or_else(|| String::from(&**text));
            if column.kind() == Kind::Text {
                sheet.write_string(row, place, text)?;
            } else {
                sheet.write_string_with_format(row, place, text, &formats.text)?;
            }
        }
        Cell::Integer(whole) => {
            let format = if column.unit_column().is_some() { &formats.amount } else { &formats.number };
            sheet.write_number_with_format(row, place, exact(&whole.to_string()), format)?;
        }
        Cell::Decimal(decimal) => {
            sheet.write_number_with_format(row, place, exact(&decimal.to_string()), &formats.number)?;
        }
        Cell::Date(day) => {
            let day = ExcelDateTime::from_ymd(day.year(), day.month(), day.day())?;
            sheet.write_datetime_with_format(row, place, day, &formats.date)?;
        }
    }
    Ok(())
}

/// The nearest number of a spreadsheet; [`Table`] lets at most 15 digits pass, which it keeps exactly.
fn exact(digits: &str) -> f64 {
    digits.parse().unwrap_or(f64::NAN)
}

/// The pages that columns of together this width are spread over.
fn pages(across: f64) -> u16 {
    (1..MOST_PAGES).find(|pages| f64::from(*pages) * LEGIBLE >= across).unwrap_or(MOST_PAGES)
}

fn set_up_page(sheet: &mut Worksheet, table: &Table, pages: u16) -> Result<(), XlsxError> {
    let last_row = u32::try_from(table.rows().len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(table.columns().len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, last_row, last_column)?;
    // A code is text on purpose; the sheet need not warn of it.
    sheet.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(pages, 0);
    sheet.set_repeat_rows(0, 0)?;
    if pages > 1 {
        sheet.set_repeat_columns(0, 0)?;
    }
    sheet.set_footer("&L&A&R&P / &N");
    Ok(())
}

/// The width of a column in half-width characters: that of its longest line among the first rows, within bounds.
fn width(table: &Table, place: usize) -> f64 {
    let header = table.columns().get(place).map_or(0, |column| half_widths(column.header()) + 3);
    let cells = table.rows().iter().take(WIDTH_SAMPLE).filter_map(|row| row.get(place));
    let widest = cells.map(cell_width).max().unwrap_or(0).max(header);
    let kind = table.columns().get(place).map(Column::kind);
    let least = if kind == Some(Kind::Date) { 12 } else { NARROWEST };
    u32::try_from(widest.clamp(least, WIDEST) + 1).map_or(9.0, f64::from)
}

fn cell_width(cell: &Cell) -> usize {
    match cell {
        Cell::Empty => 0,
        Cell::Text(text) => text.lines().map(half_widths).max().unwrap_or(0),
        Cell::Integer(number) => number.to_string().len(),
        Cell::Decimal(number) => number.to_string().len(),
        Cell::Date(_) => 10,
    }
}

fn half_widths(line: &str) -> usize {
    line.chars().take(WIDEST).map(|character| if character.is_ascii() { 1 } else { 2 }).sum()
}
