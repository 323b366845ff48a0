//! Marks of XLSX: styles, shared strings with runs, rows, merged areas, comments and threaded comments.

use std::collections::BTreeMap;

use super::super::xlsx::{cell_place, parts};
use super::{Area, Look, MOST, Marks, Runs, Struck, shows_no_year};
use crate::reading::archive::Archive;
use crate::reading::limits::Limits;
use crate::reading::note::Reason;
use crate::reading::office::{Relation, relations};
use crate::reading::xml::{self, Element, Step, Xml};

/// The marks of all sheets.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Vec<Marks>, Reason> {
    let mut archive = Archive::open(bytes, limits)?;
    let book = parts(&mut archive, limits)?;
    let strings = match archive.part(&book.strings, None)? {
        Some(part) => struck_strings(&xml::decode(part), limits)?,
        None => BTreeMap::new(),
    };
    let looks = match archive.part(&book.styles, None)? {
        Some(part) => looks(&xml::decode(part), limits)?,
        None => Vec::new(),
    };
    let mut all = Vec::new();
    for part in book.sheets {
        let mut marks = Marks::default();
        if let Some(part) = part {
            if let Some(text) = archive.part(&part, None)? {
                sheet(&xml::decode(text), &looks, &strings, &mut marks, limits)?;
            }
            for relation in relations(&mut archive, &part, limits)? {
                comments(&mut archive, &relation, &mut marks, limits)?;
            }
        }
        all.push(marks);
    }
    Ok(all)
}

/// Shared strings with struck runs, by their place.
fn struck_strings(text: &str, limits: &Limits) -> Result<BTreeMap<usize, Struck>, Reason> {
    let mut stream = Xml::new(text, limits);
    let (mut found, mut place) = (BTreeMap::new(), 0);
    while let Some(step) = stream.step()? {
        if let Step::Open(element) = step
            && element.name() == "si"
        {
            if let Some(struck) = runs(&mut stream, "si")?.mark().filter(|_| found.len() < MOST) {
                found.insert(place, struck);
            }
            place += 1;
        }
    }
    Ok(found)
}

/// The runs of a string up to the close of `end`.
fn runs(stream: &mut Xml<'_>, end: &str) -> Result<Runs, Reason> {
    let mut runs = Runs::default();
    let (mut struck, mut within_text, mut within_reading) = (false, false, false);
    while let Some(step) = stream.step()? {
        match step {
            Step::Open(element) => match element.name() {
                "r" => struck = false,
                "strike" | "dstrike" => struck = is_on(&element),
                "t" => within_text = true,
                "rPh" => within_reading = true,
                _ => {}
            },
            Step::Text(text) if within_text && !within_reading => runs.add(&text, struck),
            Step::Text(_) => {}
            Step::Close(name) => match &*name {
                "t" => within_text = false,
                "rPh" => within_reading = false,
                name if name == end => break,
                _ => {}
            },
        }
    }
    Ok(runs)
}

fn is_on(element: &Element<'_>) -> bool {
    !element.attribute("val").is_some_and(|value| matches!(&*value, "0" | "false"))
}

/// What styles.xml says, gathered before the cell styles that name it.
#[derive(Default)]
struct Gathered {
    struck_fonts: Vec<bool>,
    fills: Vec<Option<String>>,
    yearless: Vec<u32>,
    looks: Vec<Look>,
}

/// The look of each cell style.
fn looks(text: &str, limits: &Limits) -> Result<Vec<Look>, Reason> {
    let mut stream = Xml::new(text, limits);
    let mut gathered = Gathered::default();
    let mut within = String::new();
    while let Some(step) = stream.step()? {
        match step {
            Step::Open(element) => match element.name() {
                "fonts" | "fills" | "cellXfs" | "cellStyleXfs" | "dxfs" => element.name().clone_into(&mut within),
                _ => gathered.take(&element, &within),
            },
            Step::Close(name) if *name == *within => within.clear(),
            Step::Close(_) | Step::Text(_) => {}
        }
    }
    Ok(gathered.looks)
}

impl Gathered {
    fn take(&mut self, element: &Element<'_>, within: &str) {
        match (within, element.name()) {
            ("fonts", "font") => self.struck_fonts.push(false),
            ("fonts", "strike") => {
                if let Some(font) = self.struck_fonts.last_mut() {
                    *font = is_on(element);
                }
            }
            ("fills", "patternFill") => {
                self.fills.push(None);
                let pattern = element.attribute("patternType").unwrap_or_default();
                if !matches!(&*pattern, "" | "none" | "gray125")
                    && let Some(fill) = self.fills.last_mut()
                {
                    *fill = Some(String::new());
                }
            }
            ("fills", "gradientFill") => self.fills.push(Some("gradient".to_owned())),
            ("fills", "fgColor") => {
                if let Some(Some(fill)) = self.fills.last_mut() {
                    *fill = colour(element);
                }
            }
            ("cellXfs", "xf") => self.looks.push(self.look(element)),
            (_, "numFmt") => {
                let id = element.attribute("numFmtId").and_then(|id| id.parse().ok());
                if let (Some(id), Some(code)) = (id, element.attribute("formatCode"))
                    && shows_no_year(&code)
                {
                    self.yearless.push(id);
                }
            }
            _ => {}
        }
    }

    fn look(&self, element: &Element<'_>) -> Look {
        let place = |name: &str| element.attribute(name).and_then(|place| place.parse().ok()).unwrap_or(0_usize);
        let format = u32::try_from(place("numFmtId")).unwrap_or(0);
        Look {
            struck: self.struck_fonts.get(place("fontId")).copied().unwrap_or(false),
            fill: self.fills.get(place("fillId")).cloned().flatten().filter(|fill| !is_white(fill)),
            // 16 is d-mmm; 56 is m月d日 in Japanese workbooks.
            yearless: matches!(format, 16 | 56) || self.yearless.contains(&format),
        }
    }
}

fn colour(element: &Element<'_>) -> String {
    let attribute = |name: &str| element.attribute(name).map(std::borrow::Cow::into_owned);
    if let Some(rgb) = attribute("rgb") {
        return rgb.chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect::<String>().to_uppercase();
    }
    let tint = attribute("tint").unwrap_or_default();
    attribute("theme")
        .map(|theme| format!("theme {theme} {tint}").trim_end().to_owned())
        .or_else(|| attribute("indexed").map(|index| format!("indexed {index}")))
        .unwrap_or_default()
}

fn is_white(fill: &str) -> bool {
    matches!(fill, "" | "FFFFFF" | "theme 0" | "indexed 9" | "indexed 1" | "indexed 64" | "indexed 65")
}

fn sheet(
    text: &str,
    looks: &[Look],
    strings: &BTreeMap<usize, Struck>,
    marks: &mut Marks,
    limits: &Limits,
) -> Result<(), Reason> {
    let mut stream = Xml::new(text, limits);
    let (mut row, mut column) = (0_u32, 0_usize);
    while let Some(step) = stream.step()? {
        let Step::Open(element) = step else { continue };
        match element.name() {
            "row" => {
                row = element.attribute("r").and_then(|number| number.parse().ok()).unwrap_or(row + 1);
                column = 0;
                if element.attribute("hidden").is_some_and(|hidden| matches!(&*hidden, "1" | "true")) {
                    marks.hidden_rows.insert(row);
                }
            }
            "c" => {
                column = element.attribute("r").as_deref().and_then(cell_place).map_or(column, |(_, column)| column);
                let style = element.attribute("s").and_then(|style| style.parse::<usize>().ok());
                if let Some(look) = style.and_then(|style| looks.get(style)) {
                    look.mark((row, column), marks);
                }
                let kind = element.attribute("t").unwrap_or_default().into_owned();
                if let Some(struck) = struck_cell(&mut stream, &kind, strings)? {
                    marks.struck.insert((row, column), struck);
                }
                column += 1;
            }
            "mergeCell" if marks.merged.len() < MOST => {
                marks.merged.extend(element.attribute("ref").as_deref().and_then(area));
            }
            _ => {}
        }
    }
    Ok(())
}

/// The struck words that the runs of a cell tell, up to its close.
fn struck_cell(stream: &mut Xml<'_>, kind: &str, strings: &BTreeMap<usize, Struck>) -> Result<Option<Struck>, Reason> {
    let (mut value, mut struck) = (String::new(), None);
    while let Some(step) = stream.step()? {
        match step {
            Step::Open(element) if element.name() == "is" => struck = runs(stream, "is")?.mark(),
            Step::Text(text) if kind == "s" => value.push_str(&text),
            Step::Close(name) if name == "c" => break,
            Step::Open(_) | Step::Close(_) | Step::Text(_) => {}
        }
    }
    let shared = value.trim().parse::<usize>().ok().filter(|_| kind == "s");
    Ok(struck.or_else(|| shared.and_then(|place| strings.get(&place)).cloned()))
}

fn area(reference: &str) -> Option<Area> {
    let (first, last) = reference.split_once(':')?;
    let ((first_row, first_column), (last_row, last_column)) = (cell_place(first)?, cell_place(last)?);
    Some(Area { first_row, last_row, first_column, last_column })
}

fn comments(archive: &mut Archive<'_>, relation: &Relation, marks: &mut Marks, limits: &Limits) -> Result<(), Reason> {
    let (element_name, wins) = match relation.kind.as_str() {
        "comments" => ("comment", false),
        // What a threaded comment says stands here; the other part then holds a sentence of Excel's own.
        "threadedComment" => ("threadedComment", true),
        _ => return Ok(()),
    };
    let Some(part) = archive.part(&relation.part, None)? else { return Ok(()) };
    let text = xml::decode(part);
    let mut stream = Xml::new(&text, limits);
    let mut threads: BTreeMap<super::Place, Vec<String>> = BTreeMap::new();
    while let Some(step) = stream.step()? {
        if let Step::Open(element) = step
            && element.name() == element_name
            && let Some(place) = element.attribute("ref").as_deref().and_then(cell_place)
        {
            let words = words(&mut stream, element_name)?;
            if threads.len() < MOST {
                threads.entry(place).or_default().push(words);
            }
        }
    }
    for (place, words) in threads {
        if wins || !marks.comments.contains_key(&place) {
            marks.comments.insert(place, words.join("\n"));
        }
    }
    Ok(())
}

/// All words up to the close of `end`, readings left out.
fn words(stream: &mut Xml<'_>, end: &str) -> Result<String, Reason> {
    let (mut words, mut within) = (String::new(), false);
    while let Some(step) = stream.step()? {
        match step {
            Step::Open(element) if matches!(element.name(), "t" | "text") && element.name() != end => {
                within = element.name() == "t" || end == "threadedComment";
            }
            Step::Text(text) if within => words.push_str(&text),
            Step::Close(name) if name == "t" => within = false,
            Step::Close(name) if name == end => break,
            Step::Open(_) | Step::Close(_) | Step::Text(_) => {}
        }
    }
    Ok(words)
}
