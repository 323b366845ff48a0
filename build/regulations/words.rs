//! `words.csv`: the classes of words, their fields and spellings.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::category::Category;
use super::pattern::spellings;
use super::sets::MOST;

/// Fields whose words never begin a finding.
const NEVER_CORE: [&str; 4] = ["sentence", "object", "goods", "people"];
/// The field whose words hide nothing and may say several things at once.
pub const SENTENCE: &str = "sentence";
/// What a class can contribute to the evidence.
pub const ROLES: [&str; 6] = ["core", "object", "interval", "modality", "digital", "basis"];

/// One class of words.
#[derive(Debug, Deserialize)]
pub struct Class {
    /// Name, in small letters with underscores.
    #[serde(rename = "class")]
    pub name: String,
    /// Words hide shorter words only inside their own field.
    pub field: String,
    /// Whether what follows a word of it is read.
    pub act: String,
    /// What it contributes to the evidence; empty: core.
    pub role: String,
    /// The category whose words it only looks like.
    pub against: String,
    /// What it means, by example.
    pub means: String,
    /// Spelling patterns, separated by spaces.
    pub spellings: String,
}

/// All classes, in the order of the file.
#[derive(Debug)]
pub struct Words {
    /// The classes.
    pub classes: Vec<Class>,
    /// The fields in the order of their first class.
    pub fields: Vec<String>,
}

impl Class {
    /// Whether its words may begin a finding.
    pub fn may_be_core(&self) -> bool {
        !NEVER_CORE.contains(&self.field.as_str())
    }
}

impl Words {
    /// Reads and checks the table.
    pub fn read(text: &str) -> Result<Self, Vec<String>> {
        let mut classes: Vec<Class> = Vec::new();
        for (place, row) in csv::Reader::from_reader(text.as_bytes()).into_deserialize().enumerate() {
            classes.push(row.map_err(|problem| vec![format!("words.csv, row {}: {problem}", place + 1)])?);
        }
        let mut wrong = Vec::new();
        let mut fields: Vec<String> = Vec::new();
        let mut claimed: BTreeMap<(String, String), String> = BTreeMap::new();
        for class in &classes {
            if !fields.contains(&class.field) {
                fields.push(class.field.clone());
            }
            check(class, &mut claimed, &mut wrong);
        }
        for (place, class) in classes.iter().enumerate() {
            if classes.iter().take(place).any(|other| other.name == class.name) {
                wrong.push(format!("words.csv: the class {} stands twice", class.name));
            }
        }
        if classes.len() > MOST {
            wrong.push(format!("words.csv: {} classes, a set holds {MOST}", classes.len()));
        }
        if wrong.is_empty() { Ok(Self { classes, fields }) } else { Err(wrong) }
    }

    /// Place of a class.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.classes.iter().position(|class| class.name == name)
    }

    /// Every spelling with the place of its class, as it is written: patterns spelled out.
    pub fn spellings(&self) -> Vec<(String, u8)> {
        let every = (0..).zip(&self.classes).flat_map(|(place, class)| {
            class
                .spellings
                .split_whitespace()
                .flat_map(spellings)
                .map(move |spelling| (spelling.replace('↵', "\n"), place))
        });
        every.collect()
    }

    /// Number of a field.
    pub fn field(&self, name: &str) -> usize {
        self.fields.iter().position(|field| field == name).unwrap_or(usize::MAX)
    }

    /// Whether every class that speaks against a category names one.
    pub fn check_categories(&self, categories: &[Category], wrong: &mut Vec<String>) {
        for class in self.classes.iter().filter(|class| !class.against.is_empty()) {
            if !categories.iter().any(|category| category.id == class.against) {
                wrong.push(format!("words.csv: {} speaks against the unknown category {}", class.name, class.against));
            }
        }
    }
}

fn check(class: &Class, claimed: &mut BTreeMap<(String, String), String>, wrong: &mut Vec<String>) {
    let name = &class.name;
    if !class.role.is_empty() && !ROLES.contains(&class.role.as_str()) {
        wrong.push(format!("words.csv: {name} has the unknown role {:?}", class.role));
    }
    if !["", "yes"].contains(&class.act.as_str()) {
        wrong.push(format!("words.csv: {name}: act is yes or empty, not {:?}", class.act));
    }
    if class.spellings.trim().is_empty() || class.means.is_empty() {
        wrong.push(format!("words.csv: {name} has no spelling or no meaning"));
    }
    for spelling in class.spellings.split_whitespace().flat_map(spellings) {
        let folded = folded(&spelling);
        if folded.is_empty() {
            wrong.push(format!("words.csv: {spelling:?} of {name} has no letter"));
        }
        if class.field == SENTENCE {
            continue;
        }
        if let Some(other) = claimed.insert((class.field.clone(), folded), name.clone()).filter(|other| other != name) {
            wrong.push(format!("words.csv: {spelling:?} is claimed by {other} and {name}, both of {}", class.field));
        }
    }
}

/// A spelling as the matcher sees it.
pub fn folded(text: &str) -> String {
    super::fold::folded(text).into_iter().collect()
}
