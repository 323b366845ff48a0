//! The list of 所管課: 例規名 → 所管課, from a file or from two pasted columns.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::heading::Role;
use super::state::Work;
use crate::reading::table::{Row, Sheet};
use crate::review::{Desk, normalised};

/// A row that names no ordinance of the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmatched {
    /// Row of the list.
    pub row: u32,
    /// 例規名, as it stands there.
    pub title: String,
    /// 所管課, as it stands there.
    pub section: String,
}

/// What a list set.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Assigned {
    /// Ordinances that were given their section.
    pub set: usize,
    /// Rows that match no ordinance.
    pub unmatched: Vec<Unmatched>,
}

/// One row of the view 所管課.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ordinance {
    /// 例規名
    pub title: String,
    /// 種別
    pub kind: String,
    /// 候補: categories found.
    pub candidates: usize,
    /// 未判定
    pub undecided: usize,
    /// 所管課
    pub section: String,
}

/// All ordinances in the order of reading.
#[must_use]
pub fn ordinances(desk: &Desk, work: &Work) -> Vec<Ordinance> {
    let mut rows: Vec<Ordinance> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    for (index, entry) in desk.entries().iter().enumerate() {
        let place = *places.entry(entry.title).or_insert(rows.len());
        if place == rows.len() {
            let title = desk.titles().name(entry.title).to_string();
            let own = work.ordinances.get(&normalised(&title)).map(|own| own.section.clone());
            let of_file = desk.clauses().get(index).map_or("", |clause| &clause.department);
            let section = own.unwrap_or_else(|| of_file.to_owned());
            let kind = desk.kinds().name(entry.kind).to_string();
            let section = work.current(&section).to_owned();
            rows.push(Ordinance { title, kind, candidates: 0, undecided: 0, section });
        }
        if let Some(row) = rows.get_mut(place) {
            row.candidates += entry.present().iter().count();
            row.undecided += entry.undecided().iter().count();
        }
    }
    rows
}

/// Sets the 所管課 of the ordinances that a list names; names are matched as they are written, width and space aside.
pub fn take_list(sheets: &[Sheet], titles: &BTreeSet<String>, work: &mut Work) -> Assigned {
    let mut assigned = Assigned::default();
    for sheet in sheets.iter().filter(|sheet| !sheet.hidden) {
        let (title, section, first) = columns(sheet);
        for row in sheet.rows.iter().filter(|row| row.number > first) {
            let (title, section) = (row.cell(title).trim(), row.cell(section).trim());
            if title.is_empty() {
                continue;
            }
            if titles.contains(&normalised(title)) {
                work.assign(title, section);
                assigned.set += usize::from(!section.is_empty());
            } else {
                let (title, section) = (title.to_owned(), section.to_owned());
                assigned.unmatched.push(Unmatched { row: row.number, title, section });
            }
        }
    }
    assigned
}

/// The titles on the desk as lists are matched with them.
#[must_use]
pub fn titles(desk: &Desk) -> BTreeSet<String> {
    desk.titles().all().iter().map(|title| normalised(title)).collect()
}

/// The columns of 例規名 and 所管課 and the row of the headings: by the headings, else the first two columns.
fn columns(sheet: &Sheet) -> (usize, usize, u32) {
    let find = |row: &Row, wanted: &[Role]| {
        row.cells.iter().position(|cell| Role::of(cell).is_some_and(|(role, _)| wanted.contains(&role)))
    };
    for row in sheet.rows.iter().take(20) {
        if let (Some(title), Some(section)) = (find(row, &[Role::Title]), find(row, &[Role::Section])) {
            return (title, section, row.number);
        }
    }
    (0, 1, 0)
}
