//! The result a row of the list: お手元の名称 → 標準名称, 一致の度合い, 理由; what is foreign apart, collapsed.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use web_sys::Element;

use crate::page::dom::{
    Dom, append, button, by_id, clear, data, find, focus, on_press_within, reveal, set_text, table,
};
use crate::procedures::list::ListedName;
use crate::procedures::matching::Match;

use super::super::desk::Desk;
use super::super::{marks, read, store};

/// Rows that a table shows at first; the workbook has all.
const FIRST: usize = 30;
/// Rows that it adds on request.
const MORE: usize = 100;

/// The two tables: which one holds what is foreign.
const TABLES: [(&str, &str, bool); 2] =
    [("procedures-matches", "一覧の名称と標準名称", false), ("procedures-foreign", "31手続に当たらない名称", true)];

thread_local! {
    /// The entries that the tables show: they are made anew only for others.
    static DRAWN: RefCell<Option<Rc<[Arc<ListedName>]>>> = const { RefCell::new(None) };
}

/// Follows the desk and listens to the buttons that add rows.
pub fn open() -> Dom {
    for (id, caption, foreign) in TABLES {
        on_press_within(id, "[data-more]", move |button| {
            let place: Element = by_id(id)?;
            let shown = data(button, "data-more").unwrap_or(0);
            let entries = read(|desk| Rc::clone(desk.entries()));
            draw(&place, caption, &of_kind(&entries, foreign), shown)?;
            let row = place.query_selector(&format!("tbody tr:nth-child({}) button", shown + 1))?;
            row.map_or(Ok(()), |row| focus(&row))
        })?;
    }
    store().watch(show)
}

/// Entries with their position in the list.
type Placed<'a> = Vec<(usize, &'a ListedName)>;

/// What is foreign, or what is ours and settled.
fn of_kind(entries: &[Arc<ListedName>], foreign: bool) -> Placed<'_> {
    let is = |entry: &ListedName| match &entry.found {
        Match::Foreign { .. } => Some(true),
        Match::Chosen { procedures, .. } => Some(procedures.is_empty()),
        Match::Matched { .. } => Some(false),
        Match::Asked { .. } => None,
    };
    let placed = entries.iter().enumerate().map(|(position, entry)| (position, entry.as_ref()));
    placed.filter(|(_, entry)| is(entry) == Some(foreign)).collect()
}

fn show(desk: &Desk) -> Dom {
    let entries = desk.entries();
    reveal(&by_id("procedures-list-result")?, desk.work().list.is_some())?;
    let drawn = DRAWN.with_borrow(|drawn| drawn.as_ref().is_some_and(|drawn| Rc::ptr_eq(drawn, entries)));
    if drawn {
        return Ok(());
    }
    DRAWN.set(Some(Rc::clone(entries)));
    let (ours, foreign) = (of_kind(entries, false), of_kind(entries, true));
    let asked = entries.len() - ours.len() - foreign.len();
    set_text(
        "procedures-matches-count",
        &format!(
            "{}件のうち、27手続などに当たるもの{}件、確認が必要なもの{asked}件、対象外{}件です。",
            entries.len(),
            ours.len(),
            foreign.len()
        ),
    )?;
    set_text("procedures-foreign-title", &format!("対象外の名称（{}件）", foreign.len()))?;
    for ((id, caption, _), entries) in TABLES.iter().zip([ours, foreign]) {
        draw(&by_id(id)?, caption, &entries, 0)?;
    }
    Ok(())
}

/// Makes the table, or adds the rows that follow those shown.
fn draw(place: &Element, caption: &str, entries: &[(usize, &ListedName)], shown: usize) -> Dom {
    if shown == 0 {
        clear(place);
    }
    if entries.is_empty() {
        return append(place, "p", "ありません。").map(|_| ());
    }
    let table = match place.first_element_child().filter(|_| shown > 0) {
        Some(table) => table,
        None => table::new(
            place,
            caption,
            &["お手元の名称", "行", "標準名称", "一致の度合い", "一覧の状態", "理由", "操作"],
        )?,
    };
    let most = if shown == 0 { FIRST } else { MORE };
    for (position, entry) in entries.iter().skip(shown).take(most) {
        row(&table, *position, entry)?;
    }
    clear(place);
    place.append_child(&table)?;
    let left = entries.len().saturating_sub(shown + most);
    if left > 0 {
        let note = append(place, "p", &format!("ほか{left}件。Excelで保存すると、シート「照合」にすべて載ります。"))?;
        let words = format!("続きの{}件を表示", left.min(MORE));
        button(&note, "button-quiet", &words, &[("data-more", &(shown + most).to_string())])?;
    }
    Ok(())
}

fn row(table: &Element, position: usize, entry: &ListedName) -> Dom {
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
    let line = table::row(
        &find(table, "tbody")?,
        &input.name,
        &[&format!("{sheet}{}", input.row), &official, &degree, &stated(entry), entry.found.reason(), ""],
    )?;
    line.set_attribute("data-entry", &position.to_string())?;
    if entry.heading {
        return Ok(());
    }
    let cell: Element = find(&line, "td:last-child")?;
    let label = format!("{}行目「{}」を選び直す", input.row, input.name);
    button(&cell, "button-quiet", "選び直す", &[("data-correct", ""), ("aria-label", &label)])?;
    append(&cell, "div", "")?.set_attribute("data-slot", "correction")?;
    Ok(())
}

/// 「済 → 公開済」: what the list says and how it was read.
fn stated(entry: &ListedName) -> String {
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
