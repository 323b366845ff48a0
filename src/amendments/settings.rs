//! Settings of the town (町の設定): how its legal section writes.

use serde::{Deserialize, Serialize};

use super::amending::After;

/// Order of the columns of a 新旧対照表.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Columns {
    /// 現行｜改正案
    #[default]
    PresentFirst,
    /// 改正後｜改正前
    AmendedFirst,
}

/// How an amendment is enacted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// 改め文方式
    #[default]
    Sentence,
    /// 新旧対照表方式
    Table,
}

/// Numerals of what is added to a text that shows none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumeralStyle {
    /// As the ordinance has them.
    #[default]
    AsWritten,
    /// 3
    Half,
    /// ３
    Full,
    /// 三
    Kanji,
}

/// 書字方向
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// 横書き
    #[default]
    Horizontal,
    /// 縦書き
    Vertical,
}

/// Whether the town has a 通則条例 (情報通信技術を活用した行政の推進, e文書).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GeneralOrdinance {
    /// Not answered.
    #[default]
    Unknown,
    /// There is one.
    Yes,
    /// There is none.
    No,
}

impl Settings {
    /// Settings as they come.
    pub const PLAIN: Self = Self {
        columns: Columns::PresentFirst,
        method: Method::Sentence,
        after: After::Below,
        numerals: NumeralStyle::AsWritten,
        head: String::new(),
        direction: Direction::Horizontal,
        general: GeneralOrdinance::Unknown,
    };
}

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Order of the columns.
    pub columns: Columns,
    /// 改め文方式 or 新旧対照表方式.
    pub method: Method,
    /// の下に or の次に.
    pub after: After,
    /// Numerals.
    pub numerals: NumeralStyle,
    /// 長の名 (町長, 管理者); empty: as the ordinance names it.
    pub head: String,
    /// 横書き or 縦書き.
    pub direction: Direction,
    /// 通則条例
    pub general: GeneralOrdinance,
}
