//! What classification gives (検出結果): a category, how firm it is, the words that say so, and what follows from them.

use serde::{Deserialize, Serialize};

use super::names::Category;
use crate::clause::Clause;

/// How firm a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 要精査: worth a look.
    Check,
    /// 該当候補: stands as the officer's list.
    Candidate,
}

/// Which part of the clause a span lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// 本文
    #[default]
    Text,
    /// 見出し
    Caption,
    /// 例規名
    Title,
}

/// What a span contributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 行為を表す語 (検査, 掲示)
    Core,
    /// 対象 (帳簿, 施設)
    Object,
    /// 頻度 (毎年)
    Interval,
    /// 義務・権限 (しなければならない)
    Modality,
    /// 除外した語
    Exclusion,
    /// デジタル手段
    Digital,
    /// 法令の引用
    Basis,
}

/// A span that says something: byte offsets into the field it names.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Evidence {
    /// Which part of the clause.
    pub field: Field,
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// What it contributes.
    pub role: Role,
}

impl Evidence {
    /// The words themselves, in the clause that they were found in.
    #[must_use]
    pub fn words<'a>(&self, clause: &'a Clause) -> &'a str {
        let field: &str = match self.field {
            Field::Text => &clause.text,
            Field::Caption => &clause.caption,
            Field::Title => &clause.title,
        };
        field.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// How often a row of the rules was right (当たりの割合) on labelled clauses that it was not written from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Trust {
    /// Findings that a reader had labelled as well.
    pub right: u16,
    /// Findings in all.
    pub of: u16,
}

/// How far digitalisation has come, as far as the text tells (PHASE 3 cannot be read from a text that still regulates).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Phase {
    /// PHASE 1: the analogue way only.
    #[serde(rename = "1")]
    One,
    /// PHASE 2 or later: the clause names a digital way.
    #[serde(rename = "2")]
    Two,
}

/// One category that the clause falls into.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// 規制区分
    pub category: Category,
    /// 該当候補 or 要精査
    pub verdict: Verdict,
    /// 0 to 100; 60 and more is a candidate. By trust where that is known, else by how firm the row is.
    pub score: u8,
    /// The words, in the order of the text.
    pub evidence: Vec<Evidence>,
    /// One Japanese sentence.
    pub reason: String,
    /// Whether the clause already names a digital way.
    pub digital: bool,
    /// As far as the text tells.
    pub phase: Phase,
    /// 法令に基づく可能性: the citation found, if any.
    pub basis: Option<Evidence>,
    /// What the citation stands for, in full where the definitions of the ordinance or its title tell.
    pub law: Option<String>,
    /// How far to trust it, where its row was tried often enough.
    pub trust: Option<Trust>,
    /// Number of the row of data/regulations that says so (see [`super::rule::named`]); none where only the caption does.
    pub row: Option<u16>,
}

/// A word that looked like a category and was not counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discount {
    /// The category that it looked like.
    pub category: Category,
    /// Where it stands.
    pub evidence: Evidence,
    /// Why it was not counted: one Japanese sentence.
    pub reason: String,
}

/// Everything that can be said about a clause: what was found, and what was not counted and why.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Explanation {
    /// As [`super::Classifier::classify`] gives them.
    pub findings: Vec<Finding>,
    /// Words that were not counted.
    pub discounted: Vec<Discount>,
}
