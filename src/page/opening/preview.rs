//! What a file holds: its sheets, its first clauses, or the files in a ZIP.

use web_sys::Element;

use crate::page::dom::{Dom, append, fill, slot, template};
use crate::page::messages::reading as words;
use crate::reading::{Inspection, MemberView, OrdinanceView};

use super::sheet;

/// Clauses and members that a preview lists.
const SHOWN: usize = 8;
/// Characters of a clause that a preview shows.
const EXCERPT: usize = 120;

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
        return format!("ファイル{}件。中身は読み込むときに確かめます。", count(inspection.members.len()));
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
    let table = template("opening-clauses")?;
    let body: Element = slot(&table, "rows")?;
    for clause in ordinance.clauses.iter().take(SHOWN) {
        let row = template("opening-clause")?;
        fill(&row, "article", &clause.article)?;
        fill(&row, "caption", &clause.caption)?;
        fill(&row, "text", &cut(&clause.text, EXCERPT))?;
        body.append_child(&row)?;
    }
    place.append_child(&table)?;
    let more = (ordinance.count as usize).saturating_sub(SHOWN);
    further(place, more, "条項")
}

fn members(place: &Element, members: &[MemberView]) -> Dom {
    let list = append(place, "ul", "")?;
    for member in members.iter().take(SHOWN * 4) {
        append(&list, "li", &format!("{}（{}）", member.path, words::kind(member.kind)))?;
    }
    further(place, members.len().saturating_sub(SHOWN * 4), "件")
}

fn further(place: &Element, more: usize, unit: &str) -> Dom {
    if more > 0 {
        append(place, "p", &format!("ほか{}{unit}", words::number(more as u64)))?.set_class_name("hint");
    }
    Ok(())
}

/// The first characters of a text.
pub fn cut(text: &str, most: usize) -> String {
    let mut characters = text.chars();
    let head: String = characters.by_ref().take(most).collect();
    if characters.next().is_some() { format!("{head}…") } else { head }
}
