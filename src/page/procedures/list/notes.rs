//! What could not be read, in words.

use web_sys::Element;

use crate::page::dom::{Dom, append};
use crate::reading::note::{Cap, Note, Reason};

/// Notes that are told one by one; more are counted.
const TOLD: usize = 20;

/// Lists the notes, the most fundamental first.
pub fn show(place: &Element, notes: &[Note]) -> Dom {
    if notes.is_empty() {
        return Ok(());
    }
    let mut notes: Vec<&Note> = notes.iter().collect();
    notes.sort_by_key(|note| note.reason.severity());
    let list = append(place, "ul", "")?;
    for note in notes.iter().take(TOLD) {
        append(&list, "li", &sentence(note))?;
    }
    if notes.len() > TOLD {
        append(&list, "li", &format!("ほか{}件。", notes.len() - TOLD))?;
    }
    Ok(())
}

fn sentence(note: &Note) -> String {
    let sheet = note.sheet.as_ref().map(|sheet| format!("シート「{sheet}」")).unwrap_or_default();
    let row = note.row.map(|row| format!("{row}行目")).unwrap_or_default();
    let place = format!("{sheet}{row}");
    let between = if place.is_empty() { "" } else { "：" };
    format!("{place}{between}{}", reason(&note.reason))
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::UnreadKind { .. } => {
            "この種類のファイルは読めません。Excel（xlsx）かCSVで保存し直してください。".to_owned()
        }
        Reason::Encrypted => "パスワードがかかっています。外して保存し直してください。".to_owned(),
        Reason::Damaged { .. } => {
            "ファイルが途中で切れているか壊れています。元のファイルを開いて保存し直してください。".to_owned()
        }
        Reason::Limit { cap: Cap::FileBytes, .. } => {
            "ファイルが大きすぎます。一覧のシートだけを保存し直してください。".to_owned()
        }
        Reason::Limit { limit, .. } => format!("上限（{limit}）を超えた部分を読んでいません。"),
        Reason::Empty => "中身がありません。".to_owned(),
        Reason::NoTable => "表ではありません。Excel（xlsx）かCSVの一覧を開いてください。".to_owned(),
        Reason::Cancelled => "途中で取り消しました。".to_owned(),
        Reason::HiddenSheet { rows } => {
            format!("非表示のシート（{rows}行）です。読むときは下でチェックを入れてください。")
        }
        Reason::Undecodable { count, .. } => {
            format!("読めない文字が{count}字あります。文字コードを変えてお試しください。")
        }
        Reason::UnclosedQuote => "引用符（\"）が閉じていません。1行として読みました。".to_owned(),
        Reason::FurtherNotes { count } => format!("ほかにも{count}件あります。"),
        other => format!("読み取りで気づいた点があります（{other}）。"),
    }
}
