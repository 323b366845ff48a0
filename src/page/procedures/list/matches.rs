//! The result a row of the list: お手元の名称 → 標準名称, 一致の度合い, 理由; what is foreign apart, collapsed.

use web_sys::Element;

use crate::page::dom::{Dom, append, by_id, clear, find, reveal};
use crate::procedures::list::Entry;
use crate::procedures::matching::Match;

use super::super::desk::Desk;
use super::super::{marks, rows, store};

/// Rows that the page shows; the workbook has all.
const SHOWN: usize = 300;

/// Follows the desk.
pub fn open() -> Dom {
    store().with(|store| store.watch(show))
}

fn show(desk: &Desk) -> Dom {
    let entries = desk.entries();
    reveal(&by_id::<Element>("procedures-list-result")?, desk.work().list.is_some())?;
    let of_kind = |foreign: bool| {
        let foreign = move |entry: &Entry| match &entry.found {
            Match::Foreign { .. } => Some(true),
            Match::Chosen { procedures, .. } => Some(procedures.is_empty()),
            Match::Matched { .. } => Some(false),
            Match::Asked { .. } => None,
        } == Some(foreign);
        entries.iter().enumerate().filter(move |(_, entry)| foreign(entry)).collect::<Vec<_>>()
    };
    let (ours, foreign) = (of_kind(false), of_kind(true));
    let asked = entries.len() - ours.len() - foreign.len();
    by_id::<Element>("procedures-matches-count")?.set_text_content(Some(&format!(
        "{}件のうち、27手続などに当たるもの{}件、選んでいただくもの{asked}件、対象外{}件です。",
        entries.len(),
        ours.len(),
        foreign.len()
    )));
    fill("procedures-matches", "一覧の名称と標準名称", &ours)?;
    by_id::<Element>("procedures-foreign-title")?
        .set_text_content(Some(&format!("対象外の名称（{}件）", foreign.len())));
    fill("procedures-foreign", "31手続に当たらない名称", &foreign)
}

fn fill(id: &str, caption: &str, entries: &[(usize, &Entry)]) -> Dom {
    let place: Element = by_id(id)?;
    clear(&place);
    if entries.is_empty() {
        return append(&place, "p", "ありません。").map(|_| ());
    }
    let headers = ["お手元の名称", "行", "標準名称", "一致の度合い", "一覧の状態", "理由", "操作"];
    let table = rows::table(caption, &headers)?;
    for (position, entry) in entries.iter().take(SHOWN) {
        row(&table, *position, entry)?;
    }
    place.append_child(&table)?;
    if entries.len() > SHOWN {
        append(
            &place,
            "p",
            &format!("ほか{}件。Excelで保存すると、シート「照合」にすべて載ります。", entries.len() - SHOWN),
        )?;
    }
    Ok(())
}

fn row(table: &Element, position: usize, entry: &Entry) -> Dom {
    let input = &entry.input;
    let official: Vec<String> =
        entry.found.procedures().iter().map(|number| marks::named(number.procedure())).collect();
    let degree = match &entry.found {
        Match::Matched { degree, .. } => format!("{}％", degree.percent()),
        Match::Chosen { .. } => "選択".to_owned(),
        Match::Asked { .. } | Match::Foreign { .. } => "―".to_owned(),
    };
    let sheet = input.sheet.as_ref().map(|sheet| format!("{sheet} ")).unwrap_or_default();
    let official = if official.is_empty() { "対象外".to_owned() } else { official.join("、") };
    let line = rows::row(
        table,
        &input.name,
        &[&format!("{sheet}{}", input.row), &official, &degree, &stated(entry), entry.found.reason(), ""],
    )?;
    line.set_attribute("data-entry", &position.to_string())?;
    if entry.is_heading() {
        return Ok(());
    }
    let cell: Element = find(&line, "td:last-child")?;
    let button = rows::button(&cell, "button-quiet", "選び直す")?;
    button.set_attribute("data-correct", "")?;
    button.set_attribute("aria-label", &format!("{}行目「{}」を選び直す", input.row, input.name))?;
    append(&cell, "div", "")?.set_attribute("data-slot", "correction")?;
    Ok(())
}

/// 「済 → 公開済」: what the list says and how it was read.
fn stated(entry: &Entry) -> String {
    let state = entry.input.state.as_ref().map(|wording| (wording.written.as_str(), wording.read.name()));
    let connection = entry.input.connection.as_ref().map(|wording| (wording.written.as_str(), wording.read.name()));
    let parts: Vec<String> = [state, connection]
        .into_iter()
        .flatten()
        .filter(|(written, _)| !written.is_empty())
        .map(|(written, read)| if written == read { written.to_owned() } else { format!("{written} → {read}") })
        .collect();
    parts.join("／")
}
