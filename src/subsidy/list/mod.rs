//! [`List`]: a list file of towns, or of names and populations, as entries to compare.
//!
//! Takes a sheet, gives the entries that are certain and, row by row, what is not. A town is found by its code or by its name with its
//! 都道府県; a population in the list goes before the table's where its column is certain. Nothing is guessed: what is ambiguous is asked.

mod heading;
mod identity;
mod opened;
mod population;
mod several;
mod sums;
mod term;
mod town;
mod when;
mod words;

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::municipality::{CodeError, Municipality};
use crate::reading::table::{Row, Sheet, column_letters};
use crate::subsidy::ChosenTown;
use crate::subsidy::typed::{NotUsable, population as typed_population};

use heading::Headings;
use identity::Identity;
use town::{Above, Place};

pub use opened::{TownList, open};
pub use population::{Choice, Column, Origin, Remark};

/// What a list gave.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct List {
    /// The towns in the order of the rows, each with its row.
    pub entries: Vec<ListEntry>,
    /// The rows that are not in the comparison.
    pub left_out: Vec<LeftOut>,
    /// The column of the population, and what is told of it.
    pub population: Choice,
    /// Another column with towns, at the right, that is not read.
    pub beside: Option<String>,
}

/// A town and where it stands in the list.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ListEntry {
    /// Row as the spreadsheet counts.
    pub row: u32,
    /// The town.
    pub entry: ChosenTown,
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
    /// A row of totals: of a 都道府県, of 市部, of a 郡.
    Total,
    /// A ward of a 指定都市.
    Ward,
    /// 中央区, 北区 or 港区 alone: a ward of a 指定都市 or a 特別区.
    WardOrSpecialWard,
    /// A remark below the table.
    Remark,
    /// The heading said again.
    Heading,
    /// The population cannot be used.
    Population(NotUsable),
    /// The town stands in this row already.
    Duplicate(u32),
    /// The town stands in several rows with different populations; these are the others.
    Several(Vec<u32>),
    /// A part of the town of which another row, this one, has the whole.
    Part(u32),
}

/// Reads a list; towns without a population of their own get that of the table on `on`. None where nothing names towns.
#[must_use]
pub fn list(sheet: &Sheet, on: Date, from: Origin) -> Option<List> {
    let identity = Identity::find(sheet)?;
    let headings = Headings::new(sheet, &identity);
    let rows: Vec<&Row> = sheet.rows.iter().filter(|row| row.number >= headings.body).collect();
    let places: Vec<Place> = rows.iter().map(|row| Place::new(row, &identity)).collect();
    let mut above = Above { prefectures: are_prefectures(&places), ..Above::default() };
    let towns: Vec<Result<&'static Municipality, Reason>> = places.iter().map(|place| place.town(&mut above)).collect();
    let known: Vec<usize> = identity.columns().chain(identity.beside).collect();
    let choice = population::choose(&headings, &computed(&rows, &towns, &known), &identity, from, on);
    let column = choice.column.as_ref().map(|column| column.index);
    let mut list = List {
        entries: Vec::new(),
        left_out: Vec::new(),
        population: choice,
        beside: identity.beside.map(column_letters),
    };
    for ((row, place), town) in rows.iter().zip(&places).zip(towns) {
        let own = column.map_or("", |column| row.cell(column).trim());
        if place.written().is_empty() && own.is_empty() {
            continue;
        }
        match entry(place, town, own, on) {
            Ok((entry, unmatched)) => list.entries.push(ListEntry { row: row.number, entry, unmatched }),
            Err(reason) => {
                let written = [place.written(), own.to_owned()];
                let written = written.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
                list.left_out.push(LeftOut { row: row.number, written, reason });
            }
        }
    }
    several::settle(&mut list, &rows, &known);
    Some(list)
}

/// The rows whose town is known, without parts of towns, to hold their figures against the table.
fn computed<'a>(
    rows: &[&'a Row],
    towns: &[Result<&'static Municipality, Reason>],
    known: &[usize],
) -> Vec<population::Placed<'a>> {
    let placed = rows.iter().zip(towns).filter_map(|(row, town)| Some((*row, *town.as_ref().ok()?)));
    several::without_parts(placed.collect(), known)
}

/// Whether the short names are those of 都道府県: 山口 among 広島, 岡山 and 鳥取 is no town.
fn are_prefectures(places: &[Place]) -> bool {
    let names = places.iter().filter(|place| !sums::is_dash(&place.name));
    let (stems, others): (Vec<_>, Vec<_>) = names.partition(|place| sums::is_prefecture_stem(&place.name));
    stems.len() > 2 && stems.len() > others.len()
}

/// A row as an entry: its town with the population of the list, else of the table.
fn entry(
    place: &Place,
    town: Result<&'static Municipality, Reason>,
    own: &str,
    on: Date,
) -> Result<(ChosenTown, Option<Unmatched>), Reason> {
    let own = || match own {
        "" => Ok(None),
        text => typed_population(text).map(|understood| Some(understood.value)).map_err(Reason::Population),
    };
    match town {
        Ok(town) => match own()? {
            Some(own) => {
                Ok((ChosenTown { municipality: Some(town), ..ChosenTown::typed(&town.full_name(), own) }, None))
            }
            // The days that are offered are those of the table.
            None => Ok((ChosenTown::of(town, on).ok_or(Reason::Population(NotUsable::Empty))?, None)),
        },
        // What bears the name of a town may be computed with the list's population; any other row may be a sum or a remark.
        Err(Reason::Unmatched(unmatched)) => match own()? {
            Some(own) if place.name.ends_with(['市', '区', '町', '村']) => {
                Ok((ChosenTown::typed(&place.label(), own), Some(unmatched)))
            }
            _ => Err(Reason::Unmatched(unmatched)),
        },
        Err(reason) => Err(reason),
    }
}
