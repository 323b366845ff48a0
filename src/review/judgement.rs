//! [`Judgement`]: what the officer decided about one category of one clause (判定).
//!
//! The steps are those of the manual: 該非判断, PHASE, 見直しの要否と方針, 時期. Nothing here is guessed by the page.

use serde::{Deserialize, Serialize};

use crate::regulations::Category;

use super::key::ClauseKey;

/// 該非の判定; an undecided category has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// 該当
    Applies,
    /// 非該当
    DoesNotApply,
    /// 要確認
    ToCheck,
}

impl Decision {
    /// All in the order of the keys A, X, Q.
    pub const ALL: [Self; 3] = [Self::Applies, Self::DoesNotApply, Self::ToCheck];

    /// Japanese name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Applies => "該当",
            Self::DoesNotApply => "非該当",
            Self::ToCheck => "要確認",
        }
    }
}

/// Name of the state without a decision.
pub const UNDECIDED: &str = "未判定";

/// PHASE of the category's table, as the officer sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// PHASE 1
    #[serde(rename = "1")]
    One,
    /// PHASE 2
    #[serde(rename = "2")]
    Two,
    /// PHASE 3
    #[serde(rename = "3")]
    Three,
}

impl Stage {
    /// All three.
    pub const ALL: [Self; 3] = [Self::One, Self::Two, Self::Three];

    /// 「PHASE 1」
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::One => "PHASE 1",
            Self::Two => "PHASE 2",
            Self::Three => "PHASE 3",
        }
    }
}

/// 見直し要否
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// 要
    Needed,
    /// 否
    NotNeeded,
}

impl Need {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Needed, Self::NotNeeded];

    /// Japanese name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Needed => "要",
            Self::NotNeeded => "否",
        }
    }
}

/// 見直し方針
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Policy {
    /// 条例改正
    AmendOrdinance,
    /// 規則・規程・要綱の改正
    AmendRule,
    /// 解釈の明確化（通知）
    Clarify,
    /// 運用の見直し
    Operate,
    /// 廃止
    Abolish,
    /// 措置済み
    Done,
    /// 見直し不要
    Nothing,
    /// 通知・運用: of work files of version 1, which did not tell the two apart. It is kept as it is and shown last.
    Practice,
}

impl Policy {
    /// Those that a section is asked for; [`Self::Practice`] is not among them.
    pub const ALL: [Self; 7] =
        [Self::AmendOrdinance, Self::AmendRule, Self::Clarify, Self::Operate, Self::Abolish, Self::Done, Self::Nothing];

    /// Japanese name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AmendOrdinance => "条例改正",
            Self::AmendRule => "規則・規程・要綱の改正",
            Self::Clarify => "解釈の明確化（通知）",
            Self::Operate => "運用の見直し",
            Self::Abolish => "廃止",
            Self::Done => "措置済み",
            Self::Nothing => "見直し不要",
            Self::Practice => "通知・運用",
        }
    }
}

/// Where a judgement came from, when it was taken from an answer: nothing is written about the officer's own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Origin {
    /// The section and person that answered, as they wrote it.
    pub who: String,
    /// Day of the answer, `YYYY-MM-DD`, or as they wrote it.
    pub when: String,
    /// File, sheet, cell and the typed words, or how it was told (電話).
    pub source: String,
}

/// Everything decided about one category of one clause. The empty judgement is the undecided one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Judgement {
    /// 該非の判定.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// The words that the officer selected when adding a category that was not found; `Some("")` without words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub added: Option<String>,
    /// PHASE, where it differs from what the text suggests or was confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// 見直し要否.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<Need>,
    /// 見直し方針.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<Policy>,
    /// 見直し時期, in the officer's words (令和9年3月議会).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub time: String,
    /// 所管課, where the file does not tell it or tells it wrongly.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub department: String,
    /// 根拠法令, in the section's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub basis: String,
    /// 備考, for the list that is handed in.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub remarks: String,
    /// 判定者メモ.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where it was taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

impl Judgement {
    /// Whether nothing was decided, added or written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What a judgement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Target {
    /// The clause.
    pub clause: ClauseKey,
    /// 規制区分
    pub category: Category,
}

/// A target and what it is judged from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// What is judged.
    pub target: Target,
    /// The whole judgement; an empty one removes it.
    pub judgement: Judgement,
}
