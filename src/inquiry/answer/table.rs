//! [`Columns`]: where the table of a returned sheet begins and what its columns hold.
//!
//! The column of numbers is known by its numbers, the others by their headings, wherever they were moved. A sheet
//! without headings is read only where its texts stand as they were sent.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::super::column::Column;
use super::super::heading::Role;
use super::super::number::Number;
use super::super::sent::Sent;
use super::cells::Cells;
use crate::reading::table::{Row, Sheet};
use crate::review::normalised;

/// The columns of a sheet of answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Columns {
    /// The row of the headings; nothing where there is none.
    pub header: Option<u32>,
    /// The last row that belongs to the headings.
    pub header_end: u32,
    /// The column of 照会番号; [`Self::LOST`] where it was deleted.
    pub number: usize,
    /// Further columns that hold numbers, as where two tables stand side by side.
    pub rivals: Vec<usize>,
    pub roles: BTreeMap<Role, usize>,
    /// Further columns that claim a role that another column has.
    pub doubled: Vec<(Role, usize)>,
    /// Columns with a heading of any kind.
    pub headed: Vec<bool>,
    /// Known by place and not by headings: everything must be looked at.
    pub by_place: bool,
}

impl Columns {
    /// No column of a sheet.
    const LOST: usize = usize::MAX;

    /// The columns, or nothing where the sheet holds no answers.
    pub fn find(cells: Cells<'_>, sent: &Sent) -> Option<Self> {
        let header = header(cells);
        let numbers = number_columns(cells, sent);
        let by_numbers = numbers.first().copied();
        if let Some(header) = header {
            let mut columns = read_header(cells, header);
            let named = columns.roles.get(&Role::Number).copied();
            let answers = columns.roles.keys().any(|role| matches!(role, Role::Answer(column) if !column.is_free()));
            let is_answers = answers && (by_numbers.is_some() || named.is_some() && has_decision(&columns));
            let lost = || (has_decision(&columns) && columns.names_what_was_sent(cells, sent)).then_some(Self::LOST);
            columns.number = by_numbers.or(named).filter(|_| is_answers).or_else(lost)?;
            let answer =
                |place: &usize| columns.roles.iter().any(|(role, own)| own == place && matches!(role, Role::Answer(_)));
            columns.rivals = numbers.into_iter().skip(1).filter(|place| !answer(place)).collect();
            columns.doubled.retain(|(role, _)| *role != Role::Number);
            return Some(columns);
        }
        by_place(cells, by_numbers?, sent)
    }

    /// Whether a column has a heading that says nothing of what it holds.
    pub fn is_foreign(&self, column: usize) -> bool {
        let known = column == self.number || self.roles.values().any(|own| *own == column);
        !known && self.headed.get(column) == Some(&true) && !self.doubled.iter().any(|(_, own)| *own == column)
    }

    /// Whether a row names an ordinance that was asked about.
    fn names_what_was_sent(&self, cells: Cells<'_>, sent: &Sent) -> bool {
        let named = |row: &Row| {
            [Role::Title, Role::Place].into_iter().any(|role| {
                let text = normalised(self.text(cells, row, role));
                let own = |title: &str| if role == Role::Title { text == title } else { text.starts_with(title) };
                !text.is_empty() && sent.items().iter().any(|item| own(&normalised(&item.title)))
            })
        };
        cells.rows().iter().any(named)
    }

    /// Lays the columns that were found, the sheet's own words first.
    fn assign(&mut self, mut found: Vec<(u8, u8, usize, Role)>) {
        found.sort_unstable();
        for (_, _, column, role) in found {
            match self.roles.entry(role) {
                Entry::Occupied(_) => self.doubled.push((role, column)),
                Entry::Vacant(vacant) => {
                    vacant.insert(column);
                }
            }
        }
    }

    pub fn column(&self, role: Role) -> Option<usize> {
        self.roles.get(&role).copied()
    }

    pub fn text<'a>(&self, cells: Cells<'a>, row: &'a Row, role: Role) -> &'a str {
        self.column(role).map_or("", |column| cells.cell(row, column).typed)
    }

    /// Whether a row is a heading come again, as on every printed page.
    pub fn is_heading(&self, row: &Row) -> bool {
        let same =
            |(role, column): (&Role, &usize)| Role::of(row.cell(*column)).is_some_and(|(other, _)| other == *role);
        self.roles.iter().filter(|pair| same(*pair)).count() >= 3
    }
}

fn has_decision(columns: &Columns) -> bool {
    columns.roles.contains_key(&Role::Answer(Column::Decision))
}

/// The columns with valid numbers, the one with most of them first; those that were sent count first.
fn number_columns(cells: Cells<'_>, sent: &Sent) -> Vec<usize> {
    let mut counts: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for row in cells.rows() {
        for (column, cell) in row.cells.iter().enumerate().filter(|(_, cell)| cell.len() < 60) {
            if let Ok(number) = Number::read(cell) {
                let count = counts.entry(column).or_default();
                count.0 += usize::from(sent.place(number).is_some());
                count.1 += 1;
            }
        }
    }
    let mut columns: Vec<_> = counts.into_iter().collect();
    columns.sort_by_key(|(column, count)| (std::cmp::Reverse(*count), *column));
    columns.into_iter().map(|(column, _)| column).collect()
}

/// A sheet in which tables stand below each other, each with headings in an order of its own, as its tables.
pub(super) fn tables(sheet: &Sheet) -> Vec<Cow<'_, Sheet>> {
    let mut starts: Vec<usize> = Vec::new();
    let mut last: Option<BTreeMap<Role, usize>> = None;
    for (index, row) in sheet.rows.iter().enumerate() {
        let Some(own) = headings(row) else { continue };
        let differs =
            |before: &BTreeMap<Role, usize>| before.iter().any(|(role, at)| own.get(role).is_some_and(|now| now != at));
        if last.as_ref().is_some_and(differs) {
            starts.push(index);
        }
        last = Some(own);
    }
    if starts.is_empty() {
        return vec![Cow::Borrowed(sheet)];
    }
    let ends = starts.iter().copied().chain([sheet.rows.len()]);
    let ranges = std::iter::once(0).chain(starts.iter().copied()).zip(ends);
    let part = |(start, end)| Sheet { rows: sheet.rows.get(start..end).unwrap_or_default().to_vec(), ..sheet.clone() };
    ranges.map(|range| Cow::Owned(part(range))).collect()
}

/// The headings of a row that is one of headings: at least four, two of them of choices.
fn headings(row: &Row) -> Option<BTreeMap<Role, usize>> {
    let mut own = BTreeMap::new();
    for (column, cell) in row.cells.iter().enumerate() {
        if let Some((role, _)) = Role::of(cell) {
            own.entry(role).or_insert(column);
        }
    }
    let choices = own.keys().filter(|role| matches!(role, Role::Answer(column) if !column.is_free())).count();
    (own.len() >= 4 && choices >= 2).then_some(own)
}

/// The index of the row with most headings, at least two of them.
fn header(cells: Cells<'_>) -> Option<usize> {
    let score = |row: &Row| {
        let mut roles: Vec<Role> = row.cells.iter().filter_map(|cell| Role::of(cell)).map(|(role, _)| role).collect();
        roles.sort_unstable();
        roles.dedup();
        roles.len()
    };
    let scored = cells.rows().iter().map(score).enumerate().filter(|(_, score)| *score >= 2);
    scored.max_by_key(|(index, score)| (*score, std::cmp::Reverse(*index))).map(|(index, _)| index)
}

/// The columns by the row of headings and the rows beside it: headings are often split over two rows.
fn read_header(cells: Cells<'_>, index: usize) -> Columns {
    let rows = cells.rows();
    let main = rows.get(index);
    let number = main.map_or(0, |row| row.number);
    let above = index.checked_sub(1).and_then(|above| rows.get(above)).filter(|row| row.number + 1 == number);
    let below = rows.get(index + 1).filter(|row| row.number == number + 1 && !has_number(row));
    let width = [above, main, below].into_iter().flatten().map(|row| row.cells.len()).max().unwrap_or(0);
    let cell = |row: Option<&Row>, column: usize| row.map_or("", |row| row.cell(column)).to_owned();
    let mut columns = Columns { header: Some(number), header_end: number, ..Columns::default() };
    let mut found: Vec<(u8, u8, usize, Role)> = Vec::new();
    for column in 0..width {
        let [over, own, under] = [cell(above, column), cell(main, column), cell(below, column)];
        columns.headed.push(!own.trim().is_empty() || !over.trim().is_empty());
        let tries = [own.clone(), format!("{over}{own}"), format!("{own}{under}"), under, over];
        for (way, text) in (0_u8..).zip(&tries) {
            if let Some((role, rank)) = Role::of(text) {
                found.push((rank, way, column, role));
                if way == 2 || way == 3 {
                    columns.header_end = number + 1;
                }
                break;
            }
        }
    }
    columns.assign(found);
    columns
}

fn has_number(row: &Row) -> bool {
    row.cells.iter().any(|cell| Number::read(cell).is_ok())
}

/// The order of the sheet as it is sent, from 照会番号 on and before the columns of the answer, where the headings are gone.
const SENT_ORDER: [Role; 8] =
    [Role::Number, Role::Title, Role::Article, Role::Caption, Role::Text, Role::Category, Role::Reason, Role::Digital];

/// The columns of a sheet without headings, where 例規名, 条文 and 規制区分 of all known rows stand as they were sent.
fn by_place(cells: Cells<'_>, number: usize, sent: &Sent) -> Option<Columns> {
    let mut rows = 0;
    for row in cells.rows() {
        let Some(item) = Number::read(row.cell(number)).ok().and_then(|number| sent.item(number)) else { continue };
        rows += 1;
        let stands = |offset: usize, text: &str| normalised(row.cell(number + offset)) == normalised(text);
        if !stands(1, &item.title) || !stands(4, &item.text) || !stands(5, &item.category) {
            return None;
        }
    }
    let order = SENT_ORDER.into_iter().chain(Column::ALL.map(Role::Answer));
    let roles: BTreeMap<Role, usize> = order.zip(number..).collect();
    (rows > 0).then(|| Columns {
        number,
        headed: vec![true; roles.len() + number],
        roles,
        by_place: true,
        ..Columns::default()
    })
}
