//! `papers.toml`: the papers behind the surveys, the condition of the grant and the deadlines. An empty place fails the build.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::Deserialize;

use crate::day::day;

/// A place in a paper.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Paper {
    id: String,
    document: String,
    place: String,
    date: String,
    /// The sentence that stands there, where the page quotes it.
    quote: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    papers: Vec<Paper>,
}

/// Checks the papers and gives their code: a source each, and what is quoted of it.
pub fn code(text: &str) -> Result<String, Vec<String>> {
    let file: File = toml::from_str(text).map_err(|problem| vec![format!("papers.toml: {problem}")])?;
    let mut wrong = Vec::new();
    let mut known = BTreeSet::new();
    for paper in &file.papers {
        let Paper { id, document, place, date, quote } = paper;
        if !known.insert(id) {
            wrong.push(format!("papers.toml: {id} stands twice"));
        }
        if document.trim().is_empty() || place.trim().is_empty() {
            wrong.push(format!("papers.toml: {id} names no document or no place in it"));
        }
        if day(date).is_none() {
            wrong.push(format!("papers.toml: {id} has no day (YYYY-MM-DD): {date:?}"));
        }
        if quote.as_ref().is_some_and(|quote| quote.trim().is_empty()) {
            wrong.push(format!("papers.toml: {id} quotes nothing"));
        }
    }
    if wrong.is_empty() { Ok(file.papers.iter().map(written).collect()) } else { Err(wrong) }
}

fn written(paper: &Paper) -> String {
    let Paper { id, document, place, date, quote } = paper;
    let (name, (year, month, day)) = (id.to_uppercase(), day(date).unwrap_or_default());
    let mut code = format!(
        "pub(super) const {name}: PaperPage = PaperPage {{ document: {document:?}, page: {place:?}, date: \
         Date::from_table({year}, {month}, {day}) }};\n"
    );
    if let Some(quote) = quote {
        let _ = writeln!(code, "pub(super) const {name}_QUOTE: &str = {quote:?};");
    }
    code
}
