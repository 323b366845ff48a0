//! ODS: the tables of `content.xml` (`OpenDocument` 1.3), with repeated and covered cells under caps.

use std::ops::ControlFlow;

use super::format::plain;
use super::sink::{Flow, Merged, Sink, bounded};
use super::value;
use crate::reading::archive::Archive;
use crate::reading::beside::Besides;
use crate::reading::note::{Beside, Reason};
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
    let outcome = content(&mut stream, sink).and_then(|()| beside(&mut archive, sink));
    match outcome {
        Err(_) if breaks_off => {
            sink.cut();
            Ok(())
        }
        outcome => outcome,
    }
}

/// Margins of the pages, and what is embedded: titles of charts, other files.
fn beside(archive: &mut Archive<'_>, sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
    let limits = sink.limits;
    if let Some(part) = archive.part("styles.xml", None)? {
        let text = xml::decode(part);
        let mut stream = Xml::new(&text, &limits);
        while let Some(step) = stream.step()? {
            if let Step::Open(element) = step
                && is_margin(&element)
            {
                sink.besides.element(Beside::Margin, &mut stream)?;
            }
        }
    }
    let embedded: Vec<String> =
        archive.paths().filter(|path| path.ends_with("/content.xml")).map(str::to_owned).collect();
    for part in embedded {
        sink.besides.part(Beside::Shape, archive, (&part, "title"), &limits)?;
    }
    Ok(())
}

fn is_margin(element: &Element<'_>) -> bool {
    element.prefix() == "style"
        && matches!(
            element.name(),
            "header" | "footer" | "header-left" | "footer-left" | "header-first" | "footer-first"
        )
        && element.attribute("display").is_none_or(|display| display != "false")
}

/// The sheets of a document, in a part of its own or in a flat file.
pub(super) fn content(stream: &mut Xml<'_>, sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
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
            _ if is_margin(&element) => sink.besides.element(Beside::Margin, stream)?,
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
            Step::Open(element) if element.name() == "shapes" => sink.besides.element(Beside::Shape, stream)?,
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
                let text = cell(stream, &element, &mut sink.besides)?;
                if text.is_none() {
                    sink.no_result(number, column);
                }
                let text = bounded(text.unwrap_or_default(), &sink.limits);
                let end = column.saturating_add(repeated);
                if !text.is_empty() {
                    if end > sink.limits.columns {
                        sink.too_wide(number, end);
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

/// The text of a cell: its value where that is exact (numbers, dates), else its paragraphs; `None` for a formula whose
/// result was not kept.
fn cell(stream: &mut Xml<'_>, element: &Element<'_>, besides: &mut Besides) -> Result<Option<String>, Reason> {
    let shown = paragraphs(stream, element.name(), besides)?;
    let attribute = |name: &str| element.attribute(name).unwrap_or_default().into_owned();
    let kind = attribute("value-type");
    if kind.is_empty() && shown.is_empty() && element.attribute("formula").is_some() {
        return Ok(None);
    }
    Ok(Some(match kind.as_str() {
        // A code shown with leading zeros, or a number shown with words, is what the officer means, not its number.
        "float" | "percentage" | "currency" if !(is_padded(&shown) || kind == "float" && is_worded(&shown)) => {
            let value = attribute("value");
            value.parse().map_or(if value.is_empty() { shown } else { value }, plain)
        }
        "date" => value::iso_date(&attribute("date-value")),
        "string" if shown.is_empty() => attribute("string-value"),
        "boolean" => value::boolean(attribute("boolean-value") == "true").to_owned(),
        _ => shown,
    }))
}

fn is_padded(shown: &str) -> bool {
    shown.len() > 1 && shown.starts_with('0') && shown.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether letters or brackets stand beside the digits, or a hyphen between them.
fn is_worded(shown: &str) -> bool {
    let hyphened = shown.trim_start_matches('-').contains('-') && !shown.contains(['E', 'e']);
    hyphened
        || shown.parse::<f64>().is_err()
            && shown.contains(|letter: char| letter.is_alphabetic() || "(（「".contains(letter))
}

/// Paragraphs up to the close of the cell, one a line, without comments, readings and shapes. Blanks are single, as the
/// format has it: those that stand there are elements.
fn paragraphs(stream: &mut Xml<'_>, cell: &str, besides: &mut Besides) -> Result<String, Reason> {
    let mut text = String::new();
    let (mut paragraphs, mut reading, mut within) = (0, 0_usize, 0_usize);
    while let Some(step) = stream.step()? {
        match step {
            Step::Open(element) => match element.name() {
                "ruby-text" => reading += 1,
                _ if reading > 0 => reading += 1,
                "p" | "h" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                    within += 1;
                }
                "s" => {
                    let spaces = repeated(&element, "c").min(1_000) as usize;
                    text.push_str(&" ".repeat(spaces));
                }
                "tab" => text.push('\t'),
                "line-break" => text.push('\n'),
                _ => {
                    if let Some(kind) = beside_kind(&element) {
                        besides.element(kind, stream)?;
                    }
                }
            },
            Step::Text(part) if reading == 0 && within > 0 => push_single(&mut text, &part),
            Step::Text(_) => {}
            Step::Close(_) if reading > 0 => reading -= 1,
            Step::Close(name) => match &*name {
                "p" | "h" => within = within.saturating_sub(1),
                name if name == cell => break,
                _ => {}
            },
        }
    }
    Ok(text)
}

/// Comments, notes, and all that is drawn over the cells.
fn beside_kind(element: &Element<'_>) -> Option<Beside> {
    match (element.name(), element.prefix()) {
        ("annotation", _) => Some(Beside::Comment),
        ("note", _) => Some(Beside::Note),
        (_, "draw" | "dr3d") => Some(Beside::Shape),
        _ => None,
    }
}

/// Appends a text with runs of blanks, tabs and line ends as one blank, none at the head of a line.
fn push_single(text: &mut String, part: &str) {
    for letter in part.chars() {
        let blank = matches!(letter, ' ' | '\t' | '\n');
        if !blank {
            text.push(letter);
        } else if !(text.is_empty() || text.ends_with([' ', '\n', '\t'])) {
            text.push(' ');
        }
    }
}
