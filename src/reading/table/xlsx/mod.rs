//! XLSX and XLSM, streamed cell by cell under caps (ECMA-376 part 1, `SpreadsheetML`).
//!
//! Our own reader over `zip` and `quick-xml`: it can stop after the first rows for a preview, keeps far cells from
//! making dense ranges, leaves out the readings (ふりがな) in shared strings, tells cells whose text or result the file
//! does not hold, and has no path that can panic.
//!
//! A list has a million cells and shared strings, and most of what a stream of XML steps does for each is to find again
//! that it is written as nearly every program writes it. So each is first told by its letters alone (`usual` of its
//! module); what is written in any other way is `None` there and goes through the stream. Both ways give the same.

mod sheet;
mod strings;
mod styles;

use super::sink::Sink;
use crate::reading::archive::Archive;
use crate::reading::limits::Limits;
use crate::reading::note::Reason;
use crate::reading::office::{self, Relation};
use crate::reading::xml::{self, Step, Xml};
use styles::Styles;

/// Unzipped bytes of a sheet and of the shared strings that a preview looks at.
const PREVIEW: u64 = 2 << 20;
/// What no part needs: what later versions add, and of two ways to say a thing the one for them.
const PASSED_OVER: &[&str] = &["extLst", "Choice"];
/// Levels of elements that a cell or a string has as it is usually written.
const USUAL_LEVELS: usize = 2;

/// A sheet as the workbook names it.
struct NamedSheet {
    name: String,
    hidden: bool,
    /// `None` where the workbook names a sheet and nothing says where it is.
    part: Option<String>,
}

/// What all sheets share.
struct Book {
    strings: Vec<String>,
    /// Only the beginning of the strings was read, for a preview.
    strings_cut: bool,
    styles: Styles,
    from_1904: bool,
}

/// Reads all sheets into the sink.
pub(super) fn read(bytes: &[u8], sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
    let limits = sink.limits;
    let mut archive = Archive::open(bytes, &limits)?;
    let at_most = sink.previews().then_some(PREVIEW);
    let main = office::main_part(&mut archive, &limits).ok_or_else(|| Reason::damaged("workbook part is missing"))?;
    let relations = office::relations(&mut archive, &main, &limits)?;
    let (entries, from_1904) = workbook(&mut archive, &main, &relations, &limits)?;
    let book = book(&mut archive, &main, &relations, from_1904, sink)?;
    for entry in entries {
        sink.begin(Some(&entry.name), entry.hidden);
        let part = match &entry.part {
            Some(part) => archive.part(part, at_most),
            None => Ok(None),
        };
        let read = match part {
            Ok(Some(part)) if at_most == Some(part.len() as u64) => {
                // The part breaks off where the preview ends: that is no damage.
                sheet::read(&xml::decode(part), &book, sink).ok();
                sink.cut();
                Ok(())
            }
            Ok(Some(part)) => sheet::read(&xml::decode(part), &book, sink),
            Ok(None) => Err(Reason::damaged("sheet part is missing")),
            Err(reason) => Err(reason),
        };
        // One damaged sheet does not take the others with it.
        if let Err(reason) = read.and_then(|()| beside(&mut archive, entry.part.as_deref(), sink)) {
            sink.broke_off(reason);
        }
    }
    Ok(())
}

/// Comments, shapes and files of a sheet.
fn beside(archive: &mut Archive<'_>, part: Option<&str>, sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
    let limits = sink.limits;
    for relation in office::relations(archive, part.unwrap_or_default(), &limits)? {
        sink.besides.related(archive, &relation, &limits)?;
    }
    Ok(())
}

/// The parts that all sheets share. Strings that are missing are told where a cell names one.
fn book(
    archive: &mut Archive<'_>,
    main: &str,
    relations: &[Relation],
    from_1904: bool,
    sink: &mut Sink<'_, '_>,
) -> Result<Book, Reason> {
    let limits = sink.limits;
    let at_most = sink.previews().then_some(PREVIEW);
    let part = office::related(archive, main, relations, "sharedStrings", "sharedStrings.xml");
    let mut strings_cut = false;
    let strings = match archive.part(&part, at_most)? {
        Some(part) => {
            strings_cut = at_most == Some(part.len() as u64);
            let (strings, outcome) = strings::read(&xml::decode(part), &limits);
            if let (Err(reason), false) = (outcome, strings_cut) {
                sink.note(None, reason);
            }
            strings
        }
        None => Vec::new(),
    };
    let part = office::related(archive, main, relations, "styles", "styles.xml");
    let styles = match archive.part(&part, None)? {
        Some(part) => Styles::read(&xml::decode(part), &limits)?,
        None => Styles::default(),
    };
    Ok(Book { strings, strings_cut, styles, from_1904 })
}

/// The parts of a workbook, for whoever looks at more than values.
pub(super) struct Parts {
    /// Those of the sheets in order; `None` where nothing says where one is.
    pub sheets: Vec<Option<String>>,
    pub strings: String,
    pub styles: String,
}

/// Finds them.
pub(super) fn parts(archive: &mut Archive<'_>, limits: &Limits) -> Result<Parts, Reason> {
    let main = office::main_part(archive, limits).ok_or_else(|| Reason::damaged("workbook part is missing"))?;
    let relations = office::relations(archive, &main, limits)?;
    let (entries, _) = workbook(archive, &main, &relations, limits)?;
    Ok(Parts {
        sheets: entries.into_iter().map(|entry| entry.part).collect(),
        strings: office::related(archive, &main, &relations, "sharedStrings", "sharedStrings.xml"),
        styles: office::related(archive, &main, &relations, "styles", "styles.xml"),
    })
}

/// Row (1-based) and column (0-based) of a reference such as `BC23`.
pub(super) fn cell_place(reference: &str) -> Option<(u32, usize)> {
    let row = reference.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok()?;
    Some((row, sheet::column(reference)?))
}

fn workbook(
    archive: &mut Archive<'_>,
    main: &str,
    relations: &[Relation],
    limits: &Limits,
) -> Result<(Vec<NamedSheet>, bool), Reason> {
    let part = archive.part(main, None)?.ok_or_else(|| Reason::damaged("workbook part is missing"))?;
    let text = xml::decode(part);
    let mut stream = Xml::package(&text, PASSED_OVER, limits);
    let (mut entries, mut from_1904, mut number) = (Vec::new(), false, 0);
    while let Some(step) = stream.step()? {
        let Step::Open(element) = step else { continue };
        match element.name() {
            "workbookPr" => {
                let flag = element.attribute("date1904");
                from_1904 = flag.is_some_and(|value| matches!(&*value, "1" | "true" | "on"));
            }
            "sheet" => {
                number += 1;
                let id = element.attribute("id").unwrap_or_default();
                let relation = relations.iter().find(|relation| *relation.id == *id);
                // Chart sheets and macro sheets hold no rows.
                if relation.is_none_or(|relation| relation.kind == "worksheet") {
                    let name = strings::unescape(element.attribute("name").unwrap_or_default().into_owned());
                    let hidden = element.attribute("state").is_some_and(|state| state != "visible");
                    let usual =
                        || Some(office::related(archive, main, &[], "", &format!("worksheets/sheet{number}.xml")));
                    let part = relation.map(|relation| relation.part.clone());
                    entries.push(NamedSheet {
                        name,
                        hidden,
                        part: part.or_else(|| usual().filter(|_| relations.is_empty())),
                    });
                }
            }
            _ => {}
        }
    }
    if entries.is_empty() { Err(Reason::damaged("workbook without sheets")) } else { Ok((entries, from_1904)) }
}
