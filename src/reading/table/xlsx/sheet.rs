//! One worksheet: rows of cells in stream order, then the merged areas.

use std::ops::ControlFlow;

use super::Book;
use super::strings::{rich_text, unescape};
use crate::reading::limits::Limits;
use crate::reading::note::{Cap, Reason};
use crate::reading::table::sink::{Flow, Merged, Sink, bounded};
use crate::reading::table::value;
use crate::reading::xml::{Element, Step, Xml};

/// Merged areas that are filled in one sheet.
const MERGED: usize = 100_000;

/// Reads a worksheet part into the sink.
pub(super) fn read(text: &str, book: &Book, sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
    let limits = sink.limits;
    let mut stream = Xml::new(text, &limits);
    let mut row_number = 0;
    let mut merged = Vec::new();
    let outcome = loop {
        match stream.step() {
            Ok(Some(Step::Open(element))) => match element.name() {
                "row" => {
                    row_number =
                        element.attribute("r").and_then(|number| number.parse().ok()).unwrap_or(row_number + 1);
                    let (cells, outcome) = row(&mut stream, row_number, book, sink);
                    if let ControlFlow::Break(()) = sink.row(row_number, cells) {
                        merged = areas_behind(text, &limits);
                        break Ok(());
                    }
                    if let Err(reason) = outcome {
                        break Err(reason);
                    }
                }
                "mergeCell" if merged.len() < MERGED => {
                    merged.extend(element.attribute("ref").as_deref().and_then(area));
                }
                _ => {}
            },
            Ok(Some(_)) => {}
            Ok(None) => break Ok(()),
            Err(reason) => break Err(reason),
        }
    };
    sink.merge(&merged);
    outcome
}

/// The merged areas of a sheet whose rows were not read to their end: they stand behind all rows.
fn areas_behind(text: &str, limits: &Limits) -> Vec<Merged> {
    let mut merged = Vec::new();
    let tail = text.rfind("<mergeCells").and_then(|at| text.get(at..)).unwrap_or_default();
    let mut stream = Xml::new(tail, limits);
    while let Ok(Some(step)) = stream.step() {
        match step {
            Step::Open(element) if element.name() == "mergeCell" && merged.len() < MERGED => {
                merged.extend(element.attribute("ref").as_deref().and_then(area));
            }
            Step::Close(name) if name == "mergeCells" => break,
            Step::Open(_) | Step::Close(_) | Step::Text(_) => {}
        }
    }
    merged
}

/// The cells of a row up to its close; what was read before a break stands.
fn row(stream: &mut Xml<'_>, number: u32, book: &Book, sink: &mut Sink<'_, '_>) -> (Vec<String>, Result<(), Reason>) {
    let mut cells = Vec::new();
    let mut next_column = 0;
    loop {
        let step = match stream.step() {
            Ok(Some(step)) => step,
            Ok(None) => return (cells, Ok(())),
            Err(reason) => return (cells, Err(reason)),
        };
        match step {
            Step::Open(element) if element.name() == "c" => {
                let column = element.attribute("r").as_deref().and_then(column).unwrap_or(next_column);
                next_column = column + 1;
                match cell(stream, &element, book) {
                    Ok(text) => {
                        let text = bounded(text, &sink.limits);
                        if place(&mut cells, column, text, sink).is_break() {
                            let limit = sink.limits.columns as u64;
                            let found = Some(column as u64 + 1);
                            sink.note(Some(number), Reason::Limit { cap: Cap::Columns, limit, found });
                        }
                    }
                    Err(reason) => return (cells, Err(reason)),
                }
            }
            Step::Close(name) if name == "row" => return (cells, Ok(())),
            Step::Open(_) | Step::Close(_) | Step::Text(_) => {}
        }
    }
}

/// Puts a cell into its column; breaks when it lies beyond the cap.
fn place(cells: &mut Vec<String>, column: usize, text: String, sink: &Sink<'_, '_>) -> Flow {
    if text.is_empty() {
        return ControlFlow::Continue(());
    }
    if column >= sink.limits.columns {
        return ControlFlow::Break(());
    }
    if cells.len() <= column {
        cells.resize(column + 1, String::new());
    }
    if let Some(cell) = cells.get_mut(column) {
        *cell = text;
    }
    ControlFlow::Continue(())
}

/// The text of a cell, by its type.
fn cell(stream: &mut Xml<'_>, element: &Element<'_>, book: &Book) -> Result<String, Reason> {
    let kind = element.attribute("t").unwrap_or_default();
    let style = element.attribute("s").and_then(|style| style.parse().ok());
    let mut value = String::new();
    let mut within_value = false;
    while let Some(step) = stream.step()? {
        match step {
            Step::Open(inner) => match inner.name() {
                "v" => within_value = true,
                "is" => value = rich_text(stream, "is")?,
                _ => {}
            },
            Step::Text(text) if within_value => value.push_str(&text),
            Step::Close(name) if name == "v" => within_value = false,
            Step::Close(name) if name == "c" => break,
            Step::Text(_) | Step::Close(_) => {}
        }
    }
    Ok(match &*kind {
        "s" => value.trim().parse().ok().and_then(|index: usize| book.strings.get(index)).cloned().unwrap_or_default(),
        "b" => value::boolean(value.trim() == "1").to_owned(),
        "str" => unescape(value),
        "inlineStr" | "e" => value,
        "d" => value.trim_end_matches("T00:00:00").to_owned(),
        _ => number(&value, style, book),
    })
}

fn number(text: &str, style: Option<usize>, book: &Book) -> String {
    let text = text.trim();
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => value::number(number, book.styles.format(style), book.from_1904),
        _ => text.to_owned(),
    }
}

/// The 0-based column of a reference such as `BC23`.
fn column(reference: &str) -> Option<usize> {
    let mut column = 0_usize;
    for letter in reference.bytes().take_while(u8::is_ascii_alphabetic) {
        column = column.checked_mul(26)?.checked_add(usize::from(letter.to_ascii_uppercase() - b'A') + 1)?;
    }
    column.checked_sub(1)
}

/// A merged area such as `B5:B9`.
fn area(reference: &str) -> Option<Merged> {
    let (first, last) = reference.split_once(':')?;
    let row = |corner: &str| corner.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok();
    Some(Merged { first_row: row(first)?, last_row: row(last)?, column: column(first)? })
}
