//! What a file holds: its sheets, its first clauses, or the files in a ZIP.

use web_sys::Element;

use crate::page::dom::{Dom, append, emptied, fill, lay, reveal, slot, styled, table};
use crate::page::messages::{cut, reading as words};
use crate::page::notes;
use crate::reading::{Inspection, MemberView, OrdinanceView};

use super::sheet;

/// Clauses and members that a preview lists.
const SHOWN: usize = 8;
/// Characters of a clause that a preview shows.
const EXCERPT: usize = 120;

/// Rows of a table in a ZIP that a preview shows.
const ROWS: usize = 4;
/// Columns of them.
const COLUMNS: usize = 8;
/// Characters of their cells.
const CELL: usize = 30;

/// Whether there is something to look at.
pub fn holds_something(inspection: &Inspection) -> bool {
    !inspection.sheets.is_empty() || inspection.ordinance.is_some() || !inspection.members.is_empty()
}

/// 「表 2枚、1,203行」 or 「42条項」.
pub fn summary(inspection: &Inspection) -> String {
    let count = |number: usize| words::number(number as u64);
    if let Some(ordinance) = &inspection.ordinance {
        let title = ordinance.clauses.first().map(|clause| clause.title.as_ref()).filter(|title| !title.is_empty());
        let title = title.map(|title| format!("「{}」", cut(title, 40))).unwrap_or_default();
        return format!("条文{title}、{}条項", words::number(u64::from(ordinance.count)));
    }
    if !inspection.members.is_empty() {
        return of_members(&inspection.members);
    }
    if inspection.sheets.is_empty() {
        return String::new();
    }
    let rows: Option<u64> = inspection.sheets.iter().map(|sheet| sheet.count.map(u64::from)).sum();
    let rows = rows.map(|rows| format!("、{}行", words::number(rows))).unwrap_or_default();
    let used = inspection.sheets.iter().filter(|sheet| super::state::will_be_read(sheet)).count();
    match inspection.sheets.len() {
        1 => format!("表{rows}"),
        sheets => format!("表 {}枚のうち{}枚を読み込みます{rows}", count(sheets), count(used)),
    }
}

/// Shows the preview.
pub fn show(place: &Element, inspection: &Inspection) -> Dom {
    for (number, view) in inspection.sheets.iter().enumerate() {
        sheet::show(place, number, view)?;
    }
    if let Some(ordinance) = &inspection.ordinance {
        clauses(place, ordinance)?;
    }
    if inspection.members.is_empty() { Ok(()) } else { members(place, &inspection.members) }
}

fn clauses(place: &Element, ordinance: &OrdinanceView) -> Dom {
    let table = lay("opening-clauses", place)?;
    let body: Element = slot(&table, "rows")?;
    for clause in ordinance.clauses.iter().take(SHOWN) {
        let row = lay("opening-clause", &body)?;
        fill(&row, "article", &clause.article)?;
        fill(&row, "caption", &clause.caption)?;
        fill(&row, "text", &cut(&clause.text, EXCERPT))?;
    }
    let more = (ordinance.count as usize).saturating_sub(SHOWN);
    further(place, more, "条項")
}

/// 「ファイル5件（読めないもの1件）」
fn of_members(members: &[MemberView]) -> String {
    let unreadable = members.iter().filter_map(|member| member.seen.as_ref()).filter(|seen| !seen.holds_something());
    let unseen = members.iter().filter(|member| member.seen.is_none()).count();
    let parts = [(unreadable.count(), "読めないもの"), (unseen, "読み込むときに確かめるもの")];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{what}{}件", words::number(*count as u64)))
        .collect();
    let parts = if parts.is_empty() { String::new() } else { format!("（{}）", parts.join("、")) };
    format!("ファイル{}件{parts}", words::number(members.len() as u64))
}

fn members(place: &Element, members: &[MemberView]) -> Dom {
    let list = styled(place, "ul", "opening-members", "")?;
    for member in members.iter().take(SHOWN * 4) {
        let item = lay("opening-member", &list)?;
        fill(&item, "name", &member.path)?;
        fill(&item, "kind", words::kind(member.kind))?;
        let seen = member.seen.as_deref();
        fill(&item, "summary", &seen.map(summary).unwrap_or_default())?;
        let body = emptied(slot(&item, "body")?);
        if let Some(seen) = seen {
            notes::within_card(&slot(&item, "notes")?, &seen.notes, words::sentence)?;
            look(&body, seen)?;
        }
        reveal(&slot(&item, "preview")?, body.child_element_count() > 0)?;
    }
    further(place, members.len().saturating_sub(SHOWN * 4), "件")
}

/// What a member holds, to look at only: choices are made for files that are opened by themselves.
fn look(place: &Element, seen: &Inspection) -> Dom {
    if let Some(ordinance) = &seen.ordinance {
        clauses(place, ordinance)?;
    }
    for sheet in &seen.sheets {
        let name = sheet.name.as_deref().unwrap_or("先頭の行");
        let scroll = styled(place, "div", "table-scroll", "")?;
        for (attribute, value) in [("tabindex", "0"), ("role", "region"), ("aria-label", name)] {
            scroll.set_attribute(attribute, value)?;
        }
        let shown = styled(&scroll, "table", "table", "")?;
        append(&shown, "caption", name)?;
        let body = append(&shown, "tbody", "")?;
        for row in sheet.rows.iter().take(ROWS) {
            let cells: Vec<String> = row.cells.iter().take(COLUMNS).map(|cell| cut(cell, CELL)).collect();
            table::cells(&table::line(&body, &row.number.to_string())?, &cells)?;
        }
    }
    Ok(())
}

fn further(place: &Element, more: usize, unit: &str) -> Dom {
    if more > 0 {
        append(place, "p", &format!("ほか{}{unit}", words::number(more as u64)))?.set_class_name("hint");
    }
    Ok(())
}
