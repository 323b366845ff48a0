//! What classification gives (検出結果): a category, how firm it is, the words that say so, and what follows from them.

use serde::{Deserialize, Serialize};

use super::category::{Category, Phase};
use super::sense::Sense;

/// How firm a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 要確認: worth a look.
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

/// One category that the clause falls into.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// 規制区分
    pub category: Category,
    /// 該当候補 or 要確認
    pub verdict: Verdict,
    /// 0 to 100; 60 and more is a candidate.
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

/// The role of a sense.
#[must_use]
pub fn role(sense: Sense) -> Role {
    match sense {
        Sense::Books
        | Sense::Business
        | Sense::Facility
        | Sense::Works
        | Sense::Visible
        | Sense::Staff
        | Sense::Headcount => Role::Object,
        Sense::Interval => Role::Interval,
        Sense::Duty | Sense::Effort | Sense::Power | Sense::Forbid => Role::Modality,
        Sense::Digital | Sense::Network | Sense::WebOnly | Sense::FileAccess => Role::Digital,
        Sense::Law => Role::Basis,
        _ => Role::Core,
    }
}
