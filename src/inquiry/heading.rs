//! Headings of a returned sheet: which column holds what, however it was renamed or split over two rows.

use serde::{Deserialize, Serialize};

use super::column::Column;
use super::knowledge::HEADINGS;
use super::word::{Bracketed, fold};

/// What a column of the sheet holds, or what a cell above the table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// 照会番号
    Number,
    /// 所管課, in a book for several sections
    Section,
    /// 例規名
    Title,
    /// 例規名, 条項 and 見出し in one column
    Place,
    /// 条項
    Article,
    /// 見出し
    Caption,
    /// 条文
    Text,
    /// 規制区分
    Category,
    /// 抽出の理由
    Reason,
    /// デジタル手段
    Digital,
    /// A column to fill in
    Answer(Column),
    /// 正しい所管課
    RightSection,
    /// 回答課
    Answering,
    /// 回答者
    Respondent,
    /// 内線
    Extension,
    /// 回答日
    Day,
    /// 所属長の確認
    Confirmed,
}

const ROLES: [(&str, Role); 22] = [
    ("照会番号", Role::Number),
    ("所管課", Role::Section),
    ("例規名", Role::Title),
    ("例規名・条項・見出し", Role::Place),
    ("条項", Role::Article),
    ("見出し", Role::Caption),
    ("条文", Role::Text),
    ("規制区分", Role::Category),
    ("抽出の理由", Role::Reason),
    ("デジタル手段", Role::Digital),
    ("判定", Role::Answer(Column::Decision)),
    ("見直し要否", Role::Answer(Column::Need)),
    ("見直し方針", Role::Answer(Column::Policy)),
    ("見直し時期", Role::Answer(Column::Time)),
    ("根拠法令", Role::Answer(Column::Basis)),
    ("備考", Role::Answer(Column::Remarks)),
    ("正しい所管課", Role::RightSection),
    ("回答課", Role::Answering),
    ("回答者", Role::Respondent),
    ("内線", Role::Extension),
    ("回答日", Role::Day),
    ("所属長の確認", Role::Confirmed),
];

impl Role {
    /// The role of a heading with its rank: 0 where it is the sheet's own word.
    #[must_use]
    pub fn of(heading: &str) -> Option<(Self, u8)> {
        Self::find(heading, false)
    }

    /// The role of a cell above the table.
    #[must_use]
    pub fn above(label: &str) -> Option<Self> {
        Self::find(label, true).map(|(role, _)| role)
    }

    fn find(written: &str, above: bool) -> Option<(Self, u8)> {
        let whole = fold(written);
        let Bracketed { mut outside, inside, .. } = Bracketed::of(&whole, "(〔[【<", ")〕]】>");
        if inside.iter().any(|note| is_of_another(note)) {
            return None;
        }
        outside.retain(|character| !matches!(character, '▼' | '▽' | '※' | '*' | '★' | '●' | '■' | ':' | '①'..='⑳'));
        let (name, _, rank, _) = HEADINGS
            .iter()
            .filter(|(.., is_above)| *is_above == above)
            .find(|(_, heading, ..)| *heading == outside || *heading == whole)?;
        let role = ROLES.iter().find(|(other, _)| other == name)?;
        Some((role.1, *rank))
    }
}

/// Whether a note behind a heading says that the column is not the one to fill in: 判定（前回）, 判定（記入例）
fn is_of_another(note: &str) -> bool {
    let former = ["前回", "旧", "昨年", "前年", "変更前", "参考"];
    former.iter().any(|word| note.starts_with(word)) || matches!(note, "例" | "記入例" | "控" | "控え")
}
