//! Workbooks written as one XML file: `SpreadsheetML` 2003 (`.xml`, often named `.xls`) and flat ODS (`.fods`).

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::format::Format;
use super::ods;
use super::sink::{Merged, Sink, bounded};
use super::value;
use crate::reading::beside::Besides;
use crate::reading::note::{Beside, Reason};
use crate::reading::xml::{Element, Step, Xml};

/// Reads all sheets into the sink.
pub(super) fn read(text: &str, sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
    let limits = sink.limits;
    let mut stream = Xml::new(text, &limits);
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        Book::default().read(&mut stream, sink)
    } else {
        ods::content(&mut stream, sink)
    }
}

/// Number formats by the name of their style.
#[derive(Default)]
struct Book {
    formats: BTreeMap<String, Format>,
    style: String,
}

impl Book {
    fn read(&mut self, stream: &mut Xml<'_>, sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
        while let Some(step) = stream.step()? {
            let Step::Open(element) = step else { continue };
            match element.name() {
                "Style" => self.style = element.attribute("ID").unwrap_or_default().into_owned(),
                "NumberFormat" => {
                    let code = element.attribute("Format").unwrap_or_default();
                    self.formats.insert(self.style.clone(), Format::custom(&code));
                }
                "Worksheet" => sink.begin(element.attribute("Name").as_deref(), false),
                "Table" => self.table(stream, sink)?,
                "Header" | "Footer" => sink.besides.margin(&element.attribute("Data").unwrap_or_default()),
                "Visible" => {
                    if let Some(Step::Text(text)) = stream.step()?
                        && text.contains("Hidden")
                    {
                        sink.hide();
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn table(&self, stream: &mut Xml<'_>, sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
        let mut number = 0_u32;
        let mut merged = Vec::new();
        let mut wanted = true;
        while let Some(step) = stream.step()? {
            match step {
                Step::Open(element) if element.name() == "Row" => {
                    number = attribute(&element, "Index").unwrap_or_else(|| number.saturating_add(1));
                    let span = attribute(&element, "Span").unwrap_or(0);
                    let cells = self.row(stream, number, &mut merged, sink)?;
                    wanted = wanted && sink.row(number, cells) == ControlFlow::Continue(());
                    number = number.saturating_add(span);
                }
                Step::Close(name) if name == "Table" => break,
                Step::Open(_) | Step::Close(_) | Step::Text(_) => {}
            }
        }
        sink.merge(&merged);
        Ok(())
    }

    fn row(
        &self,
        stream: &mut Xml<'_>,
        number: u32,
        merged: &mut Vec<Merged>,
        sink: &mut Sink<'_, '_>,
    ) -> Result<Vec<String>, Reason> {
        let mut cells: Vec<String> = Vec::new();
        // One more than the cap, so that the sink sees that there are too many.
        let most = sink.limits.columns + 1;
        while let Some(step) = stream.step()? {
            match step {
                Step::Open(element) if element.name() == "Cell" => {
                    let column =
                        attribute(&element, "Index").map_or(cells.len(), |index| index.saturating_sub(1) as usize);
                    let down = attribute(&element, "MergeDown").unwrap_or(0);
                    if down > 0 {
                        merged.push(Merged { first_row: number, last_row: number.saturating_add(down), column });
                    }
                    let across = attribute(&element, "MergeAcross").unwrap_or(0) as usize;
                    let format = element.attribute("StyleID").and_then(|style| self.formats.get(&*style).cloned());
                    let text = cell(stream, &format.unwrap_or_default(), &mut sink.besides)?;
                    let text = bounded(text, &sink.limits);
                    if column < most {
                        cells.resize(column, String::new());
                        cells.push(text);
                        cells.resize((column + 1).saturating_add(across).min(most), String::new());
                    }
                }
                Step::Close(name) if name == "Row" => break,
                Step::Open(_) | Step::Close(_) | Step::Text(_) => {}
            }
        }
        Ok(cells)
    }
}

fn attribute(element: &Element<'_>, name: &str) -> Option<u32> {
    element.attribute(name)?.trim().parse().ok()
}

/// The text of a cell up to its close, without the comment that may hang on it.
fn cell(stream: &mut Xml<'_>, format: &Format, besides: &mut Besides) -> Result<String, Reason> {
    let (mut text, mut kind) = (String::new(), String::new());
    let (mut in_data, mut comment) = (false, None::<String>);
    while let Some(step) = stream.step()? {
        match step {
            Step::Open(element) => match element.name() {
                "Data" if comment.is_none() => {
                    in_data = true;
                    kind = element.attribute("Type").unwrap_or_default().into_owned();
                }
                "Comment" => comment = Some(String::new()),
                _ => {}
            },
            Step::Text(part) if in_data => text.push_str(&part),
            Step::Text(part) => comment.iter_mut().for_each(|comment| comment.push_str(&part)),
            Step::Close(name) => match &*name {
                "Data" => in_data = false,
                "Comment" => comment.take().iter().for_each(|comment| besides.add(Beside::Comment, comment)),
                "Cell" => break,
                _ => {}
            },
        }
    }
    Ok(match kind.as_str() {
        "Number" => text.trim().parse().map_or(text, |number| value::number(number, format, false)),
        "DateTime" => text.trim().trim_end_matches(".000").trim_end_matches("T00:00:00").replace('T', " "),
        "Boolean" => value::boolean(text.trim() == "1").to_owned(),
        _ => text,
    })
}
