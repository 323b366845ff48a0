//! `sources.toml`: where definitions, PHASE tables and technologies come from. An empty place fails the build.

use std::fmt::Write as _;

use serde::Deserialize;

use crate::day::day;

use super::code::camel;

/// A source.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    /// As officers read it.
    pub said: String,
    #[serde(default)]
    document: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    date: String,
    /// Why no day is told.
    #[serde(default)]
    undated: String,
    /// It is our own wording.
    #[serde(default)]
    own: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    sources: Vec<Source>,
}

/// Reads and checks the file.
pub fn read(text: &str) -> Result<Vec<Source>, Vec<String>> {
    let file: File = toml::from_str(text).map_err(|problem| vec![format!("sources.toml: {problem}")])?;
    let mut wrong = Vec::new();
    for (place, source) in file.sources.iter().enumerate() {
        let id = &source.id;
        if file.sources.iter().take(place).any(|other| other.id == *id) {
            wrong.push(format!("sources.toml: {id} stands twice"));
        }
        let told = [&source.document, &source.place, &source.date, &source.undated];
        if source.said.is_empty() {
            wrong.push(format!("sources.toml: {id} says nothing"));
        } else if source.own && told.iter().any(|part| !part.is_empty()) {
            wrong.push(format!("sources.toml: {id} is our own wording and names a document"));
        } else if !source.own && (source.document.trim().is_empty() || source.place.trim().is_empty()) {
            wrong.push(format!("sources.toml: {id} names no document or no place in it"));
        } else if !source.own && source.date.is_empty() == source.undated.is_empty() {
            wrong.push(format!("sources.toml: {id} tells its day, or why it does not"));
        } else if !source.date.is_empty() && day(&source.date).is_none() {
            wrong.push(format!("sources.toml: {:?} is no day", source.date));
        }
    }
    if wrong.is_empty() { Ok(file.sources) } else { Err(wrong) }
}

/// The source with an id, as a text of its own: what is said of it, document, place, and its day or why none is told.
pub fn constant(sources: &[Source], id: &str) -> Result<String, Vec<String>> {
    let found = sources.iter().find(|source| source.id == id && !source.own);
    let Source { said, document, place, date, undated, .. } =
        found.ok_or_else(|| vec![format!("sources.toml: {id} is missing")])?;
    let day = if date.is_empty() { undated } else { date };
    Ok(format!(
        "/// {document}, {place} (sources.toml).\npub const {}: crate::source::Source = \
         crate::source::Source {{ said: {said:?}, document: {document:?}, place: {place:?}, day: {day:?} }};\n",
        id.to_uppercase()
    ))
}

/// The sources as an enum, and what is said of each.
pub fn code(sources: &[Source]) -> String {
    let mut code = String::from(
        "/// Where a definition or a table comes from: sources.toml.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, \
         Deserialize)]\n#[serde(rename_all = \"snake_case\")]\npub enum Status {\n",
    );
    for source in sources {
        let _ = writeln!(code, "/// {}\n{},", source.said, camel(&source.id));
    }
    let said: Vec<&str> = sources.iter().map(|source| source.said.as_str()).collect();
    let _ =
        writeln!(code, "}}\n/// Sources as officers read them.\npub const SOURCES: [&str; {}] = {said:?};", said.len());
    code
}
