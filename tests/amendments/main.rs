//! From a clause to a draft of its amendment: proofs, restraint, form.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops at the first surprise")]

// The build's own code asks its crate for them.
use ichimai::numeral;

mod accepted;
#[path = "../shared/altered.rs"]
mod altered;
#[path = "../../build/amendments/mod.rs"]
#[allow(dead_code, reason = "only what the build refuses is asked")]
mod build_amendments;
mod build_refusals;
mod document;
mod form;
mod measured;
mod pairs;
mod papers;

use ichimai::clause::Clause;
use serde::Deserialize;

/// A pair of data/amendments as it is written.
#[derive(Debug, Deserialize)]
struct Pair {
    id: String,
    category: String,
    pattern: String,
    level: String,
    law: String,
    article: String,
    before: String,
    after: String,
    #[serde(default)]
    fragment: bool,
}

impl Pair {
    fn all() -> Vec<Self> {
        let text = include_str!("../../data/amendments/precedents.jsonl");
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    fn clause(&self) -> Clause {
        let kind = match self.level.as_str() {
            "act" => "法律",
            "order" => "省令",
            _ => "条例",
        };
        Clause {
            id: self.id.clone(),
            title: self.law.as_str().into(),
            kind: kind.into(),
            article: self.article.clone(),
            text: self.before.clone(),
            ..Clause::default()
        }
    }

    /// Section and class of data/amendments/readiness.csv.
    fn readiness(&self) -> (&'static str, &'static str) {
        let mut lines = include_str!("../../data/amendments/readiness.csv").lines();
        let line = lines.find_map(|line| line.strip_prefix(self.pattern.as_str())?.strip_prefix(','));
        line.and_then(|line| line.split_once(',')).unwrap_or_else(|| panic!("{}: no class", self.pattern))
    }
}
