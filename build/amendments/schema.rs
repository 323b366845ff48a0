//! The files of data/amendments as they are written. Fields that the crate does not need are read, so that no unknown one slips in.
#![allow(dead_code, reason = "a field that is only read is still checked")]

use serde::Deserialize;

/// A line of precedents.jsonl (with `before`, `after` and `change`) or of new_clauses.jsonl (with `text`).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    pub id: String,
    #[serde(default)]
    pub digital: bool,
    pub category: String,
    #[serde(default)]
    pub also: Vec<String>,
    pub pattern: String,
    #[serde(default)]
    pub level: String,
    pub law: String,
    pub number: String,
    pub article: String,
    #[serde(default)]
    pub before: String,
    #[serde(default)]
    pub after: String,
    #[serde(default)]
    pub change: Vec<(String, String)>,
    #[serde(default)]
    pub text: String,
    pub source: String,
    #[serde(default)]
    pub amended_by: Option<String>,
    #[serde(default)]
    pub certainty: String,
    #[serde(default)]
    pub law_id: Option<String>,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub fragment: bool,
    /// Of an inserted provision: it is shown at clauses of its category that hold one of these words.
    #[serde(default)]
    pub fits: Vec<String>,
}

/// A line of laws_amended.csv.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LawAmended {
    pub number: String,
    pub law: String,
    pub level: String,
    pub article: String,
    pub category: String,
    pub pattern: String,
    pub id: String,
    pub law_id: String,
    pub amended_by: String,
    pub certainty: String,
}

/// A file of patterns.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PatternFile {
    /// Words of the digital way, for patterns that name none of their own.
    #[serde(default)]
    pub digital: Vec<String>,
    pub pattern: Vec<Pattern>,
}

/// A pattern.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    pub id: String,
    pub name: String,
    pub section: String,
    pub class: String,
    pub categories: Vec<String>,
    pub reach: String,
    /// Whether its words say enough, so that no category has to be found.
    #[serde(default)]
    pub alone: bool,
    #[serde(default)]
    pub holds: Vec<String>,
    #[serde(default)]
    pub about: Vec<String>,
    #[serde(default)]
    pub lacks: Vec<String>,
    #[serde(default)]
    pub digital: Vec<String>,
    #[serde(default)]
    pub warnings: Vec<String>,
    #[serde(default)]
    pub slot: Vec<Slot>,
    #[serde(default)]
    pub choice: Vec<Choice>,
    #[serde(default)]
    pub edit: Vec<Edit>,
    #[serde(default)]
    pub addition: Vec<Addition>,
    #[serde(default)]
    pub companion: Vec<Companion>,
    #[serde(default)]
    pub proof: Vec<Proof>,
}

/// What a slot says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    pub name: String,
    pub says: String,
    #[serde(default)]
    pub unless: Vec<String>,
    #[serde(default)]
    pub unless_before: Vec<String>,
    #[serde(default)]
    pub only: Vec<String>,
    #[serde(default)]
    pub only_later: Vec<String>,
}

/// A decision.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub name: String,
    pub question: String,
    pub option: Vec<ChoiceOption>,
}

/// A way to decide.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    pub id: String,
    pub label: String,
    #[serde(default)]
    pub says: String,
    #[serde(default)]
    pub beside: bool,
}

/// A changed place.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    pub way: Vec<Way>,
    #[serde(default = "first")]
    pub which: String,
    #[serde(default)]
    pub optional: bool,
    #[serde(default)]
    pub when: String,
}

/// A way in which the place is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Way {
    pub find: String,
    pub put: String,
    #[serde(default)]
    pub without: Vec<String>,
}

fn first() -> String {
    "first".to_owned()
}

/// An added 項.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addition {
    pub says: String,
    #[serde(default)]
    pub when: String,
}

/// What is changed with it in a clause that refers to it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Companion {
    pub find: String,
    pub put: String,
    #[serde(default)]
    pub followed: String,
    pub proof: String,
}

/// A precedent that proves a pattern: its choices, the slots that the state filled, and other amendments of the same text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    pub id: String,
    #[serde(default)]
    pub choose: Vec<(String, String)>,
    #[serde(default)]
    pub fill: Vec<(String, String)>,
    #[serde(default)]
    pub aside: Vec<(String, String)>,
    /// Where the text itself does not show it: the law writes よつて.
    #[serde(default)]
    pub large_tsu: bool,
}

/// The file of slots that all patterns share.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlotFile {
    pub slot: Vec<Slot>,
}

/// The file of refusals.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalFile {
    pub refusal: Vec<Refusal>,
}

/// A reason to refuse before any pattern is tried.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    pub id: String,
    pub class: String,
    pub reason: String,
    #[serde(default)]
    pub categories: Vec<String>,
    #[serde(default)]
    pub town_only: bool,
    #[serde(default)]
    pub titled: Vec<String>,
    #[serde(default)]
    pub holds: Vec<String>,
    #[serde(default)]
    pub any: Vec<String>,
    #[serde(default)]
    pub lacks: Vec<String>,
}

/// A line of readiness.csv: what was done, as the precedents name it, its section and its class.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Readiness {
    pub pattern: String,
    pub section: String,
    pub class: String,
}
