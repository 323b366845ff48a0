//! What a programme's file may contain. An unknown key is refused: a misspelt one would be a fact lost.

use serde::Deserialize;

/// A file of `data/programmes`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    pub id: String,
    /// Place on the page, ascending.
    pub order: u32,
    pub name: String,
    pub short_name: String,
    /// The day as of which the file states the facts.
    pub as_of: String,
    pub recipients: String,
    /// `1/2`, `10/10`, `0.5`: shown as written.
    pub rate: String,
    #[serde(default)]
    pub rate_note: String,
    #[serde(default)]
    pub period: String,
    pub last_day: Option<String>,
    #[serde(default)]
    pub application_deadline: String,
    pub application_last_day: Option<String>,
    pub status: Vec<String>,
    pub status_note: String,
    pub conditions: Vec<String>,
    pub eligible_costs: Vec<String>,
    pub notes: Vec<String>,
    pub after_period: Option<AfterPeriod>,
    pub formula: Option<Formula>,
    #[serde(default)]
    pub caps: Vec<Cap>,
    #[serde(default)]
    pub sources: Vec<Source>,
}

/// What is known of the time after the period of the document.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AfterPeriod {
    /// The short mark on the card.
    pub mark: String,
    /// What is known, and how surely.
    pub note: String,
}

/// A ceiling by population.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Formula {
    pub first_reading: Reading,
    pub reading_reason: String,
    /// What to say above the last band; needed exactly when the last band ends.
    #[serde(default)]
    pub beyond_note: String,
    pub bands: Vec<Band>,
    #[serde(default)]
    pub jumps: Vec<Jump>,
}

/// 対象事業費の上限 or 補助金の上限.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    AsEligibleCost,
    AsGrant,
}

/// `base` + (population − `offset`) × `rate`, for `from` to `to`, both ends included.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    pub wording: String,
    pub from: u32,
    pub to: Option<u32>,
    pub base: u64,
    pub rate: String,
    pub offset: u32,
}

/// A population at which two bands meet with different amounts.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Jump {
    pub population: u32,
    pub reason: String,
}

/// A cap without a formula.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cap {
    pub subject: String,
    pub amount: u64,
    pub wording: String,
    pub limits: Limits,
}

/// What a cap bounds.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limits {
    EligibleCost,
    Grant,
    AsWritten,
}

/// Where a fact stands.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub document: String,
    pub date: Option<String>,
    pub place: String,
    pub states: String,
    pub certainty: Certainty,
}

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    Stated,
    Confirmed,
    Reported,
    Inferred,
}
