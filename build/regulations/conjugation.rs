//! `conjugation.toml`: what the endings of verbs begin with and what follows.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

use super::code::{camel, list};
use super::grammar::{ENDINGS, VOICES};
use super::words::folded;

/// What an ending may begin with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Beginning {
    begins: String,
    voice: String,
    ending: Option<String>,
    #[serde(default)]
    then: Vec<String>,
}

/// Letters, and the ending that they are.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Spelled {
    letters: String,
    ending: String,
}

/// The kana of 五段 verbs of one dictionary ending.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kana {
    ends: char,
    row: String,
}

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conjugations {
    suru: Vec<Beginning>,
    ichidan: Vec<Beginning>,
    godan: Vec<Beginning>,
    kana: Vec<Kana>,
    lists: BTreeMap<String, Vec<Spelled>>,
}

impl Conjugations {
    /// Reads the file and checks that each entry names what there is and can be reached.
    pub fn read(text: &str) -> Result<Self, Vec<String>> {
        let read: Self = toml::from_str(text).map_err(|problem| vec![format!("conjugation.toml: {problem}")])?;
        let mut wrong = Vec::new();
        for (name, beginnings) in read.all() {
            for beginning in beginnings {
                read.check(name, beginning, &mut wrong);
            }
            let ends = |beginning: &Beginning| beginning.ending.is_some() && beginning.then.is_empty();
            let entries = beginnings.iter().map(|beginning| (beginning.begins.as_str(), ends(beginning)));
            hidden(name, &entries.collect::<Vec<_>>(), &mut wrong);
        }
        for (name, spelled) in &read.lists {
            for entry in spelled.iter().filter(|entry| !ENDINGS.contains(&entry.ending.as_str())) {
                wrong.push(format!("conjugation.toml: {name}: the ending {:?} is unknown", entry.ending));
            }
            let entries = spelled.iter().map(|entry| (entry.letters.as_str(), true));
            hidden(name, &entries.collect::<Vec<_>>(), &mut wrong);
            if !read.all().iter().any(|(_, all)| all.iter().any(|beginning| beginning.then.contains(name))) {
                wrong.push(format!("conjugation.toml: nothing goes on with the list {name}"));
            }
        }
        for (place, kana) in read.kana.iter().enumerate() {
            if kana.row.chars().count() != 5 || kana.row.chars().nth(2) != Some(kana.ends) {
                wrong.push(format!(
                    "conjugation.toml: {:?} is no row of five kana with {} in its middle",
                    kana.row, kana.ends
                ));
            }
            if read.kana.iter().take(place).any(|other| other.ends == kana.ends) {
                wrong.push(format!("conjugation.toml: {} ends two rows", kana.ends));
            }
        }
        if wrong.is_empty() { Ok(read) } else { Err(wrong) }
    }

    /// The conjugations by name.
    fn all(&self) -> [(&str, &[Beginning]); 3] {
        [("suru", &self.suru), ("ichidan", &self.ichidan), ("godan", &self.godan)]
    }

    fn check(&self, name: &str, beginning: &Beginning, wrong: &mut Vec<String>) {
        let begins = &beginning.begins;
        let known = VOICES.contains(&beginning.voice.as_str())
            && beginning.ending.iter().all(|ending| ENDINGS.contains(&ending.as_str()))
            && beginning.then.iter().all(|list| self.lists.contains_key(list));
        if !known {
            wrong.push(format!("conjugation.toml: {name}: {begins:?} names an unknown voice, ending or list"));
        }
        if beginning.ending.is_some() != beginning.then.is_empty() {
            wrong.push(format!("conjugation.toml: {name}: {begins:?} has an ending, or lists that follow"));
        }
        if name != "godan" && begins.contains(|letter: char| letter.is_ascii()) {
            wrong.push(format!("conjugation.toml: {name}: {begins:?} stands for kana that only 五段 has"));
        }
    }

    /// The dictionary endings of 五段 verbs; a verb names its kana by their place.
    pub fn dictionary(&self) -> Vec<char> {
        self.kana.iter().map(|kana| kana.ends).collect()
    }

    /// The tables of the engine.
    pub fn code(&self) -> String {
        let mut code = String::new();
        for (name, spelled) in &self.lists {
            let entry = |entry: &Spelled| format!("({:?}, Ending::{})", folded(&entry.letters), camel(&entry.ending));
            let entries: Vec<String> = spelled.iter().map(entry).collect();
            code +=
                &list("Letters that follow, and the ending that they are.", &name.to_uppercase(), "Spelled", &entries);
        }
        for (name, beginnings) in self.all() {
            let entry = |beginning: &Beginning| {
                let lists: Vec<String> =
                    beginning.then.iter().map(|list| format!("&{}", list.to_uppercase())).collect();
                let follows = match &beginning.ending {
                    Some(ending) => format!("Follows::Nothing(Ending::{})", camel(ending)),
                    None => format!("Follows::One(&[{}])", lists.join(",")),
                };
                format!("({:?}, Voice::{}, {follows})", folded(&beginning.begins), camel(&beginning.voice))
            };
            let entries: Vec<String> = beginnings.iter().map(entry).collect();
            code += &list("What an ending may begin with.", &name.to_uppercase(), "Beginning", &entries);
        }
        let rows: Vec<String> = self.kana.iter().map(|kana| format!("{:?}", folded(&kana.row))).collect();
        let _ = write!(code, "{}", list("The kana of 五段 verbs.", "KANA", "&str", &rows));
        code
    }
}

/// Entries that no letters reach, since all that they begin with is taken by one before them that needs nothing more.
fn hidden(name: &str, entries: &[(&str, bool)], wrong: &mut Vec<String>) {
    for (place, (letters, _)) in entries.iter().enumerate() {
        let before = entries.iter().take(place);
        let taken =
            |(other, ends): &&(&str, bool)| *ends && folded(letters).starts_with(&folded(other)) || other == letters;
        if let Some((other, _)) = before.clone().find(taken) {
            wrong.push(format!("conjugation.toml: {name}: {letters:?} is never reached, {other:?} stands before it"));
        }
    }
}
