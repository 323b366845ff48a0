//! ODS: the tables of `content.xml` (`OpenDocument` 1.3), with repeated and covered cells under caps.

use std::ops::ControlFlow;

use super::sink::{Flow, Merged, Sink, bounded};
use super::value;
use crate::reading::archive::Archive;
use crate::reading::note::{Cap, Reason};
use crate::reading::xml::{self, Element, Step, Xml};

/// Unzipped bytes that a preview looks at.
const PREVIEW: u64 = 4 << 20;

/// Reads all sheets into the sink.
pub(super) fn read(bytes: &[u8], sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
    let limits = sink.limits;
    let mut archive = Archive::open(bytes, &limits)?;
    if let Some(manifest) = archive.part("META-INF/manifest.xml", None)?
        && xml::decode(manifest).contains("encryption-data")
    {
        return Err(Reason::Encrypted);
    }
    let at_most = sink.previews().then_some(PREVIEW);
    let part = archive.part("content.xml", at_most)?.ok_or_else(|| Reason::damaged("content.xml is missing"))?;
    let breaks_off = at_most == Some(part.len() as u64);
    let text = xml::decode(part);
    let mut stream = Xml::new(&text, &limits);
    match content(&mut stream, sink) {
        Err(_) if breaks_off => {
            sink.cut();
            Ok(())
        }
        outcome => outcome,
    }
}

fn content(stream: &mut Xml<'_>, sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
    let mut hidden_styles: Vec<String> = Vec::new();
    let mut style = String::new();
    while let Some(step) = stream.step()? {
        let Step::Open(element) = step else { continue };
        match element.name() {
            "style" => style = element.attribute("name").unwrap_or_default().into_owned(),
            "table-properties" if element.attribute("display").as_deref() == Some("false") => {
                hidden_styles.push(style.clone());
            }
            "table" => {
                let name = element.attribute("name").unwrap_or_default();
                let hidden = element
                    .attribute("style-name")
                    .is_some_and(|style| hidden_styles.iter().any(|hidden| **hidden == *style));
                sink.begin(Some(&name), hidden);
                table(stream, sink)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// The rows of one table up to its close. A table within a cell does not end it.
fn table(stream: &mut Xml<'_>, sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
    let mut number: u32 = 1;
    let mut merged = Vec::new();
    let mut wanted = true;
    while let Some(step) = stream.step()? {
        match step {
            Step::Open(element) if element.name() == "table-row" => {
                let repeated = repeated(&element, "number-rows-repeated");
                let cells = row(stream, number, &mut merged, sink)?;
                if wanted && !cells.is_empty() {
                    wanted = repeat(number, repeated, &cells, sink).is_continue();
                }
                number = number.saturating_add(repeated);
            }
            Step::Close(name) if name == "table" => break,
            Step::Open(_) | Step::Close(_) | Step::Text(_) => {}
        }
    }
    sink.merge(&merged);
    Ok(())
}

/// Gives a row as often as it is repeated, until the sink wants no more.
fn repeat(number: u32, repeated: u32, cells: &[String], sink: &mut Sink<'_, '_>) -> Flow {
    for number in number..number.saturating_add(repeated) {
        sink.row(number, cells.to_vec())?;
    }
    ControlFlow::Continue(())
}

fn row(
    stream: &mut Xml<'_>,
    number: u32,
    merged: &mut Vec<Merged>,
    sink: &mut Sink<'_, '_>,
) -> Result<Vec<String>, Reason> {
    let mut cells: Vec<String> = Vec::new();
    let mut column = 0_usize;
    while let Some(step) = stream.step()? {
        match step {
            Step::Open(element) if matches!(element.name(), "table-cell" | "covered-table-cell") => {
                let repeated = repeated(&element, "number-columns-repeated") as usize;
                let spanned = self::repeated(&element, "number-rows-spanned");
                if spanned > 1 {
                    merged.push(Merged { first_row: number, last_row: number.saturating_add(spanned - 1), column });
                }
                let text = bounded(cell(stream, &element)?, &sink.limits);
                let end = column.saturating_add(repeated);
                if !text.is_empty() {
                    if end > sink.limits.columns {
                        let (limit, found) = (sink.limits.columns as u64, Some(end as u64));
                        sink.note(Some(number), Reason::Limit { cap: Cap::Columns, limit, found });
                    }
                    if column < sink.limits.columns {
                        cells.resize(column, String::new());
                        cells.resize(end.min(sink.limits.columns), text);
                    }
                }
                column = end;
            }
            Step::Close(name) if name == "table-row" => break,
            Step::Open(_) | Step::Close(_) | Step::Text(_) => {}
        }
    }
    Ok(cells)
}

fn repeated(element: &Element<'_>, attribute: &str) -> u32 {
    element.attribute(attribute).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}

/// The text of a cell: its value where that is exact (numbers, dates), else its paragraphs.
fn cell(stream: &mut Xml<'_>, element: &Element<'_>) -> Result<String, Reason> {
    let shown = paragraphs(stream, element.name())?;
    let attribute = |name: &str| element.attribute(name).unwrap_or_default().into_owned();
    Ok(match attribute("value-type").as_str() {
        // A code shown with leading zeros is what the officer means, not its number.
        "float" | "percentage" | "currency" if !is_padded(&shown) => {
            let value = attribute("value");
            value.parse().map_or(value, |number| value::number(number, value::Format::Plain, false))
        }
        "date" => attribute("date-value").trim_end_matches("T00:00:00").replace('T', " "),
        "boolean" => value::boolean(attribute("boolean-value") == "true").to_owned(),
        _ => shown,
    })
}

fn is_padded(shown: &str) -> bool {
    shown.len() > 1 && shown.starts_with('0') && shown.bytes().all(|byte| byte.is_ascii_digit())
}

/// Paragraphs up to the close of the cell, one a line, without comments and readings.
fn paragraphs(stream: &mut Xml<'_>, cell: &str) -> Result<String, Reason> {
    let mut text = String::new();
    let (mut paragraphs, mut aside) = (0, 0_usize);
    while let Some(step) = stream.step()? {
        match step {
            Step::Open(element) => match element.name() {
                "annotation" | "ruby-text" => aside += 1,
                "p" if aside == 0 => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                }
                "s" if aside == 0 => {
                    let spaces = repeated(&element, "c").min(1_000) as usize;
                    text.push_str(&" ".repeat(spaces));
                }
                "tab" if aside == 0 => text.push('\t'),
                "line-break" if aside == 0 => text.push('\n'),
                _ => {}
            },
            Step::Text(part) if aside == 0 && paragraphs > 0 => text.push_str(&part),
            Step::Text(_) => {}
            Step::Close(name) => match name.as_str() {
                "annotation" | "ruby-text" => aside = aside.saturating_sub(1),
                name if name == cell => break,
                _ => {}
            },
        }
    }
    Ok(text)
}
