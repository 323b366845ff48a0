//! DOCX (ECMA-376 part 1, `WordprocessingML`): paragraphs with their automatic numbers, and tables by rows and columns,
//! as Word shows them: without what tracked changes deleted, moved away or replaced.
//!
//! Which part is the document, its numbering and its styles is said by relations, not by names.

mod document;
mod numbering;
mod styles;
mod tables;

use document::Document;
use numbering::Numbering;
use styles::Styles;

pub(crate) use document::Block;
pub(crate) use tables::{lines, sheet_rows, versions};

use crate::reading::archive::Archive;
use crate::reading::beside::Besides;
use crate::reading::limits::Limits;
use crate::reading::note::{Beside, Reason};
use crate::reading::office;
use crate::reading::xml::{self, Xml};

/// Word shows what it understands of two ways to say a thing; the other one repeats the text.
const PASSED_OVER: &[&str] = &["Fallback"];
/// Formats of numbers that only later versions know: the one for all others is read.
const PASSED_OVER_IN_NUMBERING: &[&str] = &["Choice"];

/// Footnotes, comments, margins, charts and files of a document, which are parts of their own.
pub(crate) fn beside(bytes: &[u8], limits: &Limits) -> Result<Besides, Reason> {
    let mut archive = Archive::open(bytes, limits)?;
    let mut besides = Besides::default();
    let Some(main) = office::main_part(&mut archive, limits) else { return Ok(besides) };
    for relation in office::relations(&mut archive, &main, limits)? {
        besides.related(&mut archive, &relation, limits)?;
    }
    let text = archive.part(&main, None)?.map(xml::decode).unwrap_or_default();
    if text.contains(":vanish") {
        let mut stream = Xml::package(&text, PASSED_OVER, limits);
        let hidden = Document::new(Numbering::default(), Styles::default()).hidden(&mut stream)?;
        besides.count(Beside::Hidden, hidden);
    }
    Ok(besides)
}

/// Reads the main document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Vec<Block>, Reason> {
    let mut archive = Archive::open(bytes, limits)?;
    let missing = || Reason::damaged("the document part is missing");
    let main = office::main_part(&mut archive, limits).ok_or_else(missing)?;
    let relations = office::relations(&mut archive, &main, limits)?;
    let mut part = |kind: &str, usual: &str| {
        let part = office::related(&archive, &main, &relations, kind, usual);
        archive.part(&part, None).map(|part| part.map(xml::decode))
    };
    let numbering = match part("numbering", "numbering.xml")? {
        Some(text) => Numbering::read(&text, limits)?,
        None => Numbering::default(),
    };
    let styles = match part("styles", "styles.xml")? {
        Some(text) => Styles::read(&text, limits)?,
        None => Styles::default(),
    };
    let text = archive.part(&main, None)?.map(xml::decode).ok_or_else(missing)?;
    let mut stream = Xml::package(&text, PASSED_OVER, limits);
    Document::new(numbering, styles).read(&mut stream)
}
