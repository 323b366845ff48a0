//! What stands beside and below the table: rows of the table told from texts, comments and colours.

use super::super::choice::Understood;
use super::super::column::Column;
use super::super::heading::Role;
use super::super::number::Number;
use super::super::sent::Sent;
use super::super::word::is_blank_text;
use super::cells::{Cells, cell_name};
use super::table::Columns;
use super::{FileAnswers, Note};
use crate::reading::table::Row;

/// The colour of the columns to fill in, as this page and the sheet of the fixtures tint them.
const TINTS: [&str; 2] = ["FFF8E1", "FFF9E5"];

/// The rows of the table. A row that is none goes to the notes.
pub(super) fn rows<'a>(cells: Cells<'a>, columns: &Columns, sent: &Sent, into: &mut FileAnswers) -> Vec<&'a Row> {
    let mut rows = Vec::new();
    for row in cells.rows() {
        let heading = columns.header == Some(row.number) || columns.is_heading(row);
        let above = row.number <= columns.header_end && Number::read(row.cell(columns.number)).is_err();
        if heading || above {
            continue;
        }
        if belongs(cells, columns, sent, row) {
            rows.push(row);
            // Texts in a row of the table stand beside it where they have no heading.
            let headed = |column| columns.headed.get(column) == Some(&true) || column == columns.number;
            texts(cells, row, headed, into);
        } else {
            texts(cells, row, |_| false, into);
        }
    }
    rows
}

/// A row belongs to the table where it has a number, right or wrong, names a provision, or gives a choice.
fn belongs(cells: Cells<'_>, columns: &Columns, sent: &Sent, row: &Row) -> bool {
    let typed = cells.own(row, columns.number);
    if Number::read(typed).is_ok() || Number::resembles(typed) {
        return true;
    }
    let text = |role: Role| columns.text(cells, row, role);
    let parts = [Role::Title, Role::Place, Role::Article, Role::Caption, Role::Text, Role::Category];
    let named = parts.into_iter().filter(|role| !is_blank_text(text(*role))).count();
    let gives = |column: Column| {
        let understood = Understood::read(column, text(Role::Answer(column)), sent.asked);
        matches!(understood, Understood::Value(..) | Understood::Transfer)
    };
    named >= 2 || Column::ALL.into_iter().filter(|column| !column.is_free()).any(gives)
}

/// The texts of a row but those that its table holds.
fn texts(cells: Cells<'_>, row: &Row, held: impl Fn(usize) -> bool, into: &mut FileAnswers) {
    for (column, text) in row.cells.iter().enumerate().filter(|(_, text)| !is_blank_text(text)) {
        if !held(column) && cells.marks.merged_from((row.number, column)).is_none() {
            let cell = cell_name(row.number, column);
            into.notes.push(Note::Text { sheet: cells.name(), cell, text: text.clone() });
        }
    }
}

/// Comments, hidden rows and colours.
pub(super) fn marks(cells: Cells<'_>, columns: &Columns, rows: &[&Row], into: &mut FileAnswers) {
    let mut notes = Vec::new();
    for ((row, column), text) in &cells.marks.comments {
        if !is_blank_text(text) {
            notes.push(Note::Comment { sheet: cells.name(), cell: cell_name(*row, *column), text: text.clone() });
        }
    }
    let coloured: Vec<u32> =
        rows.iter().filter(|row| is_coloured(cells, columns, rows, row.number)).map(|row| row.number).collect();
    if !coloured.is_empty() {
        notes.push(Note::Fill { sheet: cells.name(), rows: coloured });
    }
    // Texts of this sheet come behind its comments and colours.
    let own = into.notes.iter().position(|note| matches!(note, Note::Text { sheet, .. } if *sheet == cells.name()));
    let at = own.unwrap_or(into.notes.len());
    into.notes.splice(at..at, notes);
    into.hidden_rows.extend(rows.iter().map(|row| row.number).filter(|row| cells.marks.hidden_rows.contains(row)));
}

/// Whether a row has a colour that is not the tint of its column.
fn is_coloured(cells: Cells<'_>, columns: &Columns, rows: &[&Row], row: u32) -> bool {
    let places = columns.roles.values().copied().chain([columns.number]);
    let fill = |row: u32, column: usize| cells.marks.fills.get(&(row, column));
    let to_fill_in: Vec<usize> =
        columns.roles.iter().filter(|(role, _)| matches!(role, Role::Answer(_))).map(|(_, place)| *place).collect();
    let count =
        |column: usize, colour: &String| rows.iter().filter(|other| fill(other.number, column) == Some(colour)).count();
    let mut coloured = places.filter_map(|column| fill(row, column).map(|colour| (column, colour)));
    coloured.any(|(column, colour)| {
        let everywhere = rows.len() > 1 && count(column, colour) == rows.len();
        // XLS has a palette instead of colours: the tint is what most cells to fill in have.
        let by_palette =
            colour.starts_with("indexed") && to_fill_in.iter().all(|column| count(*column, colour) * 2 > rows.len());
        let own = fill(row, columns.number) == Some(colour);
        let tint = TINTS.contains(&colour.as_str()) || (everywhere || by_palette) && !own;
        !(tint && to_fill_in.contains(&column))
    })
}
