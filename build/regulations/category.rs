//! One file a category: what it is, where its wording comes from, its readings with their rows, its examples.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

/// Points of the codebook.
pub const POINTS: std::ops::RangeInclusive<u8> = 1..=31;
/// Files of the folder that tell of no category.
pub const NO_CATEGORIES: [&str; 4] = ["conjugation.toml", "grammar.toml", "language.toml", "sources.toml"];
/// Fewest examples of each verdict.
const EXAMPLES: usize = 3;

/// A category as its file tells it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    #[serde(skip)]
    pub file: String,
    pub id: String,
    pub order: u8,
    pub name: String,
    pub short: String,
    pub of_the_seven: bool,
    pub definition: String,
    pub status: String,
    #[serde(default)]
    pub phases: Vec<String>,
    pub phases_status: Option<String>,
    pub technologies: Vec<String>,
    pub technologies_status: String,
    pub looked_for: String,
    pub not_meant: String,
    pub borderline: String,
    #[serde(default)]
    pub captions: Vec<String>,
    #[serde(default)]
    pub groups: BTreeMap<String, Vec<String>>,
    pub readings: Vec<Reading>,
    #[serde(default)]
    pub examples: Vec<Example>,
}

/// Acts that are read alike, and the rows that are tried in order.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    pub about: String,
    pub acts: Vec<String>,
    #[serde(default)]
    pub bracketed: bool,
    pub because: Option<String>,
    pub rows: Vec<Row>,
    /// Examples beside the rows that they prove.
    #[serde(default)]
    pub examples: Vec<Example>,
}

/// One row: which act, how it is said, under what else, how firm, why.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub name: String,
    #[serde(default)]
    pub acts: Vec<String>,
    #[serde(default)]
    pub said: Vec<String>,
    #[serde(default)]
    pub with: Vec<String>,
    #[serde(default)]
    pub with_said: Vec<String>,
    pub then: Option<String>,
    #[serde(default)]
    pub when: Vec<String>,
    #[serde(default)]
    pub unless: Vec<String>,
    #[serde(default)]
    pub regardless: bool,
    pub strength: String,
    pub because: Option<String>,
    pub doubt: Option<String>,
    pub point: Option<u8>,
}

/// A clause and what must be said of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub caption: String,
    pub text: String,
    pub verdict: String,
    /// The row that says so; of nothing found, one that holds nevertheless.
    pub row: Option<String>,
    /// Further rows that hold.
    #[serde(default)]
    pub also: Vec<String>,
    /// Rows that would hold, but for what they except.
    #[serde(default)]
    pub not: Vec<String>,
}

impl Example {
    /// Every row that it names.
    fn named(&self) -> impl Iterator<Item = &String> {
        self.row.iter().chain(&self.also).chain(&self.not)
    }
}

impl Category {
    /// Reads and checks one file, apart from what its rows name.
    pub fn read(file: &str, text: &str) -> Result<Self, String> {
        let mut category: Self = toml::from_str(text).map_err(|problem| format!("{file}: {problem}"))?;
        file.clone_into(&mut category.file);
        let wrong = category.contradictions();
        if wrong.is_empty() { Ok(category) } else { Err(wrong.join("\n")) }
    }

    fn contradictions(&self) -> Vec<String> {
        let file = &self.file;
        let mut wrong = Vec::new();
        if *file != format!("{}.toml", self.id) {
            wrong.push(format!("{file}: tells of {}", self.id));
        }
        if !matches!((self.phases.len(), &self.phases_status), (0, None) | (3, Some(_))) {
            wrong.push(format!("{file}: three phases with a status, or none"));
        }
        let mut names = BTreeSet::new();
        for (reading, row) in self.rows() {
            if !names.insert(&row.name) {
                wrong.push(format!("{file}: the row {:?} stands twice", row.name));
            }
            if !row.point.is_some_and(|point| POINTS.contains(&point)) {
                wrong.push(format!("{file}: the row {:?} has no point of the codebook", row.name));
            }
            if row.because.is_none() && reading.because.is_none() && row.strength != "none" {
                wrong.push(format!("{file}: the row {:?} gives no reason", row.name));
            }
        }
        for (_, row) in self.rows().filter(|(_, row)| row.doubt.is_some() != (row.strength == "faint")) {
            wrong.push(format!("{file}: the row {:?} says what is in doubt exactly when it is faint", row.name));
        }
        self.check_examples(&names, &mut wrong);
        wrong
    }

    fn check_examples(&self, names: &BTreeSet<&String>, wrong: &mut Vec<String>) {
        let file = &self.file;
        for verdict in ["candidate", "check", "none"] {
            let count = self.every_example().filter(|example| example.verdict == verdict).count();
            if count < EXAMPLES {
                wrong.push(format!("{file}: {count} examples of {verdict}, fewer than {EXAMPLES}"));
            }
        }
        for example in self.every_example() {
            if !["candidate", "check", "none"].contains(&example.verdict.as_str()) {
                wrong.push(format!("{file}: unknown verdict {:?} of an example", example.verdict));
            }
            for row in example.named().filter(|row| !names.contains(row)) {
                wrong.push(format!("{file}: an example names the unknown row {row:?}"));
            }
            let captioned = example.verdict == "check" && !self.captions.is_empty();
            if example.row.is_none() && example.verdict != "none" && !captioned {
                wrong.push(format!("{file}: an example names its row when something is found: {}", example.text));
            }
        }
    }

    /// Whether what it tells comes from sources that are told.
    pub fn check_sources(&self, sources: &[&str], wrong: &mut Vec<String>) {
        for status in self.phases_status.iter().chain([&self.status, &self.technologies_status]) {
            if !sources.contains(&status.as_str()) {
                wrong.push(format!("{}: unknown status {status:?}", self.file));
            }
        }
    }

    /// Every row is proved by an example, and so is every row that excepts something by one of what it excepts.
    pub fn unproved(&self, wrong: &mut Vec<String>) {
        let file = &self.file;
        let proved = |name: &String| {
            self.every_example().any(|example| example.row.iter().chain(&example.also).any(|row| row == name))
        };
        for (_, row) in self.rows() {
            if !proved(&row.name) {
                wrong.push(format!("{file}: the row {:?} has no example", row.name));
            }
            if !row.unless.is_empty() && !self.every_example().any(|example| example.not.contains(&row.name)) {
                wrong.push(format!("{file}: the row {:?} has no example of what it excepts", row.name));
            }
        }
    }

    /// The examples of the category and those beside its rows.
    pub fn every_example(&self) -> impl Iterator<Item = &Example> {
        self.examples.iter().chain(self.readings.iter().flat_map(|reading| &reading.examples))
    }

    /// All rows with their reading.
    pub fn rows(&self) -> impl Iterator<Item = (&Reading, &Row)> {
        self.readings.iter().flat_map(|reading| reading.rows.iter().map(move |row| (reading, row)))
    }
}
