//! Reasons to refuse before a pattern is tried (data/amendments/refusals.toml), and those that patterns bring.

use super::engine::fill::contains;

/// A reason to refuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// Identifier.
    pub id: &'static str,
    /// What the officer is told, in Japanese.
    pub reason: &'static str,
    /// Only for these categories; empty for all.
    pub categories: &'static [&'static str],
    /// Only for acts of a town.
    pub town_only: bool,
    /// One of these stands in title or caption; empty where nothing is asked.
    pub titled: &'static [&'static str],
    /// All of these stand in the text.
    pub holds: &'static [&'static str],
    /// One of these stands in the text; empty where nothing is asked.
    pub any: &'static [&'static str],
    /// None of these stands in the text.
    pub lacks: &'static [&'static str],
}

impl Refusal {
    /// Whether it holds for a clause.
    #[must_use]
    pub fn holds(&self, heading: &str, text: &str, categories: &[&str], town: bool) -> bool {
        let about = self.categories.is_empty() || self.categories.iter().any(|category| categories.contains(category));
        about
            && (town || !self.town_only)
            && (self.titled.is_empty() || self.titled.iter().any(|words| heading.contains(words)))
            && self.holds.iter().all(|words| contains(text, words))
            && (self.any.is_empty() || self.any.iter().any(|words| contains(text, words)))
            && !self.lacks.iter().any(|words| contains(text, words))
    }
}
