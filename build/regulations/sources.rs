//! `sources.toml`: where definitions, PHASE tables, technologies and figures come from. An empty place fails the build, unless officers
//! read that the fact is 推定 or 未確認.

use std::fmt::Write as _;

use serde::Deserialize;

use crate::day::day;

use super::code::{camel, list};

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
    /// 推定 or 未確認: it stands in no document that we know.
    #[serde(default)]
    sure: String,
}

/// How unsure a fact may be that has no place.
const UNSURE: [&str; 2] = ["推定", "未確認"];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    sources: Vec<Source>,
    /// What these stand for: `build/register.rs`.
    #[serde(default, rename = "files")]
    _files: Vec<toml::Value>,
    #[serde(default, rename = "said")]
    _said: Vec<toml::Value>,
}

impl Source {
    /// It is marked as unsure, but not as officers read it.
    fn unsure_in_silence(&self) -> bool {
        let told = UNSURE.contains(&self.sure.as_str()) && self.said.contains(&self.sure);
        !self.sure.is_empty() && !told
    }

    /// It has no place, though it is no fact that may have none.
    fn placeless(&self) -> bool {
        self.place.trim().is_empty() && self.sure.is_empty()
    }
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
        } else if source.unsure_in_silence() {
            wrong.push(format!("sources.toml: {id} is unsure, and officers do not read 推定 or 未確認"));
        } else if !source.own && (source.document.trim().is_empty() || source.placeless()) {
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

/// The sources as an enum.
pub fn names(sources: &[Source]) -> String {
    let mut code = String::from(
        "/// Where a definition or a table comes from: sources.toml.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, \
         Deserialize)]\n#[serde(rename_all = \"snake_case\")]\npub enum Status {\n",
    );
    for source in sources {
        let _ = writeln!(code, "/// {}\n{},", source.said, camel(&source.id));
    }
    code + "}\n"
}

/// What is said of each.
pub fn said(sources: &[Source]) -> String {
    let said: Vec<String> = sources.iter().map(|source| format!("{:?}", source.said)).collect();
    list("Sources as officers read them.", "SOURCES", "&str", &said)
}
