//! What a ZIP is: an office file by its parts, else an archive.
//!
//! Told by what the central directory holds and by relations (ECMA-376 part 2), never by bytes anywhere in the file nor
//! by a fixed name: Word keeps whole workbooks inside a document, and other programs name the parts as they like.

use super::{Kind, by_extension};
use crate::reading::archive::Archive;
use crate::reading::limits::Limits;
use crate::reading::note::Unread;
use crate::reading::office::main_part;
use crate::reading::xml::{self, Step, Xml};

/// Unzipped bytes in which the root of a part is looked for.
const ROOT: u64 = 16 << 10;
/// Unzipped bytes in which the body of an `OpenDocument` is looked for, behind its styles.
const BODY: u64 = 1 << 20;

/// By the parts that its directory names; where that cannot be read, as of a file that breaks off, by the name.
pub(super) fn zipped(name: &str, bytes: &[u8]) -> Kind {
    let limits = Limits::default();
    match Archive::open(bytes, &limits) {
        Ok(mut archive) => kind(&mut archive, &limits).unwrap_or(Kind::Zip),
        Err(_) => match by_extension(name) {
            kind @ (Kind::Xlsx | Kind::Ods | Kind::Docx) => kind,
            _ => Kind::Zip,
        },
    }
}

/// What a ZIP is by its parts; `None` for a ZIP of files.
fn kind(archive: &mut Archive<'_>, limits: &Limits) -> Option<Kind> {
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
