//! One worksheet: rows of cells in stream order, then the merged areas.

use std::ops::ControlFlow;

use super::strings::{rich_text, unescape};
use super::{Book, PASSED_OVER, USUAL_LEVELS};
use crate::reading::limits::Limits;
use crate::reading::note::Reason;
use crate::reading::table::format::Format;
use crate::reading::table::sink::{Flow, Merged, Sink, bounded};
use crate::reading::table::value;
use crate::reading::xml::{Element, Step, Xml};

/// Merged areas that are filled in one sheet.
const MERGED: usize = 100_000;

/// Reads a worksheet part into the sink.
pub(super) fn read(text: &str, book: &Book, sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
    let limits = sink.limits;
    let mut stream = Xml::package(text, PASSED_OVER, &limits);
    let mut row_number = 0;
    let mut merged = Vec::new();
    let mut width = 0;
    let mut margin: Option<String> = None;
    let outcome = loop {
        match stream.step() {
            Ok(Some(Step::Open(element))) => match element.name() {
                "row" => {
                    row_number =
                        element.attribute("r").and_then(|number| number.parse().ok()).unwrap_or(row_number + 1);
                    let (cells, outcome) = row(&mut stream, (row_number, width), book, sink);
                    width = cells.len();
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
                name if is_margin(name) => margin = Some(String::new()),
                _ => {}
            },
            Ok(Some(Step::Text(text))) => margin.iter_mut().for_each(|margin| margin.push_str(&text)),
            Ok(Some(Step::Close(_))) => margin.take().iter().for_each(|margin| sink.besides.margin(margin)),
            Ok(None) => break Ok(()),
            Err(reason) => break Err(reason),
        }
    };
    sink.merge(&merged);
    outcome
}

fn is_margin(name: &str) -> bool {
    let pages = ["odd", "even", "first"];
    pages.iter().any(|page| matches!(name.strip_prefix(page), Some("Header" | "Footer")))
}

/// The merged areas of a sheet whose rows were not read to their end: they stand behind all rows.
fn areas_behind(text: &str, limits: &Limits) -> Vec<Merged> {
    let mut merged = Vec::new();
    let name = text.rfind("mergeCells ").or_else(|| {
        text.rfind("mergeCells>").and_then(|end| {
            // The last one closes; the one that opens stands before it.
            text.get(..end)?.rfind("mergeCells>").or(Some(end))
        })
    });
    let tail = name.and_then(|at| text.get(..at)?.rfind('<')).and_then(|at| text.get(at..)).unwrap_or_default();
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

/// The cells of a row (its number, and how many are likely) up to its close; what was read before a break stands.
fn row(
    stream: &mut Xml<'_>,
    (number, likely): (u32, usize),
    book: &Book,
    sink: &mut Sink<'_, '_>,
) -> (Vec<String>, Result<(), Reason>) {
    let mut cells = Vec::with_capacity(likely);
    let mut next_column = 0;
    loop {
        let (column, read) = if let Some((cell, value, bytes)) = usual(stream.ahead(USUAL_LEVELS)) {
            stream.pass(bytes);
            (cell.column, Ok(cell.text(value.into(), book)))
        } else {
            match stream.step() {
                Ok(Some(Step::Open(element))) if element.name() == "c" => {
                    let cell = Cell::of(&element);
                    (cell.column, cell.read(stream, book))
                }
                Ok(Some(Step::Close(name))) if name == "row" => return (cells, Ok(())),
                Ok(Some(_)) => continue,
                Ok(None) => return (cells, Ok(())),
                Err(reason) => return (cells, Err(reason)),
            }
        };
        let column = column.unwrap_or(next_column);
        next_column = column + 1;
        match read {
            Ok(Read::Text(text)) => {
                if place(&mut cells, column, bounded(text, &sink.limits), sink).is_break() {
                    sink.too_wide(number, column + 1);
                }
            }
            Ok(Read::TextMissing) => sink.text_missing(number, column),
            Ok(Read::NoResult) => sink.no_result(number, column),
            Err(reason) => return (cells, Err(reason)),
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
    if cells.len() == column {
        cells.push(text);
        return ControlFlow::Continue(());
    }
    if cells.len() <= column {
        cells.resize(column + 1, String::new());
    }
    if let Some(cell) = cells.get_mut(column) {
        *cell = text;
    }
    ControlFlow::Continue(())
}

/// What the content of a cell is (ECMA-376 part 1, 18.18.11).
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Kind {
    #[default]
    Number,
    Shared,
    Formula,
    Inline,
    Boolean,
    Date,
    Error,
}

/// What came of a cell.
enum Read {
    Text(String),
    /// It names a shared string that the file does not hold.
    TextMissing,
    /// A formula whose result was not kept.
    NoResult,
}

/// What a cell tells of itself before its value.
#[derive(Default)]
struct Cell {
    column: Option<usize>,
    style: Option<usize>,
    kind: Kind,
}

impl Cell {
    fn of(element: &Element<'_>) -> Self {
        let mut cell = Self::default();
        element.each(|name, value| cell.take(name, value));
        cell
    }

    /// Takes one of its attributes.
    fn take(&mut self, name: &str, value: &str) {
        match name {
            "r" => self.column = column(value),
            "s" => self.style = value.parse().ok(),
            "t" => {
                self.kind = match value {
                    "s" => Kind::Shared,
                    "str" => Kind::Formula,
                    "inlineStr" => Kind::Inline,
                    "b" => Kind::Boolean,
                    "d" => Kind::Date,
                    "e" => Kind::Error,
                    _ => Kind::Number,
                }
            }
            _ => {}
        }
    }

    fn read(&self, stream: &mut Xml<'_>, book: &Book) -> Result<Read, Reason> {
        let mut value: Option<std::borrow::Cow<'_, str>> = None;
        let (mut within_value, mut formula) = (false, false);
        while let Some(step) = stream.step()? {
            match step {
                Step::Open(inner) => match inner.name() {
                    "v" => {
                        within_value = true;
                        value.get_or_insert_default();
                    }
                    "f" => formula = true,
                    "is" => value = Some(rich_text(stream, "is")?.into()),
                    _ => {}
                },
                Step::Text(text) if within_value => match &mut value {
                    Some(value) if !value.is_empty() => value.to_mut().push_str(&text),
                    value => *value = Some(text),
                },
                Step::Close(name) => match &*name {
                    "v" => within_value = false,
                    "c" => break,
                    _ => {}
                },
                Step::Text(_) => {}
            }
        }
        // The result of a formula may be an empty text; a number, error or boolean never is.
        let no_result = value.as_ref().is_none_or(|value| self.kind != Kind::Formula && value.trim().is_empty());
        if formula && no_result {
            return Ok(Read::NoResult);
        }
        Ok(self.text(value.unwrap_or_default(), book))
    }

    fn text(&self, value: std::borrow::Cow<'_, str>, book: &Book) -> Read {
        let format = || self.style.map_or(&Format::Plain, |style| book.styles.format(style));
        let worded = |text: String| value::text(&text, format()).unwrap_or(text);
        Read::Text(match self.kind {
            Kind::Shared => {
                let index = value.trim().parse().ok();
                match index.and_then(|index: usize| book.strings.get(index)) {
                    Some(text) => worded(text.clone()),
                    // A preview reads only the first strings.
                    None if book.strings_cut || value.is_empty() => String::new(),
                    None => return Read::TextMissing,
                }
            }
            Kind::Boolean if value.is_empty() => String::new(),
            Kind::Boolean => value::boolean(matches!(value.trim(), "1" | "true")).to_owned(),
            Kind::Formula => worded(unescape(value.into_owned())),
            Kind::Inline => worded(value.into_owned()),
            Kind::Error => value.into_owned(),
            Kind::Date => value::iso_date(&value),
            Kind::Number => {
                let text = value.trim();
                match text.parse::<f64>() {
                    Ok(number) if number.is_finite() => value::number(number, format(), book.from_1904),
                    _ => text.to_owned(),
                }
            }
        })
    }
}

/// A cell with a value and nothing else, `<c r="A1" s="2" t="s"><v>5</v></c>`, its value and the bytes up to its end.
fn usual(text: &str) -> Option<(Cell, &str, usize)> {
    let mut rest = text.trim_ascii_start().strip_prefix("<c")?;
    let mut cell = Cell::default();
    while let [b' ', b'r' | b's' | b't', b'=', b'"', ..] = rest.as_bytes() {
        let (name, value) = (rest.get(1..2)?, rest.get(4..)?);
        let end = value.bytes().position(|byte| byte == b'"')?;
        cell.take(name, value.get(..end)?);
        rest = value.get(end + 1..)?;
    }
    let taken = |rest: &str| text.len() - rest.len();
    if let Some(rest) = rest.strip_prefix("/>") {
        return Some((cell, "", taken(rest)));
    }
    let value = rest.strip_prefix("><v>")?;
    let end = value.bytes().position(|byte| matches!(byte, b'<' | b'&' | b'\r'))?;
    let (value, rest) = value.split_at_checked(end)?;
    Some((cell, value, taken(rest.strip_prefix("</v></c>")?)))
}

/// The 0-based column of a reference such as `BC23`.
pub(super) fn column(reference: &str) -> Option<usize> {
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
