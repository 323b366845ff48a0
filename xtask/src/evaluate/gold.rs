//! Labelled clauses (正解データ): JSON lines as described in data/gold/README.md.

use anyhow::{Context, Result};
use ichimai::clause::Clause;
use ichimai::regulations::Category;
use serde::Deserialize;

/// One line of the file.
#[derive(Debug, Clone, Deserialize)]
pub struct GoldClause {
    /// Identifier.
    pub id: String,
    /// 例規名
    pub title: String,
    /// 種別
    #[serde(default)]
    pub kind: String,
    /// 条項
    #[serde(default)]
    pub article: String,
    /// 見出し
    #[serde(default)]
    pub caption: String,
    /// 本文
    pub text: String,
    /// Labels by identifier.
    #[serde(default)]
    pub labels: Vec<Category>,
    /// Labels that another careful reader might add.
    #[serde(default)]
    pub also: Vec<Category>,
    /// Labels that another careful reader might drop.
    #[serde(default)]
    pub doubt: Vec<Category>,
    /// Whether the clause names a digital way.
    #[serde(default)]
    pub digital: bool,
}

/// Which titles to measure on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Every clause.
    All,
    /// The titles that rules were written on: folds 0 to 2.
    Tuning,
    /// The titles looked at once, late: fold 3.
    Second,
    /// The titles whose single errors were never looked at: fold 4.
    HeldOut,
}

impl GoldClause {
    /// The clause as reading would give it.
    pub fn clause(&self) -> Clause {
        Clause {
            id: self.id.clone(),
            title: self.title.as_str().into(),
            kind: self.kind.as_str().into(),
            article: self.article.clone(),
            caption: self.caption.clone(),
            text: self.text.clone(),
            ..Clause::default()
        }
    }

    /// Whether it belongs to this part: titles are split into five folds by the upper half of their FNV-1a hash.
    pub fn is_in(&self, part: Part) -> bool {
        let fold = self.fold(5);
        match part {
            Part::All => true,
            Part::Tuning => fold < 3,
            Part::Second => fold == 3,
            Part::HeldOut => fold == 4,
        }
    }
}

impl GoldClause {
    /// Which of so many folds its title falls into.
    pub fn fold(&self, folds: u64) -> u64 {
        (fnv1a(&self.title) >> 32) % folds
    }
}

/// Reads JSON lines; empty lines are skipped.
///
/// # Errors
/// A file that cannot be read, or a line that is no such object (with its number).
pub fn read(path: &str) -> Result<Vec<GoldClause>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {path}"))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| serde_json::from_str(line).with_context(|| format!("{path}, line {}", number + 1)))
        .collect()
}

fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
