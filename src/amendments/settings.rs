//! Settings of the town (町の設定): how its legal section writes.
//!
//! They are kept and cross by their names ([`Named`]): one record of texts is read, not one enumeration after another.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::amending::After;

/// Order of the columns of a 新旧対照表.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Columns {
    /// 現行｜改正案
    #[default]
    PresentFirst,
    /// 改正後｜改正前
    AmendedFirst,
}

/// How an amendment is enacted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Method {
    /// 改め文方式
    #[default]
    Sentence,
    /// 新旧対照表方式
    Table,
}

/// Numerals of what is added to a text that shows none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Direction {
    /// 横書き
    #[default]
    Horizontal,
    /// 縦書き
    Vertical,
}

/// Whether the town has a 通則条例 (情報通信技術を活用した行政の推進, e文書).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum GeneralOrdinance {
    /// Not answered.
    #[default]
    Unknown,
    /// There is one.
    Yes,
    /// There is none.
    No,
}

/// What a setting can be, each with its name.
type Names<T> = &'static [(&'static str, T)];

impl Columns {
    const NAMES: Names<Self> = &[("present_first", Self::PresentFirst), ("amended_first", Self::AmendedFirst)];
}

impl Method {
    const NAMES: Names<Self> = &[("sentence", Self::Sentence), ("table", Self::Table)];
}

impl NumeralStyle {
    const NAMES: Names<Self> =
        &[("as_written", Self::AsWritten), ("half", Self::Half), ("full", Self::Full), ("kanji", Self::Kanji)];
}

impl Direction {
    const NAMES: Names<Self> = &[("horizontal", Self::Horizontal), ("vertical", Self::Vertical)];
}

impl GeneralOrdinance {
    const NAMES: Names<Self> = &[("unknown", Self::Unknown), ("yes", Self::Yes), ("no", Self::No)];
}

const AFTER: Names<After> = &[("below", After::Below), ("next", After::Next)];

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
#[serde(try_from = "Named", into = "Named")]
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

/// The settings by their names, as the work file and the fields of the page have them; what is missing is as it comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Named {
    /// [`Settings::columns`]
    pub columns: Cow<'static, str>,
    /// [`Settings::method`]
    pub method: Cow<'static, str>,
    /// [`Settings::after`]
    pub after: Cow<'static, str>,
    /// [`Settings::numerals`]
    pub numerals: Cow<'static, str>,
    /// [`Settings::head`]
    pub head: Cow<'static, str>,
    /// [`Settings::direction`]
    pub direction: Cow<'static, str>,
    /// [`Settings::general`]
    pub general: Cow<'static, str>,
}

fn name<T: Copy + PartialEq>(names: Names<T>, setting: T) -> Cow<'static, str> {
    Cow::Borrowed(names.iter().find(|(_, known)| *known == setting).map_or("", |(name, _)| name))
}

fn of_name<T: Copy>(names: Names<T>, name: &str) -> Result<T, String> {
    let known = names.iter().find(|(known, _)| *known == name).map(|(_, setting)| *setting);
    known.ok_or_else(|| format!("no setting is named {name}"))
}

impl Default for Named {
    fn default() -> Self {
        Settings::PLAIN.into()
    }
}

impl From<Settings> for Named {
    fn from(settings: Settings) -> Self {
        Self {
            columns: name(Columns::NAMES, settings.columns),
            method: name(Method::NAMES, settings.method),
            after: name(AFTER, settings.after),
            numerals: name(NumeralStyle::NAMES, settings.numerals),
            head: Cow::Owned(settings.head),
            direction: name(Direction::NAMES, settings.direction),
            general: name(GeneralOrdinance::NAMES, settings.general),
        }
    }
}

impl TryFrom<Named> for Settings {
    type Error = String;

    fn try_from(named: Named) -> Result<Self, String> {
        Ok(Self {
            columns: of_name(Columns::NAMES, &named.columns)?,
            method: of_name(Method::NAMES, &named.method)?,
            after: of_name(AFTER, &named.after)?,
            numerals: of_name(NumeralStyle::NAMES, &named.numerals)?,
            head: named.head.into_owned(),
            direction: of_name(Direction::NAMES, &named.direction)?,
            general: of_name(GeneralOrdinance::NAMES, &named.general)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_kept_by_their_names_and_what_is_unknown_is_refused() {
        let settings = Settings {
            columns: Columns::AmendedFirst,
            after: After::Next,
            numerals: NumeralStyle::Kanji,
            head: "管理者".to_owned(),
            general: GeneralOrdinance::No,
            ..Settings::default()
        };
        let text = serde_json::to_string(&settings).unwrap();
        assert_eq!(
            text,
            r#"{"columns":"amended_first","method":"sentence","after":"next","numerals":"kanji","head":"管理者","direction":"horizontal","general":"no"}"#
        );
        assert_eq!(serde_json::from_str::<Settings>(&text).unwrap(), settings);
        assert_eq!(serde_json::from_str::<Settings>("{}").unwrap(), Settings::PLAIN);
        for wrong in [r#"{"columns":"third"}"#, r#"{"method":""}"#, r#"{"after":3}"#, r#"{"later":"yes"}"#, "[1]"] {
            assert!(serde_json::from_str::<Settings>(wrong).is_err(), "{wrong}");
        }
    }
}
