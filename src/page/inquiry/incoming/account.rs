//! The account: what each file says, so that every row is somewhere, and what taking it over would change.

use web_sys::Element;

use crate::inquiry::answer::{Error, FileAnswers, Note, State};
use crate::inquiry::shown_name;
use crate::page::announce::announce;
use crate::page::dom::{Dom, set_text, table};

use super::state::{self, Choice};

/// Draws a line for each file, and one for what was entered by hand.
pub fn draw(rows: &Element) -> Dom {
    state::with(|before| {
        before.answers.files.iter().try_for_each(|file| line(rows, file))?;
        if before.answers.by_hand.0.is_empty() {
            return Ok(());
        }
        let count = before.answers.by_hand.0.len().to_string();
        let row = table::line(rows, "手で入れた回答")?;
        cells(&row, ["", &count, &count, "0", "0", "0", "0", ""])
    })
}

/// What taking over would change, in a sentence; said anew after each choice.
pub fn tell() -> Dom {
    let sentence = state::with(|before| {
        let plan = &before.planned.plan;
        let judged: usize = plan.takes.iter().map(|take| take.judged.len()).sum();
        let taken = before.chosen.values().filter(|choice| matches!(choice, Choice::Answer(_))).count();
        let open = plan.conflicts.len() - before.chosen.len().min(plan.conflicts.len());
        let mut parts = vec![format!("取り込むと、判定{judged}件が入ります")];
        if plan.unchanged > 0 {
            parts.push(format!("変わらないもの{}件", plan.unchanged));
        }
        if !plan.conflicts.is_empty() {
            parts.push(format!(
                "食い違い{}件（うち回答を採る{taken}件、まだ選んでいない{open}件）",
                plan.conflicts.len()
            ));
        }
        if !plan.to_look.is_empty() {
            parts.push(format!("確かめてから入れるもの{}件", plan.to_look.len()));
        }
        if !before.planned.changed.is_empty() {
            parts.push(format!("照会のあとに条文が変わったもの{}件", before.planned.changed.len()));
        }
        format!("{}。いまの判定と違う回答は、選ぶまで入りません。", parts.join("、"))
    });
    set_text("incoming-sum", &sentence)?;
    announce(&sentence)
}

fn line(rows: &Element, file: &FileAnswers) -> Dom {
    let row = table::line(rows, &file.name)?;
    let who = who(file);
    let count = |state: State| file.count(state).to_string();
    cells(
        &row,
        [
            &who,
            &file.rows_read().to_string(),
            &count(State::Answered),
            &count(State::Partial),
            &count(State::Unclear),
            &count(State::Unanswered),
            &file.unknown.len().to_string(),
            &remarks(file),
        ],
    )
}

/// 回答課, 回答者, 回答日; where the sheet names no section, those that its numbers were sent to.
fn who(file: &FileAnswers) -> String {
    let head = &file.head;
    let asked = if file.sent_to.is_empty() {
        String::new()
    } else {
        let names: Vec<&str> = file.sent_to.iter().map(|name| shown_name(name)).collect();
        format!("{}（照会先）", names.join("・"))
    };
    let section = if head.section.is_empty() { &asked } else { &head.section };
    let parts = [section.as_str(), &head.respondent, &head.day];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<&str>>().join(" ")
}

fn cells(row: &Element, [who, numbers @ .., remarks]: [&str; 8]) -> Dom {
    table::cells(row, &[who])?;
    table::numbers(row, numbers)?;
    table::cells(row, &[remarks])
}

/// What else is to be known of a file.
fn remarks(file: &FileAnswers) -> String {
    if let Some(error) = file.error {
        return error_word(error).to_owned();
    }
    let comments = file.notes.iter().filter(|note| matches!(note, Note::Comment { .. })).count();
    let missing = file.missing.as_ref().map_or(0, Vec::len);
    let repeated = file.rows.len() - file.numbers().0;
    let parts = [
        (file.not_understood.len(), "読み取れないことば"),
        (file.conflicts.len(), "ファイルの中の食い違い"),
        (missing, "送った行で無いもの"),
        (repeated, "重なった行"),
        (file.transfer.len(), "所管外"),
        (file.altered.len(), "書き換えられた欄"),
        (comments, "コメント"),
        (file.hidden_rows.len(), "隠れた行"),
    ];
    let parts = parts.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{name}{count}"));
    let mut parts: Vec<String> = parts.collect();
    if file.head.confirmed.contains('未') {
        parts.insert(0, "課内の案（所属長の確認 未）".to_owned());
    }
    parts.join("、")
}

const fn error_word(error: Error) -> &'static str {
    match error {
        Error::Encrypted => "パスワードで保護されていて読めません。解除して保存し直してください。",
        Error::Unreadable => "壊れているか、読めない種類のファイルです。",
        Error::NoAnswers => "照会票ではありません（照会番号と回答の列がありません）。",
        Error::Duplicate => "同じ内容のファイルを読んだので、読みません。",
        Error::LockFile => "Excelが開いている間に作る一時ファイルです。読みません。",
        Error::Cancelled => "読み込みをやめたので、読んでいません。",
    }
}
