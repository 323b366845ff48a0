//! A sheet as it would be read: its first rows, the header row and the role of each column, all changeable.

use std::cmp::Ordering;

use web_sys::Element;

use crate::page::dom::{Dom, field, fill, lay, reveal, say, slot, table};
use crate::page::messages::{cut, reading as words};
use crate::reading::SheetView;
use crate::reading::table::{Role, column_letters};

/// Rows that the preview shows.
const ROWS: usize = 12;
/// Columns that the preview shows.
const COLUMNS: usize = 40;
/// Characters of a cell that the preview shows.
const CELL: usize = 60;

/// The roles that the officer can choose.
pub const ROLES: [Role; 8] =
    [Role::Kind, Role::Title, Role::Number, Role::Article, Role::Caption, Role::Text, Role::Department, Role::Other];

/// Shows a sheet; `number` tells the sheets of a file apart.
pub fn show(place: &Element, number: usize, view: &SheetView) -> Dom {
    let part = lay("opening-sheet", place)?;
    part.set_attribute("data-sheet", &number.to_string())?;
    let name = view.name.as_deref().map_or_else(|| "表".to_owned(), |name| format!("シート「{name}」"));
    fill(&part, "name", &name)?;
    let count = view.count.map(|count| format!("{}行", words::number(u64::from(count)))).unwrap_or_default();
    fill(&part, "count", &count)?;
    let used: Element = slot(&part, "use")?;
    used.set_attribute("data-key", &format!("use-{number}"))?;
    used.toggle_attribute_with_force("checked", view.wanted)?;
    reveal(&slot(&part, "use-field")?, view.name.is_some())?;
    headers(&part, number, view)?;
    let table: Element = slot(&part, "table")?;
    slot::<Element>(&part, "scroll")?.set_attribute("aria-label", &format!("{name}の先頭の行"))?;
    let width = view.header.columns.len().min(COLUMNS);
    roles(&table, number, view, width)?;
    rows(&table, view, width)?;
    let wider = view.header.columns.len().saturating_sub(COLUMNS);
    let hint = format!("ほか{}列は表示していません。", words::number(wider as u64));
    say(&slot(&part, "wider")?, wider > 0, &hint)
}

/// The choice of the header row.
fn headers(part: &Element, number: usize, view: &SheetView) -> Dom {
    let select: Element = slot(part, "header")?;
    select.set_attribute("data-key", &format!("header-{number}"))?;
    field::choice(&select, "0", "見出しなし", view.header.row.is_none())?;
    for row in &view.rows {
        let first = row.cells.iter().find(|cell| !cell.trim().is_empty()).map_or("", String::as_str);
        let words = format!("{}行目（{}）", row.number, cut(first, 12));
        field::choice(&select, &row.number.to_string(), &words, view.header.row == Some(row.number))?;
    }
    Ok(())
}

/// The choice of a role over each column.
fn roles(table: &Element, number: usize, view: &SheetView, width: usize) -> Dom {
    let line: Element = slot(table, "roles")?;
    let header = view.header.row.and_then(|row| view.rows.iter().find(|shown| shown.number == row));
    for (column, role) in view.header.columns.iter().enumerate().take(width) {
        let cell = lay("opening-role", &line)?;
        let letter = column_letters(column);
        let named = header.map(|row| cut(row.cell(column), 20)).unwrap_or_default();
        fill(&cell, "letter", &letter)?;
        let select: Element = slot(&cell, "role")?;
        select.set_attribute("aria-label", &format!("{letter}列「{named}」の使い方"))?;
        select.set_attribute("data-column", &column.to_string())?;
        select.set_attribute("data-key", &format!("role-{number}-{column}"))?;
        let shown = if ROLES.contains(role) { *role } else { Role::Other };
        for (place, choice) in ROLES.into_iter().enumerate() {
            field::choice(&select, &place.to_string(), words::role(choice), choice == shown)?;
        }
        cell.class_list().toggle_with_force("opening-unused", shown == Role::Other)?;
    }
    Ok(())
}

fn rows(table: &Element, view: &SheetView, width: usize) -> Dom {
    let body: Element = slot(table, "rows")?;
    for row in view.rows.iter().take(ROWS) {
        let (class, mark) = match view.header.row.map(|header| row.number.cmp(&header)) {
            Some(Ordering::Equal) => ("opening-header-row", "（見出し）"),
            Some(Ordering::Less) => ("opening-above-row", "（表の上）"),
            _ => ("", ""),
        };
        let line = table::line(&body, &format!("{}{mark}", row.number))?;
        line.set_class_name(class);
        let cells: Vec<String> = (0..width).map(|column| cut(row.cell(column), CELL)).collect();
        table::cells(&line, &cells)?;
    }
    Ok(())
}
