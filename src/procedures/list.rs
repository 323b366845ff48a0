//! A town's own list: from the rows of a sheet, or pasted text, to inputs with their matches.
//!
//! Takes a [`Sheet`] and a [`Layout`] that says what its columns hold; gives one [`ListedName`] for every name, in the
//! order of the list, with row, heading and the states as written. Nothing of the list is left out in silence.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::choices::{Choices, key};
use super::context::heading;
use super::layout::{Layout, Use};
use super::matching::Match;
use super::reasons;
use super::state::{Availability, Connection};
use super::wording::{self, Wording};
use crate::reading::table::{Row, Sheet};

/// One name of a list, as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Sheet, for workbooks.
    pub sheet: Option<Arc<str>>,
    /// Row in the sheet or line in the text, 1-based.
    pub row: u32,
    /// お手元の名称
    pub name: String,
    /// The heading or 分野 that it stands under.
    pub context: Option<String>,
    /// The state; `None` where the list has no such column.
    pub state: Option<Wording<Availability>>,
    /// The connection; `None` where the list has no such column.
    pub connection: Option<Wording<Connection>>,
    /// Where applications are received, as the list writes it.
    pub system: Option<String>,
    /// 所管課, as the list writes it.
    pub department: Option<String>,
}

/// A name of a list and what it turned out to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedName {
    /// The name with its place and states.
    pub input: Input,
    /// What it is.
    pub found: Match,
    /// Names with the same key share a choice; empty for headings.
    pub key: String,
    /// Whether it was read as a heading and not as a name.
    pub heading: bool,
}

/// Reads a list.
#[must_use]
pub fn read(sheet: &Sheet, layout: &Layout, choices: &Choices) -> Vec<Arc<ListedName>> {
    entries(sheet, layout, choices).map(Arc::new).collect()
}

/// The entries of a list one after another, as they are asked for: a long list is read in portions.
pub fn entries<'a>(
    sheet: &'a Sheet,
    layout: &'a Layout,
    choices: &'a Choices,
) -> impl Iterator<Item = ListedName> + 'a {
    let names: Vec<NameColumn> = name_columns(layout);
    let headers = sheet.rows.iter().find(|row| Some(row.number) == layout.header);
    let context_column = layout.columns.iter().position(|column| *column == Use::Context);
    let department = layout.columns.iter().position(|column| *column == Use::Department);
    let mut reader = Reader { sheet, headers, context_column, department, context: None, choices };
    let body = sheet.rows.iter().filter(|row| layout.header.is_none_or(|header| row.number > header));
    body.flat_map(move |row| reader.row(row, &names))
}

/// Follows choices that changed after the list was read: as if it were read again, without the sheet.
#[must_use]
pub fn choose_again<'a>(entries: &'a [Arc<ListedName>], choices: &Choices) -> Vec<Arc<ListedName>> {
    // The same name stands many times in a long list.
    let mut known: BTreeMap<(&str, Option<&str>), Match> = BTreeMap::new();
    let again = |entry: &'a Arc<ListedName>| {
        let was_chosen = matches!(entry.found, Match::Chosen { .. });
        if entry.heading || !(was_chosen || choices.of_key(&entry.key).is_some()) {
            return Arc::clone(entry);
        }
        let name = (entry.input.name.as_str(), entry.input.context.as_deref());
        let found = known.entry(name).or_insert_with(|| choices.match_name(name.0, name.1)).clone();
        if found == entry.found { Arc::clone(entry) } else { Arc::new(ListedName { found, ..entry.as_ref().clone() }) }
    };
    entries.iter().map(again).collect()
}

/// Whether a sheet has to do with the 31 at all: one of its names is matched or asked.
#[must_use]
pub fn concerns(sheet: &Sheet, layout: &Layout) -> bool {
    entries(sheet, layout, &Choices::default()).any(|entry| !matches!(entry.found, Match::Foreign { .. }))
}

/// Pasted text as a sheet: cells by tab where a spreadsheet was copied, else one name a line.
#[must_use]
pub fn sheet_of_text(text: &str) -> Sheet {
    let cells = |line: &str| line.split('\t').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let rows: Vec<Row> = text
        .lines()
        .zip(1_u32..)
        .map(|(line, number)| Row { number, cells: cells(line) })
        .filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
        .collect();
    Sheet { rows, ..Sheet::default() }
}

/// A column of names and the columns of states that belong to it: those up to the next column of names.
struct NameColumn {
    column: usize,
    states: Vec<usize>,
    connections: Vec<usize>,
    systems: Vec<usize>,
}

fn name_columns(layout: &Layout) -> Vec<NameColumn> {
    let of = |wanted: Use| {
        let columns = layout.columns.iter().enumerate();
        columns.filter(move |(_, column)| **column == wanted).map(|(index, _)| index).collect::<Vec<_>>()
    };
    let (names, states, connections) = (of(Use::Name), of(Use::State), of(Use::Connection));
    let systems = of(Use::System);
    let belonging = |all: &[usize], position: usize| {
        // The first column of names also owns what stands before it.
        let from = if position == 0 { 0 } else { names.get(position).copied().unwrap_or(0) };
        let until = names.get(position + 1).copied().unwrap_or(usize::MAX);
        all.iter().copied().filter(|column| (from..until).contains(column)).collect::<Vec<_>>()
    };
    names
        .iter()
        .enumerate()
        .map(|(position, column)| NameColumn {
            column: *column,
            states: belonging(&states, position),
            connections: belonging(&connections, position),
            systems: belonging(&systems, position),
        })
        .collect()
}

struct Reader<'a> {
    sheet: &'a Sheet,
    headers: Option<&'a Row>,
    context_column: Option<usize>,
    department: Option<usize>,
    context: Option<String>,
    choices: &'a Choices,
}

impl Reader<'_> {
    fn row(&mut self, row: &Row, names: &[NameColumn]) -> Vec<ListedName> {
        // A blank cell of a 分野 column means the same as above: merged cells come out of a spreadsheet so.
        let written = self.context_column.map_or("", |column| row.cell(column).trim());
        if !written.is_empty() {
            self.context = Some(written.to_owned());
        }
        let filled = row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let mut entries = Vec::new();
        for column in names.iter().filter(|column| !row.cell(column.column).trim().is_empty()) {
            let input = self.input(row, column);
            if self.context_column.is_none()
                && filled == 1
                && let Some(context) = heading(&input.name)
            {
                self.context = Some(context);
                let input = Input { context: None, ..input };
                let found = Match::Foreign { reason: reasons::heading() };
                entries.push(ListedName { input, found, key: String::new(), heading: true });
                continue;
            }
            let (name, context) = (input.name.as_str(), input.context.as_deref());
            let (key, found) = (key(name, context), self.choices.match_name(name, context));
            entries.push(ListedName { input, found, key, heading: false });
        }
        entries
    }

    fn input(&self, row: &Row, columns: &NameColumn) -> Input {
        let header = |column: usize| self.headers.map_or("", |headers| headers.cell(column));
        let states = columns.states.iter().map(|column| wording::availability(row.cell(*column), header(*column)));
        let connections =
            columns.connections.iter().map(|column| wording::connection(row.cell(*column), header(*column)));
        let system = columns.systems.iter().map(|column| row.cell(*column).trim()).find(|cell| !cell.is_empty());
        let department = self.department.map(|column| row.cell(column).trim()).filter(|cell| !cell.is_empty());
        Input {
            sheet: self.sheet.name.clone(),
            row: row.number,
            name: row.cell(columns.column).trim().to_owned(),
            context: self.context.clone(),
            state: received(strongest(states), system, !columns.systems.is_empty()),
            connection: strongest(connections),
            system: system.map(str::to_owned),
            department: department.map(str::to_owned),
        }
    }
}

/// The state with what the column of systems says: 〇 in a general e-application system is not マイナポータル.
fn received(
    state: Option<Wording<Availability>>,
    system: Option<&str>,
    has_column: bool,
) -> Option<Wording<Availability>> {
    let read = system.and_then(wording::system);
    match (state, read) {
        // A state that names マイナポータル itself is not changed by the place that stands beside it.
        (Some(state), Some(read)) => {
            let own = wording::system(&state.written) == Some(wording::System::Portal);
            Some(if own { state } else { Wording { read: read.with(Some(state.read)), ..state } })
        }
        (Some(state), None) => Some(state),
        (None, read) if has_column => {
            let written = system.unwrap_or_default().to_owned();
            Some(Wording { written, read: read.map(|read| read.with(None)).unwrap_or_default() })
        }
        (None, _) => None,
    }
}

/// The strongest of several state columns; among unknown ones the first that says something.
fn strongest<State: Ord + Copy>(wordings: impl Iterator<Item = Wording<State>>) -> Option<Wording<State>> {
    wordings.reduce(|best, next| {
        let says_more = next.read == best.read && best.written.is_empty();
        if next.read > best.read || says_more { next } else { best }
    })
}
