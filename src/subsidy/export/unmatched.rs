//! 一覧の確認: the rows of a list that are not certain, with the reason in a sentence that says what to do.

use crate::municipality::{CodeError, Municipality};
use crate::subsidy::list::{List, Reason, Unmatched};
use crate::subsidy::typed::NotUsable;
use crate::writing::{Column, Table, TableError};
use crate::yen::notation::grouped;

pub(super) fn table(list: &List) -> Result<Table, TableError> {
    let columns = vec![Column::plain_number("行"), Column::text("記載"), Column::text("扱い"), Column::text("理由")];
    let left_out = list.left_out.iter().map(|row| (row.row, row.written.clone(), "対象外", reason(&row.reason)));
    let computed = list.entries.iter().filter_map(|entry| {
        let why = unmatched(entry.unmatched.as_ref()?);
        Some((entry.row, entry.entry.label.clone(), "一覧の人口で算出", why))
    });
    let mut rows: Vec<_> = left_out.chain(computed).collect();
    rows.sort_by_key(|(row, ..)| *row);
    let cells =
        rows.into_iter().map(|(row, written, use_, why)| vec![row.into(), written.into(), use_.into(), why.into()]);
    Table::new("一覧の確認", columns, cells.collect())
}

/// Why a row is not in the comparison.
#[must_use]
pub fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Unmatched(why) => unmatched(why),
        Reason::NoName => "団体名も団体コードもありません。".to_owned(),
        Reason::Total => "合計の行です（団体ではありません）。".to_owned(),
        Reason::Ward => "政令指定都市の区です（団体ではありません）。".to_owned(),
        Reason::WardOrSpecialWard => {
            "東京都の特別区か、政令指定都市の区かが決まりません。都道府県名か団体コードを加えてください。".to_owned()
        }
        Reason::Remark => "注記の行です。".to_owned(),
        Reason::Heading => "見出しの繰り返しです。".to_owned(),
        Reason::Population(why) => format!("人口が{}", not_usable(*why)),
        Reason::Duplicate(row) => format!("{row}行目と同じ団体です。"),
        Reason::Several(rows) => format!(
            "同じ団体の行がほかにもあり（{}）、人口が違います。団体全体の行だけを残すか、人口の列を「使わない」にしてください。",
            numbered(rows)
        ),
        Reason::Part(row) => format!("団体の一部の行です（全体は{row}行目）。"),
    }
}

/// Why no town is certain.
#[must_use]
pub fn unmatched(why: &Unmatched) -> String {
    match why {
        Unmatched::NotFound => "この名称の市区町村が見つかりません。名称を確かめてください。".to_owned(),
        Unmatched::Ambiguous(towns) => {
            format!("{}のどれかが決まりません。都道府県名か団体コードを加えてください。", names(towns))
        }
        Unmatched::Code(CodeError::NotACode) => "団体コードが4〜6桁の数字ではありません。".to_owned(),
        Unmatched::Code(CodeError::CheckDigit { written, expected }) => {
            format!("団体コードの検査数字が{written}です（正しくは{expected}）。コードを確かめてください。")
        }
        Unmatched::Code(CodeError::Unknown) => "この団体コードの市区町村がありません。".to_owned(),
        Unmatched::Code(CodeError::Ambiguous(one, other)) => {
            format!("団体コードが{}のどちらかに決まりません。", names(&[one, other]))
        }
        Unmatched::CodeAndName(town) => {
            format!("団体コードは{}のもので、名称と合いません。どちらかを直してください。", town.full_name())
        }
    }
}

/// Why a number that was typed or listed is not used; follows 人口が or 費用が.
#[must_use]
pub fn not_usable(why: NotUsable) -> String {
    match why {
        NotUsable::Empty => "空欄です。".to_owned(),
        NotUsable::Unreadable => "数として読めません。".to_owned(),
        NotUsable::Negative => "負の数です。".to_owned(),
        NotUsable::Zero => "0です。".to_owned(),
        NotUsable::Fraction => "整数になりません。".to_owned(),
        NotUsable::TooLarge { limit } => format!("大きすぎます（{}まで）。", grouped(limit)),
    }
}

/// 3行目、4行目、5行目ほか
fn numbered(rows: &[u32]) -> String {
    let first: Vec<String> = rows.iter().take(3).map(|row| format!("{row}行目")).collect();
    format!("{}{}", first.join("、"), if rows.len() > 3 { "ほか" } else { "" })
}

fn names(towns: &[&'static Municipality]) -> String {
    towns.iter().map(|town| town.full_name()).collect::<Vec<_>>().join("・")
}
