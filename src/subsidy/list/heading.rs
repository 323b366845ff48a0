//! [`Headings`]: what stands above the rows, a column a heading of several rows.
//!
//! Statistics write their headings over two or three rows (人口 over 男, 女, 計), merged or with blank cells, with titles above and units
//! below. Here every column gets its parts from the top down; a title that stands over the whole table is kept apart.

use super::identity::Identity;
use super::words;
use crate::reading::table::{Row, Sheet};
use crate::subsidy::typed::population;

/// Rows that a heading may have above and below the one that names the towns.
const ROWS: usize = 5;

/// The headings of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Headings {
    /// The row from which the list begins.
    pub body: u32,
    /// The parts of each column's heading, from the top down.
    pub columns: Vec<Vec<String>>,
    /// What stands over the whole table.
    pub titles: Vec<String>,
}

impl Headings {
    pub fn new(sheet: &Sheet, identity: &Identity) -> Self {
        let body = sheet.rows.iter().find(|row| is_body(row, identity)).map_or(u32::MAX, |row| row.number);
        let above: Vec<&Row> = sheet.rows.iter().take_while(|row| row.number < body).collect();
        let anchor = above.iter().position(|row| Some(row.number) == identity.heading).unwrap_or(above.len());
        let from = anchor.saturating_sub(ROWS).max(above.len().saturating_sub(2 * ROWS));
        let (mut titles, mut zone) = (Vec::new(), Vec::new());
        for (place, row) in above.iter().enumerate() {
            if place < from || is_title(row, identity, place < anchor) {
                titles.extend(row.cells.iter().filter(|cell| !cell.trim().is_empty()).cloned());
            } else {
                zone.push(*row);
            }
        }
        let columns = (0..sheet.width()).map(|column| parts(&zone, column, identity)).collect();
        Self { body, columns, titles }
    }
}

/// A row of the list: it tells a town, and is not the heading said again.
fn is_body(row: &Row, identity: &Identity) -> bool {
    let tells = |column: &usize| {
        let cell = row.cell(*column).trim();
        !cell.is_empty() && words::telling(cell).is_none() && !identity.is_heading_text(cell)
    };
    let counts = |cell: &String| population(cell).is_ok_and(|number| !(1900..=2100).contains(&number.value.people()));
    let tells = |column: usize| tells(&column) || (!row.cell(column).trim().is_empty() && row.cells.iter().any(counts));
    Some(row.number) > identity.heading && row.number >= identity.first && identity.columns().any(tells)
}

/// A row above the heading of towns with one text at the left, or with a unit or a day.
fn is_title(row: &Row, identity: &Identity, above: bool) -> bool {
    const MARKS: [&str; 5] = ["単位", "現在", "資料", "出典", "更新"];
    let mut cells = row.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
    let (Some((column, text)), rest) = (cells.next(), cells.next()) else { return true };
    let left = column <= identity.last().unwrap_or(0);
    match rest {
        None => above && (left || MARKS.iter().any(|mark| text.contains(mark))),
        Some((_, second)) => above && left && cells.next().is_none() && MARKS.iter().any(|mark| second.contains(mark)),
    }
}

/// The texts above a column. A blank cell over a text belongs to the text at its left: merged headings keep it there.
fn parts(zone: &[&Row], column: usize, identity: &Identity) -> Vec<String> {
    let own = identity.columns().any(|known| known == column);
    let mut parts: Vec<String> = Vec::new();
    for (place, row) in zone.iter().enumerate() {
        let below = zone.iter().skip(place + 1).any(|row| !row.cell(column).trim().is_empty());
        let text = match row.cell(column).trim() {
            "" if below && !own => spanning(row, column, identity),
            text => text,
        };
        let text: String = text.split_whitespace().collect();
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(text);
        }
    }
    parts
}

/// The text at the left that a blank cell may belong to.
fn spanning<'a>(row: &'a Row, column: usize, identity: &Identity) -> &'a str {
    let before = (0..column).rev().take_while(|left| identity.columns().all(|known| known != *left));
    before.map(|left| row.cell(left).trim()).find(|text| !text.is_empty()).unwrap_or_default()
}
