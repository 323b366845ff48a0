//! Office files in a ZIP: which kind one is, its main part, and the parts that another names.
//!
//! Told by what the central directory holds and by relations (ECMA-376 part 2), never by bytes anywhere in the file nor
//! by a fixed name: Word keeps whole workbooks inside a document, and other programs name the parts as they like.

use super::archive::Archive;
use super::detect::Kind;
use super::limits::Limits;
use super::note::{Reason, Unread};
use super::xml::{self, Step, Xml};

/// Unzipped bytes in which the root of a part is looked for.
const ROOT: u64 = 16 << 10;
/// Unzipped bytes in which the body of an `OpenDocument` is looked for, behind its styles.
const BODY: u64 = 1 << 20;

/// A relation from one part to another.
pub(super) struct Relation {
    pub id: String,
    /// The last word of its type.
    pub kind: String,
    /// Path of the part that it names.
    pub part: String,
}

/// What a ZIP is by its parts; `None` for a ZIP of files.
pub(super) fn kind(archive: &mut Archive<'_>, limits: &Limits) -> Option<Kind> {
    open_document(archive, limits).or_else(|| {
        let marks = ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "word/document.xml"];
        marks.iter().any(|part| archive.place(part).is_some()).then(|| open_xml(archive, limits))
    })
}

/// By the root element of the main part, else by its name, else by the folder that holds the most telling parts.
fn open_xml(archive: &mut Archive<'_>, limits: &Limits) -> Kind {
    let main = main_part(archive, limits);
    if main.as_deref().is_some_and(|main| main.to_lowercase().ends_with(".bin")) {
        return Kind::Unread(Unread::Xlsb);
    }
    let root = main.as_deref().and_then(|main| root(archive, main, limits));
    let told = |word: &str| match word {
        "workbook" => Some(Kind::Xlsx),
        "document" => Some(Kind::Docx),
        "presentation" => Some(Kind::Unread(Unread::Presentation)),
        _ => None,
    };
    let folder = |folder: &str| archive.paths().any(|path| path.starts_with(folder));
    root.as_deref().and_then(told).unwrap_or_else(|| {
        if folder("xl/") {
            Kind::Xlsx
        } else if folder("word/") {
            Kind::Docx
        } else if folder("ppt/") {
            Kind::Unread(Unread::Presentation)
        } else {
            Kind::Unread(Unread::Binary)
        }
    })
}

/// By its media type, which stands in `mimetype` and in the manifest, else by the body of its content.
fn open_document(archive: &mut Archive<'_>, limits: &Limits) -> Option<Kind> {
    let told = |text: &str| {
        let is = |kind: &str| text.contains(&format!("vnd.oasis.opendocument.{kind}"));
        if is("spreadsheet") {
            Some(Kind::Ods)
        } else if is("text") {
            Some(Kind::Unread(Unread::Odt))
        } else if is("presentation") {
            Some(Kind::Unread(Unread::Presentation))
        } else {
            None
        }
    };
    for part in ["mimetype", "META-INF/manifest.xml"] {
        let text = beginning(archive, part, ROOT).unwrap_or_default();
        // The manifest names what is embedded as well: only the line of the whole file counts.
        let whole = text.split('<').find(|tag| tag.contains("full-path=\"/\""));
        if let Some(kind) = told(whole.unwrap_or(if part == "mimetype" { &text } else { "" })) {
            return Some(kind);
        }
    }
    let text = beginning(archive, "content.xml", BODY)?;
    let mut stream = Xml::new(&text, limits);
    while let Ok(Some(step)) = stream.step() {
        let Step::Open(element) = step else { continue };
        match element.name() {
            "spreadsheet" => return Some(Kind::Ods),
            "text" => return Some(Kind::Unread(Unread::Odt)),
            "presentation" => return Some(Kind::Unread(Unread::Presentation)),
            _ => {}
        }
    }
    None
}

fn beginning(archive: &mut Archive<'_>, part: &str, at_most: u64) -> Option<String> {
    archive.part(part, Some(at_most)).ok().flatten().map(xml::decode)
}

fn root(archive: &mut Archive<'_>, part: &str, limits: &Limits) -> Option<String> {
    let text = beginning(archive, part, ROOT)?;
    let mut stream = Xml::new(&text, limits);
    while let Ok(Some(step)) = stream.step() {
        if let Step::Open(element) = step {
            return Some(element.name().to_owned());
        }
    }
    None
}

/// The main part: by the relations of the package, else the part that is named as one.
pub(super) fn main_part(archive: &mut Archive<'_>, limits: &Limits) -> Option<String> {
    let related = relations(archive, "", limits).unwrap_or_default().into_iter();
    let main = related.into_iter().find(|relation| relation.kind == "officeDocument").map(|relation| relation.part);
    main.filter(|part| archive.place(part).is_some()).or_else(|| {
        let named = ["workbook.xml", "document.xml", "presentation.xml", "workbook.bin"];
        let is_named = |path: &&str| path.rsplit('/').next().is_some_and(|base| named.contains(&base));
        archive.paths().filter(is_named).min_by_key(|path| path.len()).map(str::to_owned)
    })
}

/// The relations of a part, or of the package itself where `part` is empty.
///
/// # Errors
/// What keeps the part from being unzipped or read; a part without relations has none.
pub(super) fn relations(archive: &mut Archive<'_>, part: &str, limits: &Limits) -> Result<Vec<Relation>, Reason> {
    let (folder, base) = part.rsplit_once('/').unwrap_or(("", part));
    let path = if folder.is_empty() { format!("_rels/{base}.rels") } else { format!("{folder}/_rels/{base}.rels") };
    let Some(bytes) = archive.part(&path, None)? else {
        return Ok(Vec::new());
    };
    let text = xml::decode(bytes);
    let mut stream = Xml::new(&text, limits);
    let mut relations = Vec::new();
    while let Some(step) = stream.step()? {
        if let Step::Open(element) = step
            && element.name() == "Relationship"
            && element.attribute("TargetMode").is_none_or(|mode| mode != "External")
            && let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target"))
        {
            let kind = element.attribute("Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            relations.push(Relation { id: id.into_owned(), kind, part: resolve(folder, &target) });
        }
    }
    Ok(relations)
}

/// A target path relative to the folder of the part that names it, or absolute with a leading separator.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let (from, target) = target.strip_prefix('/').map_or((folder, target.as_str()), |absolute| ("", absolute));
    let mut path: Vec<&str> = from.split('/').filter(|name| !name.is_empty()).collect();
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

/// The part of a kind that a main part names; where its relations do not, the one of the usual name beside it.
pub(super) fn related(archive: &Archive<'_>, main: &str, relations: &[Relation], kind: &str, usual: &str) -> String {
    let named = relations.iter().find(|relation| relation.kind == kind).map(|relation| relation.part.clone());
    named.filter(|part| archive.place(part).is_some()).unwrap_or_else(|| {
        main.rsplit_once('/').map_or_else(|| usual.to_owned(), |(folder, _)| format!("{folder}/{usual}"))
    })
}
