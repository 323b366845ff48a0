//! `language.toml`: letters and pieces of names that the engine asks for by name.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    letters: BTreeMap<String, String>,
    marks: BTreeMap<String, char>,
    words: BTreeMap<String, Vec<String>>,
}

impl Language {
    /// Reads the file and checks that the engine asks for everything in it, and that nothing stands twice in one entry.
    pub fn read(text: &str, engine: &str) -> Result<Self, Vec<String>> {
        let language: Self = toml::from_str(text).map_err(|problem| vec![format!("language.toml: {problem}")])?;
        let mut wrong = Vec::new();
        for name in language.letters.keys().chain(language.marks.keys()).chain(language.words.keys()) {
            if !engine.contains(&name.to_uppercase()) {
                wrong.push(format!("language.toml: the engine does not ask for {name}"));
            }
        }
        let letters =
            language.letters.iter().map(|(name, letters)| (name, letters.chars().map(String::from).collect()));
        let words = language.words.iter().map(|(name, words)| (name, words.clone()));
        for (name, entries) in letters.chain(words) {
            let entries: Vec<String> = entries;
            if entries.is_empty() || entries.iter().any(String::is_empty) {
                wrong.push(format!("language.toml: {name} is empty"));
            }
            for (place, entry) in entries.iter().enumerate() {
                if entries.iter().take(place).any(|other| other == entry) {
                    wrong.push(format!("language.toml: {entry:?} stands twice in {name}"));
                }
            }
        }
        if wrong.is_empty() { Ok(language) } else { Err(wrong) }
    }

    /// The entries as constants.
    pub fn code(&self) -> String {
        let mut code = String::new();
        for (name, letters) in &self.letters {
            let upper = name.to_uppercase();
            let _ = writeln!(code, "/// `letters.{name}` of language.toml.\npub const {upper}: &str = {letters:?};");
        }
        for (name, mark) in &self.marks {
            let upper = name.to_uppercase();
            let _ = writeln!(code, "/// `marks.{name}` of language.toml.\npub const {upper}: char = {mark:?};");
        }
        for (name, words) in &self.words {
            let upper = name.to_uppercase();
            let _ = writeln!(code, "/// `words.{name}` of language.toml.\npub const {upper}: &[&str] = &{words:?};");
        }
        code
    }
}
