//! The work file (作業ファイル): everything that the officer entered and decided, in one JSON file that they save.
//!
//! Takes and gives text. The form is documented in docs/WORK_FILE.md. Each tool owns a section, whose content this
//! module neither knows nor changes: a section of a tool that this page does not have is kept as it is. Clauses can
//! be carried along, so that work goes on without the original files.

mod clauses;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::clause::Clause;

use super::comparison::Comparison;
use super::key::Fingerprint;

/// The mark by which a work file is known.
pub const FORMAT: &str = "ichimai-work";
/// The version of the form that this page writes; it reads this one and all before.
pub const VERSION: u32 = 2;

/// What a work file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WorkFile {
    /// When it was saved, `YYYY-MM-DDThh:mm` in the officer's time zone.
    pub saved: String,
    /// The edition of the page that saved it.
    pub edition: String,
    /// The section of each tool by name, as JSON text.
    pub sections: BTreeMap<String, String>,
    /// The clauses, where they are carried along.
    pub clauses: Option<Vec<Clause>>,
    /// How those clauses differ from the collection that they replaced; empty where nothing was replaced.
    pub comparison: Comparison,
}

/// Why a file is not opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refused {
    /// It is no work file of this page.
    #[error("no work file")]
    Foreign,
    /// It is a work file that was cut or changed after it was saved.
    #[error("damaged work file: {0}")]
    Damaged(Damage),
    /// A later edition of the page wrote it.
    #[error("version {version} of the form, this page reads up to {known}")]
    Newer {
        /// Version of the file.
        version: u32,
        /// Newest version that this page reads.
        known: u32,
    },
}

/// How a work file is damaged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Damage {
    /// It ends early or is no JSON from some place on.
    #[error("no JSON from line {line}, column {column} on")]
    Syntax {
        /// 1-based.
        line: usize,
        /// 1-based, in bytes.
        column: usize,
    },
    /// The content is not the one that was saved.
    #[error("the content differs from its check")]
    Check,
    /// The content lacks a part or has one of another kind.
    #[error("the content is not in its form: {0}")]
    Form(String),
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

#[derive(Deserialize)]
struct Body<'a> {
    check: String,
    #[serde(borrow)]
    content: &'a RawValue,
}

#[derive(Serialize, Deserialize)]
struct Content {
    saved: String,
    edition: String,
    sections: BTreeMap<String, Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    clauses: Option<clauses::Packed>,
    #[serde(default, skip_serializing_if = "Comparison::is_empty")]
    comparison: Comparison,
}

/// Writes a work file; the same content gives the same text.
///
/// # Errors
/// The name of a section whose text is no JSON.
pub fn write(file: WorkFile) -> Result<String, String> {
    let clauses = file.clauses;
    write_with(WorkFile { clauses: None, ..file }, clauses.as_deref())
}

/// As [`write`], carrying clauses that stay where they are.
///
/// # Errors
/// As [`write`].
pub fn write_with(file: WorkFile, carried: Option<&[Clause]>) -> Result<String, String> {
    let mut sections = BTreeMap::new();
    for (name, text) in file.sections {
        let value = RawValue::from_string(text).map_err(|_| name.clone())?;
        sections.insert(name, value);
    }
    let clauses = carried.map(clauses::Packed::new);
    let comparison = if clauses.is_some() { file.comparison } else { Comparison::default() };
    let content = Content { saved: file.saved, edition: file.edition, sections, clauses, comparison };
    let size = carried.into_iter().flatten().map(size_of_clause).sum();
    write_content(&content, size).map_err(|error| error.to_string())
}

/// About the bytes of a clause in the file, so that the buffer need not grow.
fn size_of_clause(clause: &Clause) -> usize {
    const PUNCTUATION: usize = 64;
    PUNCTUATION
        + clause.id.len()
        + clause.article.len()
        + clause.caption.len()
        + clause.chapeau.len()
        + clause.text.len()
}

/// The content is written once, behind the head, whose check is filled in afterwards: a copy would cost as much memory
/// as the clauses.
fn write_content(content: &Content, size: usize) -> Result<String, serde_json::Error> {
    let head =
        |check: &str| format!("{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\"check\":\"{check}\",\"content\":");
    let begin = head(&Fingerprint::LEAST.to_string()).len();
    let mut written = Vec::with_capacity(begin + size);
    written.resize(begin, b' ');
    serde_json::to_writer(&mut written, content)?;
    let check = Fingerprint::of_bytes(written.get(begin..).unwrap_or_default());
    written.splice(..begin, head(&check.to_string()).into_bytes());
    written.push(b'}');
    String::from_utf8(written).map_err(serde::ser::Error::custom)
}

/// Reads a work file.
///
/// # Errors
/// See [`Refused`].
pub fn read(bytes: &[u8]) -> Result<WorkFile, Refused> {
    let text = std::str::from_utf8(bytes).map_err(|_| unreadable(bytes, None))?;
    let text = text.trim_start_matches('\u{feff}');
    let head: Head = serde_json::from_str(text).map_err(|error| unreadable(bytes, Some(&error)))?;
    if head.format != FORMAT {
        return Err(Refused::Foreign);
    }
    if head.version > VERSION {
        return Err(Refused::Newer { version: head.version, known: VERSION });
    }
    let body: Body<'_> = serde_json::from_str(text).map_err(|error| form(&error))?;
    if Fingerprint::of_bytes(body.content.get().as_bytes()).to_string() != body.check {
        return Err(Refused::Damaged(Damage::Check));
    }
    let content: Content = serde_json::from_str(body.content.get()).map_err(|error| form(&error))?;
    let clauses = content.clauses.map(clauses::Packed::unpack).transpose();
    let clauses = clauses.map_err(|reason| Refused::Damaged(Damage::Form(reason)))?;
    if !content.comparison.is_empty() && !content.comparison.fits(clauses.as_ref().map_or(0, Vec::len)) {
        return Err(Refused::Damaged(Damage::Form("comparison".to_owned())));
    }
    let sections = content.sections.into_iter().map(|(name, value)| (name, value.get().to_owned())).collect();
    Ok(WorkFile { saved: content.saved, edition: content.edition, sections, clauses, comparison: content.comparison })
}

/// What is no JSON is damaged where it begins like a work file, and foreign otherwise.
fn unreadable(bytes: &[u8], error: Option<&serde_json::Error>) -> Refused {
    let beginning: Vec<u8> = bytes.iter().take(64).copied().collect();
    if !String::from_utf8_lossy(&beginning).contains(FORMAT) {
        return Refused::Foreign;
    }
    let (line, column) = error.map_or((1, 1), |error| (error.line(), error.column()));
    Refused::Damaged(Damage::Syntax { line, column })
}

fn form(error: &serde_json::Error) -> Refused {
    Refused::Damaged(Damage::Form(error.to_string()))
}
