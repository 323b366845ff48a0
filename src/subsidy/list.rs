//! [`List`]: a list file of towns, or of names and populations, as entries to compare.
//!
//! Takes a sheet and what its columns hold, gives the entries that are certain and, row by row, what is not. A town is found by its code or
//! by its name with its 都道府県; a population in the list goes before the table's. Nothing is guessed: what is ambiguous is asked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::municipality::{Code, CodeError, Municipality, Population, named, read_code};
use crate::reading::table::{Header, Role, Row, Sheet};
use crate::subsidy::Entry;
use crate::subsidy::typed::{NotUsable, population};

/// What a list gave.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct List {
    /// The towns in the order of the rows, each with its row.
    pub entries: Vec<ListEntry>,
    /// The rows that are not in the comparison.
    pub left_out: Vec<LeftOut>,
}

/// A town and where it stands in the list.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ListEntry {
    /// Row as the spreadsheet counts.
    pub row: u32,
    /// The town.
    pub entry: Entry,
    /// Why the town is only named: it is computed with the population of the list.
    pub unmatched: Option<Unmatched>,
}

/// A row that is not in the comparison.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LeftOut {
    /// Row as the spreadsheet counts.
    pub row: u32,
    /// Its cells, as far as they were looked at.
    pub written: String,
    /// Why.
    pub reason: Reason,
}

/// Why no town is certain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unmatched {
    /// No municipality has this name.
    NotFound,
    /// Several municipalities can be meant.
    Ambiguous(Vec<&'static Municipality>),
    /// The code leads to no municipality.
    Code(CodeError),
    /// Code and name mean different municipalities; this is the code's.
    CodeAndName(&'static Municipality),
}

/// Why a row is not in the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// No town is certain and the list has no population for it.
    Unmatched(Unmatched),
    /// Neither a name nor a code.
    NoName,
    /// A row of totals.
    Total,
    /// The population cannot be used.
    Population(NotUsable),
    /// The town stands in this row already.
    Duplicate(u32),
}

/// Reads a list; towns without a population of their own get that of the table on `on`.
#[must_use]
pub fn list(sheet: &Sheet, header: &Header, on: Date) -> List {
    let columns = Columns::new(header);
    let mut list = List::default();
    let mut seen: BTreeMap<Code, u32> = BTreeMap::new();
    for row in sheet.body(header) {
        let cells = columns.cells(row);
        if cells.written().is_empty() {
            continue;
        }
        let outcome = cells.entry(on).and_then(|(entry, unmatched)| {
            let code = entry.municipality.map(|town| town.code);
            let first = code.map_or(row.number, |code| *seen.entry(code).or_insert(row.number));
            if first < row.number { Err(Reason::Duplicate(first)) } else { Ok((entry, unmatched)) }
        });
        match outcome {
            Ok((entry, unmatched)) => list.entries.push(ListEntry { row: row.number, entry, unmatched }),
            Err(reason) => list.left_out.push(LeftOut { row: row.number, written: cells.written(), reason }),
        }
    }
    list
}

/// The columns that matter here.
struct Columns {
    code: Option<usize>,
    prefecture: Option<usize>,
    name: Option<usize>,
    population: Option<usize>,
}

impl Columns {
    fn new(header: &Header) -> Self {
        Self {
            code: header.column(Role::Code),
            prefecture: header.column(Role::Prefecture),
            name: header.column(Role::Municipality),
            population: header.column(Role::Population),
        }
    }

    fn cells<'a>(&self, row: &'a Row) -> Cells<'a> {
        let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column).trim());
        Cells {
            code: cell(self.code),
            prefecture: cell(self.prefecture),
            name: cell(self.name),
            population: cell(self.population),
        }
    }
}

/// The cells of a row that matter here.
struct Cells<'a> {
    code: &'a str,
    prefecture: &'a str,
    name: &'a str,
    population: &'a str,
}

impl Cells<'_> {
    fn written(&self) -> String {
        let cells = [self.code, self.prefecture, self.name, self.population];
        cells.into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn entry(&self, on: Date) -> Result<(Entry, Option<Unmatched>), Reason> {
        const TOTALS: [&str; 6] = ["合計", "計", "総計", "小計", "合 計", "合　計"];
        if TOTALS.contains(&self.name) || (self.name.is_empty() && TOTALS.contains(&self.prefecture)) {
            return Err(Reason::Total);
        }
        if self.name.is_empty() && self.code.is_empty() {
            return Err(Reason::NoName);
        }
        let own = match self.population {
            "" => None,
            text => Some(population(text).map_err(Reason::Population)?.value),
        };
        match (self.municipality(), own) {
            (Ok(town), own) => Ok((known(town, own, on)?, None)),
            (Err(unmatched), Some(own)) => Ok((Entry::typed(&self.label(), own), Some(unmatched))),
            (Err(unmatched), None) => Err(Reason::Unmatched(unmatched)),
        }
    }

    /// The municipality of the row. A code that is a municipality's leads; a name beside it must agree.
    fn municipality(&self) -> Result<&'static Municipality, Unmatched> {
        let by_name = self.by_name();
        if self.code.is_empty() {
            return match by_name.as_slice() {
                [] => Err(Unmatched::NotFound),
                [one] => Ok(one),
                _ => Err(Unmatched::Ambiguous(by_name)),
            };
        }
        match read_code(self.code) {
            Ok(town) if self.name.is_empty() || by_name.contains(&town) => Ok(town),
            Ok(town) => Err(Unmatched::CodeAndName(town)),
            Err(CodeError::Ambiguous(one, other)) => {
                // Five digits with and without their zero: only a name tells which.
                let mut agreeing = [one, other].into_iter().filter(|town| by_name.contains(town));
                agreeing.next().ok_or(Unmatched::Ambiguous(vec![one, other]))
            }
            Err(error) => Err(Unmatched::Code(error)),
        }
    }

    fn by_name(&self) -> Vec<&'static Municipality> {
        if self.name.is_empty() {
            return Vec::new();
        }
        named(&format!("{}{}", self.prefecture, self.name))
    }

    fn label(&self) -> String {
        let name = if self.name.is_empty() { self.code } else { self.name };
        format!("{}{name}", self.prefecture)
    }
}

/// A municipality with the population of the list, else of the table.
fn known(town: &'static Municipality, own: Option<Population>, on: Date) -> Result<Entry, Reason> {
    match own {
        Some(own) => Ok(Entry { municipality: Some(town), ..Entry::typed(&town.full_name(), own) }),
        // The days that are offered are those of the table.
        None => Entry::of(town, on).ok_or(Reason::Population(NotUsable::Empty)),
    }
}
