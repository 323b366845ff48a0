//! Word documents (DOCX) as legal sections use them: paragraphs, tables of two columns, underlined words, page numbers.
//!
//! Takes a [`Document`], gives bytes, always the same for the same input. Only what these papers need of OOXML is written: no macros, no
//! links, no styles beyond the font. A text never becomes markup.

mod markup;

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A word or more of one look.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Underlined: changed words of a 新旧対照表.
    pub underlined: bool,
}

impl Run {
    /// Plain words.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), underlined: false }
    }
}

/// Where a paragraph stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// Running text.
    #[default]
    Text,
    /// 題名
    Title,
    /// The second and further lines of an item stand in by one character.
    Hanging,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    /// Its words.
    pub runs: Vec<Run>,
    /// Its look.
    pub look: Look,
}

impl Paragraph {
    /// A paragraph of plain words.
    #[must_use]
    pub fn plain(text: impl Into<String>, look: Look) -> Self {
        Self { runs: vec![Run::plain(text)], look }
    }
}

/// A table of two columns whose head is repeated on every page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TwoColumns {
    /// The heads.
    pub heads: [String; 2],
    /// The rows.
    pub rows: Vec<[Vec<Paragraph>; 2]>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(TwoColumns),
    /// The next part begins on a new page.
    PageBreak,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// Its title, for the properties of the file.
    pub title: String,
    /// What made it, with its version.
    pub author: String,
    /// A4 landscape instead of portrait.
    pub landscape: bool,
    /// 縦書き
    pub vertical: bool,
    /// Its parts.
    pub blocks: Vec<Block>,
}

/// The document as a file.
///
/// # Errors
/// The archive could not be written.
pub fn docx(document: &Document) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in markup::files(document) {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}
