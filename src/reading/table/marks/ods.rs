//! Marks of ODS: automatic styles, rows, spans, annotations in `content.xml`.

use std::collections::BTreeMap;

use super::{Area, Look, MOST, Marks, Runs};
use crate::reading::archive::Archive;
use crate::reading::limits::Limits;
use crate::reading::note::Reason;
use crate::reading::xml::{self, Element, Step, Xml};

/// Rows and cells that a repetition is followed through; templates repeat blanks up to the end of the sheet.
const REPEATED: u32 = 2_000;

/// The marks of all sheets.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Vec<Marks>, Reason> {
    let mut archive = Archive::open(bytes, limits)?;
    let part = archive.part("content.xml", None)?.ok_or_else(|| Reason::damaged("content.xml is missing"))?;
    let text = xml::decode(part);
    let mut stream = Xml::new(&text, limits);
    let (mut looks, mut style) = (BTreeMap::new(), String::new());
    // Formats of dates, and whether they show a year.
    let (mut dates, mut date) = (BTreeMap::<String, bool>::new(), String::new());
    let mut all = Vec::new();
    while let Some(step) = stream.step()? {
        let Step::Open(element) = step else { continue };
        match element.name() {
            "style" => {
                style = element.attribute("name").unwrap_or_default().into_owned();
                let format = element.attribute("data-style-name").unwrap_or_default();
                let yearless = dates.get(&*format).is_some_and(|year| !year);
                looks.insert(style.clone(), Look { yearless, ..Look::default() });
            }
            "date-style" => {
                date = element.attribute("name").unwrap_or_default().into_owned();
                dates.insert(date.clone(), false);
            }
            "year" | "era" => {
                dates.insert(date.clone(), true);
            }
            "table-cell-properties" | "text-properties" => {
                if let Some(look) = looks.get_mut(&style) {
                    dress(&element, look);
                }
            }
            "table" => {
                all.push(Table { looks: &looks, marks: Marks::default(), columns: Vec::new() }.read(&mut stream)?);
            }
            _ => {}
        }
    }
    Ok(all)
}

fn dress(element: &Element<'_>, look: &mut Look) {
    if let Some(line) = element.attribute("text-line-through-style") {
        look.struck = line != "none";
    }
    if let Some(colour) = element.attribute("background-color")
        && !matches!(&*colour.to_lowercase(), "transparent" | "#ffffff")
    {
        look.fill = Some(colour.trim_start_matches('#').to_uppercase());
    }
}

struct Table<'a> {
    looks: &'a BTreeMap<String, Look>,
    marks: Marks,
    /// The style of the cells of each column that name none.
    columns: Vec<String>,
}

impl Table<'_> {
    fn read(mut self, stream: &mut Xml<'_>) -> Result<Marks, Reason> {
        let mut row = 1_u32;
        while let Some(step) = stream.step()? {
            match step {
                Step::Open(element) if element.name() == "table-column" => {
                    let style = element.attribute("default-cell-style-name").unwrap_or_default().into_owned();
                    let count = repeated(&element, "number-columns-repeated").min(REPEATED) as usize;
                    self.columns.resize((self.columns.len() + count).min(REPEATED as usize), style);
                }
                Step::Open(element) if element.name() == "table-row" => {
                    let count = repeated(&element, "number-rows-repeated");
                    if element.attribute("visibility").is_some_and(|shown| matches!(&*shown, "collapse" | "filter")) {
                        self.marks.hidden_rows.extend(row..row.saturating_add(count.min(REPEATED)));
                    }
                    self.row(stream, row)?;
                    row = row.saturating_add(count);
                }
                Step::Close(name) if name == "table" => break,
                Step::Open(_) | Step::Close(_) | Step::Text(_) => {}
            }
        }
        Ok(self.marks)
    }

    fn row(&mut self, stream: &mut Xml<'_>, row: u32) -> Result<(), Reason> {
        let mut column = 0_usize;
        while let Some(step) = stream.step()? {
            match step {
                Step::Open(element) if matches!(element.name(), "table-cell" | "covered-table-cell") => {
                    let count = repeated(&element, "number-columns-repeated");
                    let end = column + count.min(REPEATED) as usize;
                    self.look(&element, row, column..end);
                    self.span(&element, row, column);
                    self.cell(stream, element.name(), (row, column))?;
                    column = column.saturating_add(count as usize);
                }
                Step::Close(name) if name == "table-row" => break,
                Step::Open(_) | Step::Close(_) | Step::Text(_) => {}
            }
        }
        Ok(())
    }

    fn look(&mut self, element: &Element<'_>, row: u32, columns: std::ops::Range<usize>) {
        let own = element.attribute("style-name");
        for column in columns {
            let style = own.as_deref().or_else(|| self.columns.get(column).map(String::as_str)).unwrap_or_default();
            if let Some(look) = self.looks.get(style) {
                look.mark((row, column), &mut self.marks);
            }
        }
    }

    fn span(&mut self, element: &Element<'_>, row: u32, column: usize) {
        let (rows, columns) = (repeated(element, "number-rows-spanned"), repeated(element, "number-columns-spanned"));
        if (rows > 1 || columns > 1) && self.marks.merged.len() < MOST {
            self.marks.merged.push(Area {
                first_row: row,
                last_row: row.saturating_add(rows - 1),
                first_column: column,
                last_column: column.saturating_add(columns as usize - 1),
            });
        }
    }

    /// Words, struck or not, and the annotation of a cell up to its close.
    fn cell(&mut self, stream: &mut Xml<'_>, end: &str, place: super::Place) -> Result<(), Reason> {
        let whole = self.marks.struck.contains_key(&place);
        let (mut runs, mut spans, mut comment) = (Runs::default(), Vec::new(), None::<String>);
        let (mut within_comment, mut within_paragraph) = (false, false);
        while let Some(step) = stream.step()? {
            match step {
                Step::Open(element) => match element.name() {
                    "annotation" => (within_comment, comment) = (true, Some(String::new())),
                    "p" => {
                        within_paragraph = true;
                        if let Some(text) = comment.as_mut().filter(|text| within_comment && !text.is_empty()) {
                            text.push('\n');
                        }
                    }
                    "span" => {
                        let style = element.attribute("style-name").unwrap_or_default();
                        spans.push(self.looks.get(&*style).map_or(whole, |look| look.struck));
                    }
                    _ => {}
                },
                Step::Text(text) if within_comment && within_paragraph => {
                    comment.get_or_insert_default().push_str(&text);
                }
                Step::Text(text) if within_paragraph => runs.add(&text, spans.last().copied().unwrap_or(whole)),
                Step::Text(_) => {}
                Step::Close(name) => match &*name {
                    "annotation" => within_comment = false,
                    "p" => within_paragraph = false,
                    "span" => {
                        spans.pop();
                    }
                    name if name == end => break,
                    _ => {}
                },
            }
        }
        self.keep(place, runs, comment);
        Ok(())
    }

    fn keep(&mut self, place: super::Place, runs: Runs, comment: Option<String>) {
        match runs.mark() {
            Some(struck) => self.marks.struck.insert(place, struck),
            None => self.marks.struck.remove(&place),
        };
        if let Some(comment) = comment.filter(|_| self.marks.comments.len() < MOST) {
            self.marks.comments.insert(place, comment);
        }
    }
}

fn repeated(element: &Element<'_>, attribute: &str) -> u32 {
    element.attribute(attribute).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}
