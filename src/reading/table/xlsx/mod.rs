//! XLSX and XLSM, streamed cell by cell under caps (ECMA-376 part 1, `SpreadsheetML`).
//!
//! Our own reader over `zip` and `quick-xml`: it can stop after the first rows for a preview, keeps far cells from
//! making dense ranges, leaves out the readings (ふりがな) in shared strings, and has no path that can panic.

mod sheet;
mod strings;
mod styles;

use super::sink::Sink;
use crate::reading::archive::Archive;
use crate::reading::limits::Limits;
use crate::reading::note::Reason;
use crate::reading::xml::{self, Step, Xml};
use styles::Styles;

/// Unzipped bytes of a sheet and of the shared strings that a preview looks at.
const PREVIEW: u64 = 2 << 20;

/// A sheet as the workbook names it.
struct Entry {
    name: String,
    hidden: bool,
    part: String,
}

/// What all sheets share.
struct Book {
    strings: Vec<String>,
    styles: Styles,
    from_1904: bool,
}

/// Reads all sheets into the sink.
pub(super) fn read(bytes: &[u8], sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
    let limits = sink.limits;
    let mut archive = Archive::open(bytes, &limits)?;
    let at_most = sink.previews().then_some(PREVIEW);
    let main = main_part(&mut archive, &limits)?;
    let (folder, base) = main.rsplit_once('/').unwrap_or(("", main.as_str()));
    let relations = relations(&mut archive, folder, base, &limits)?;
    let (entries, from_1904) = workbook(&mut archive, &main, &relations, &limits)?;
    let find = |kind: &str, otherwise: &str| {
        relations
            .iter()
            .find(|relation| relation.kind == kind)
            .map_or_else(|| format!("{folder}/{otherwise}"), |relation| relation.part.clone())
    };
    let strings = match archive.part(&find("sharedStrings", "sharedStrings.xml"), at_most)? {
        Some(part) => strings::read(&xml::decode(part), at_most.is_some(), &limits)?,
        None => Vec::new(),
    };
    let styles = match archive.part(&find("styles", "styles.xml"), None)? {
        Some(part) => Styles::read(&xml::decode(part), &limits)?,
        None => Styles::default(),
    };
    let book = Book { strings, styles, from_1904 };
    for entry in entries {
        sink.begin(Some(&entry.name), entry.hidden);
        let read = match archive.part(&entry.part, at_most) {
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
        if let Err(reason) = read {
            sink.note(None, reason);
        }
    }
    Ok(())
}

/// A relation from one part to another.
struct Relation {
    id: String,
    /// The last word of its type.
    kind: String,
    part: String,
}

/// The workbook part, `xl/workbook.xml` unless the package says otherwise.
fn main_part(archive: &mut Archive<'_>, limits: &Limits) -> Result<String, Reason> {
    let found = relations(archive, "", "", limits)?.into_iter().find(|relation| relation.kind == "officeDocument");
    Ok(found
        .map(|relation| relation.part)
        .filter(|part| archive.has(part))
        .unwrap_or_else(|| "xl/workbook.xml".to_owned()))
}

fn relations(archive: &mut Archive<'_>, folder: &str, base: &str, limits: &Limits) -> Result<Vec<Relation>, Reason> {
    let path = if folder.is_empty() { format!("_rels/{base}.rels") } else { format!("{folder}/_rels/{base}.rels") };
    let Some(part) = archive.part(&path, None)? else {
        return Ok(Vec::new());
    };
    let text = xml::decode(part);
    let mut stream = Xml::new(&text, limits);
    let mut relations = Vec::new();
    while let Some(step) = stream.step()? {
        if let Step::Open(element) = step
            && element.name() == "Relationship"
            && let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target"))
        {
            let kind = element.attribute("Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            relations.push(Relation { id: id.into_owned(), kind, part: resolve(folder, &target) });
        }
    }
    Ok(relations)
}

/// A target path relative to the folder of the part that names it, or absolute with a leading `/`.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in target.split('/') {
        match name {
            ".." => {
                path.pop();
            }
            "." | "" => {}
            _ => path.push(name),
        }
    }
    path.join("/")
}

fn workbook(
    archive: &mut Archive<'_>,
    main: &str,
    relations: &[Relation],
    limits: &Limits,
) -> Result<(Vec<Entry>, bool), Reason> {
    let part = archive.part(main, None)?.ok_or_else(|| Reason::damaged("workbook part is missing"))?;
    let text = xml::decode(part);
    let mut stream = Xml::new(&text, limits);
    let (mut entries, mut from_1904) = (Vec::new(), false);
    while let Some(step) = stream.step()? {
        let Step::Open(element) = step else { continue };
        match element.name() {
            "workbookPr" => {
                let flag = element.attribute("date1904");
                from_1904 = flag.is_some_and(|value| value == "1" || value == "true");
            }
            "sheet" => {
                let id = element.attribute("id").unwrap_or_default();
                let Some(relation) = relations.iter().find(|relation| *relation.id == *id) else {
                    continue;
                };
                // Chart sheets and macro sheets hold no rows.
                if relation.kind == "worksheet" {
                    let name = element.attribute("name").unwrap_or_default().into_owned();
                    let hidden = element.attribute("state").is_some_and(|state| state != "visible");
                    entries.push(Entry { name, hidden, part: relation.part.clone() });
                }
            }
            _ => {}
        }
    }
    if entries.is_empty() { Err(Reason::damaged("workbook without sheets")) } else { Ok((entries, from_1904)) }
}
