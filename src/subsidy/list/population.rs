//! [`choose`]: the column of the population, weighed by its heading and held against the table's populations; or the reason to ask.
//!
//! A heading that is beyond doubt is taken; of several years the newest, named. Where headings do not decide it, the figures must agree with
//! the table of municipalities, else nothing is taken and the officer is asked.

use serde::{Deserialize, Serialize};

use super::heading::Headings;
use super::identity::Identity;
use super::term::{Basis, Judged, Meaning, judge};
use super::when::When;
use crate::date::Date;
use crate::municipality::Municipality;
use crate::reading::table::{Row, column_letters};
use crate::subsidy::typed::{NotUsable, population};

/// Years after the day of the table beyond which a heading tells a forecast.
const FORECAST: u16 = 7;

/// A column of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// 0-based.
    pub index: usize,
    /// A, B … as the spreadsheet names it.
    pub letter: String,
    /// Its heading, the parts joined: 人口・計.
    pub heading: String,
}

impl Column {
    /// 「人口・計（F列）」
    #[must_use]
    pub fn shown(&self) -> String {
        format!("{}（{}列）", if self.heading.is_empty() { "見出しなし" } else { &self.heading }, self.letter)
    }
}

/// Where the populations are to come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The column that the headings name beyond doubt.
    #[default]
    Guess,
    /// The column that the officer chose.
    Column(usize),
    /// The table of municipalities, whatever the list says.
    Table,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Choice {
    /// The column that is computed with; none: the table of municipalities.
    pub column: Option<Column>,
    /// Columns of numbers that the officer may choose.
    pub columns: Vec<Column>,
    /// What is to be told of it.
    pub remark: Option<Remark>,
}

/// What is told of the column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remark {
    /// Of several days the newest.
    Newest(Vec<Column>),
    /// Several can be meant.
    Several(Vec<Column>),
    /// There are only others, such as 人口密度.
    OnlyOther(Vec<Column>),
    /// The figures are far from the table's.
    Unlike(Column),
    /// The figures are far from the table's, but the heading is beyond doubt.
    Different(Column),
    /// 男 and 女 do not add up to it.
    NotTheSum(Column),
}

/// A column that may be the population.
struct Candidate {
    column: Column,
    judged: Judged,
    /// Its figures, a row each.
    figures: Vec<Option<u32>>,
    /// The middle of the figures' ratios to the table's populations, in percent.
    ratio: Option<u64>,
    parts: Vec<String>,
}

/// A row and its town.
pub(super) type Placed<'a> = (&'a Row, &'static Municipality);

/// Chooses among the columns that tell no town.
pub(super) fn choose(headings: &Headings, rows: &[Placed<'_>], identity: &Identity, from: Origin, on: Date) -> Choice {
    let known: Vec<usize> = identity.columns().collect();
    let mut all: Vec<Candidate> = headings
        .columns
        .iter()
        .enumerate()
        .filter(|(column, _)| !known.contains(column))
        .filter_map(|(column, parts)| Candidate::new(column, parts, &headings.titles, rows, on))
        .collect();
    let columns: Vec<Column> =
        all.iter().filter(|candidate| candidate.holds_numbers()).map(|candidate| candidate.column.clone()).collect();
    let (column, remark) = match from {
        Origin::Table => (None, None),
        Origin::Column(index) => {
            (all.iter().find(|candidate| candidate.column.index == index).map(|found| found.column.clone()), None)
        }
        Origin::Guess => {
            let at_the_left = |candidate: &Candidate| Some(candidate.column.index) < identity.beside;
            if all.iter().any(|candidate| at_the_left(candidate) && candidate.judged.meaning >= Meaning::Plain) {
                all.retain(at_the_left);
            }
            all.retain(|candidate| candidate.holds_numbers() || candidate.is_blank() || candidate.says_people());
            guess(&all, on)
        }
    };
    Choice { column, columns, remark }
}

fn guess(all: &[Candidate], on: Date) -> (Option<Column>, Option<Remark>) {
    let named: Vec<&Candidate> = all.iter().filter(|candidate| candidate.judged.meaning >= Meaning::Plain).collect();
    if !named.is_empty() {
        return match best(&named, on) {
            Ok((found, remark)) => proved(found, all, remark),
            Err(remark) => (None, Some(remark)),
        };
    }
    let implied = |candidate: &&Candidate| candidate.judged.meaning == Meaning::Implied || candidate.parts.is_empty();
    let implied: Vec<&Candidate> = all.iter().filter(implied).collect();
    // Years decide before figures do: of a forecast's years some agree with the table by chance.
    let dated = implied.iter().any(|candidate| candidate.judged.when.is_some());
    let agreeing: Vec<&Candidate> = implied.iter().copied().filter(|candidate| dated || candidate.agrees()).collect();
    match best(&agreeing, on) {
        Ok((found, remark)) if found.agrees() => return proved(found, all, remark),
        Err(Remark::Several(columns)) if !columns.is_empty() => return (None, Some(Remark::Several(columns))),
        _ => {}
    }
    // Figures like the table's under an unknown heading are told too: they may be what the officer means.
    let others = |candidate: &&Candidate| {
        candidate.says_people() || candidate.judged.meaning == Meaning::Implied || candidate.agrees()
    };
    let others: Vec<Column> = all.iter().filter(others).map(|candidate| candidate.column.clone()).collect();
    (None, (!others.is_empty()).then_some(Remark::OnlyOther(others)))
}

/// The one that is meant, or why it cannot be known.
fn best<'a>(named: &[&'a Candidate], on: Date) -> Result<(&'a Candidate, Option<Remark>), Remark> {
    let several =
        |found: &[&Candidate]| Remark::Several(found.iter().map(|candidate| candidate.column.clone()).collect());
    let newest: Option<When> = named.iter().filter_map(|candidate| candidate.judged.when).max();
    let of_newest: Vec<&Candidate> =
        named.iter().copied().filter(|candidate| candidate.judged.when == newest).collect();
    let older: Vec<Column> = named
        .iter()
        .filter(|candidate| candidate.judged.when < newest)
        .map(|candidate| candidate.column.clone())
        .collect();
    if let Some(newest) = newest
        && !older.is_empty()
    {
        let undated = named.iter().any(|candidate| candidate.judged.when.is_none());
        let register = |candidate: &&Candidate| candidate.judged.basis == Basis::Register;
        let mixed = named.iter().any(register) && !of_newest.iter().any(register);
        if undated || mixed || newest.year > on.year() + FORECAST {
            return Err(several(named));
        }
    }
    let top = of_newest.iter().map(|candidate| candidate.judged.meaning).max();
    let mut rest: Vec<&Candidate> =
        of_newest.iter().copied().filter(|candidate| Some(candidate.judged.meaning) == top).collect();
    let bases: Vec<Basis> = of_newest.iter().map(|candidate| candidate.judged.basis).collect();
    if bases.iter().any(|basis| Some(basis) != bases.first()) {
        let register: Vec<&Candidate> =
            of_newest.iter().copied().filter(|candidate| candidate.judged.basis == Basis::Register).collect();
        rest = if register.is_empty() { of_newest.clone() } else { register };
    }
    let remark = (!older.is_empty()).then_some(Remark::Newest(older));
    match rest.as_slice() {
        [] => Err(several(named)),
        [first, others @ ..] if others.iter().all(|other| other.figures == first.figures) => Ok((*first, remark)),
        _ => Err(several(&rest)),
    }
}

/// Holds the figures against 男 and 女 beside them and against the table.
fn proved(found: &Candidate, all: &[Candidate], remark: Option<Remark>) -> (Option<Column>, Option<Remark>) {
    let column = found.column.clone();
    if let Some((men, women)) = sexes(found, all) {
        let rows = found.figures.iter().zip(&men.figures).zip(&women.figures);
        let whole = rows
            .filter_map(|((all, men), women)| Some((u64::from((*all)?), u64::from((*men)?) + u64::from((*women)?))));
        let (right, wrong): (Vec<_>, Vec<_>) = whole.partition(|(all, sum)| all.abs_diff(*sum) * 50 <= *all);
        if wrong.len() > right.len() {
            return (None, Some(Remark::NotTheSum(column)));
        }
    }
    match found.ratio {
        // A unit of thousands, or quite another figure.
        Some(ratio) if !(10..=1000).contains(&ratio) => (None, Some(Remark::Unlike(column))),
        Some(ratio) if !(70..=140).contains(&ratio) => {
            (Some(column.clone()), remark.or(Some(Remark::Different(column))))
        }
        _ => (Some(column), remark),
    }
}

/// The columns 男 and 女 under the same heading.
fn sexes<'a>(found: &Candidate, all: &'a [Candidate]) -> Option<(&'a Candidate, &'a Candidate)> {
    let above = |candidate: &Candidate| candidate.parts.split_last().map(|(_, above)| above.to_vec());
    let of = |sex: char| {
        let mut with = all.iter().filter(|other| {
            let leaf = other.parts.last().map_or("", String::as_str);
            let bare = leaf.trim_matches(['性', '(', ')', '（', '）', '人', '口']);
            bare.chars().eq([sex])
                && (above(other) == above(found) || above(other).as_deref() == Some(found.parts.as_slice()))
        });
        with.next().filter(|_| with.next().is_none())
    };
    of('男').zip(of('女'))
}

impl Candidate {
    fn new(index: usize, parts: &[String], titles: &[String], rows: &[Placed<'_>], on: Date) -> Option<Self> {
        let filled = rows.iter().any(|(row, _)| !row.cell(index).trim().is_empty());
        if parts.is_empty() && !filled {
            return None;
        }
        let judged = judge(parts, titles);
        let figures: Vec<Option<u32>> = rows.iter().map(|(row, _)| figure(row.cell(index))).collect();
        let ratio = ratio(&figures, rows, on);
        let column = Column { index, letter: column_letters(index), heading: shown(parts) };
        Some(Self { column, judged, figures, ratio, parts: parts.to_vec() })
    }

    /// At least half of the towns have a number here.
    fn holds_numbers(&self) -> bool {
        let numbers = self.figures.iter().flatten().count();
        numbers > 0 && numbers * 2 >= self.figures.len()
    }

    fn is_blank(&self) -> bool {
        self.figures.iter().all(Option::is_none) && self.judged.meaning >= Meaning::Plain
    }

    /// The figures are about those of the table.
    fn agrees(&self) -> bool {
        self.ratio.is_some_and(|ratio| (90..=112).contains(&ratio))
    }

    fn says_people(&self) -> bool {
        self.judged.meaning == Meaning::Other && self.parts.iter().any(|part| part.contains("人口"))
    }
}

fn figure(cell: &str) -> Option<u32> {
    match population(cell) {
        Ok(understood) => Some(understood.value.people()),
        Err(NotUsable::Zero) => Some(0),
        Err(_) => None,
    }
}

fn ratio(figures: &[Option<u32>], rows: &[Placed<'_>], on: Date) -> Option<u64> {
    let known = figures.iter().zip(rows).filter_map(|(figure, (_, town))| {
        let table = u64::from(town.population(on)?.people()).max(1);
        Some(u64::from((*figure)?) * 100 / table)
    });
    let mut ratios: Vec<u64> = known.collect();
    ratios.sort_unstable();
    ratios.get(ratios.len() / 2).copied()
}

/// 人口・計: the parts from the last that says 人口, with a day that stands above it.
fn shown(parts: &[String]) -> String {
    let from = parts.iter().rposition(|part| part.contains("人口")).unwrap_or(0);
    let days =
        parts.iter().take(from).filter(|part| super::when::taken_out(part).1.is_some() && !part.contains("人口"));
    days.chain(parts.iter().skip(from)).map(String::as_str).collect::<Vec<_>>().join("・")
}
