//! The sheet 改正案: a clause a row, those without a draft with the reason.

use crate::clause::Clause;
use crate::writing::{Cell, Column, Table, TableError};

use super::{Amended, NOTICE};

const HEADERS: &str = "\
    例規種別 例規名 例規番号 条項 見出し 状況 現行 改正案 改め文 型 型の用例 近い用例 国の動き \
    案のない理由・あわせて確かめること 注意";

/// A clause of the sheet.
#[derive(Debug, Clone)]
pub struct Listed<'a> {
    /// The clause.
    pub clause: &'a Clause,
    /// Its draft.
    pub amended: Option<Amended<'a>>,
    /// Whether it goes into 新旧対照表 and 改め文.
    pub included: bool,
    /// Why there is no draft.
    pub refused: String,
    /// Identifiers of precedents that are near.
    pub precedents: Vec<&'static str>,
    /// What the state amended.
    pub national: Vec<String>,
}

impl Listed<'_> {
    fn standing(&self) -> &'static str {
        match (&self.amended, self.included) {
            (None, _) if self.precedents.is_empty() => "案なし・用例なし",
            (None, _) => "案なし（用例のみ）",
            (Some(_), false) => "型の案（まだ選んでいません）",
            (Some(amended), true) if amended.by_hand => "改正案（手で直した案）",
            (Some(_), true) => "改正案",
        }
    }
}

/// The sheet; its last column says of every draft what it is.
///
/// # Errors
/// The table breaks a rule of machine-readable tables.
pub fn sheet(listed: &[Listed<'_>]) -> Result<Table, TableError> {
    let columns = std::iter::once(Column::plain_number("No")).chain(HEADERS.split(' ').map(Column::text));
    let rows = (1_i64..).zip(listed).map(|(number, one)| {
        let clause = one.clause;
        let draft = one.amended.as_ref().map(|amended| &amended.draft);
        let of = |text: fn(&super::Draft) -> String| draft.map_or_else(String::new, text);
        let notes = draft.map_or_else(|| one.refused.clone(), |draft| draft.warnings.join("\n"));
        let texts: [String; 15] = [
            clause.kind.to_string(),
            clause.title.to_string(),
            clause.number.to_string(),
            clause.article.clone(),
            clause.caption.clone(),
            one.standing().to_owned(),
            clause.text.clone(),
            of(|draft| draft.after.clone()),
            of(|draft| draft.amendment.sentence.clone()),
            of(|draft| draft.pattern.name.to_owned()),
            of(|draft| draft.pattern.proof.join("、")),
            one.precedents.join("、"),
            one.national.join("\n"),
            notes,
            of(|_| NOTICE.to_owned()),
        ];
        std::iter::once(Cell::Integer(number)).chain(texts.map(Cell::from)).collect()
    });
    Table::new("改正案", columns.collect(), rows.collect())
}
