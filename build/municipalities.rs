//! `data/municipalities.csv` to Rust: the 1,741 municipalities with their populations, checked.

use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The table as the file has it.
pub struct Towns {
    /// The days of the populations, from the header (`pop_20200101`).
    dates: Vec<(u16, u8, u8)>,
    rows: Vec<Town>,
}

struct Town {
    code: String,
    prefecture: String,
    district: String,
    name: String,
    kind: String,
    populations: Vec<u32>,
}

/// Why the table is refused; lines count from 1 with the header.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the header is not code6,pref,gun,name,kind,pop_YYYYMMDD…: {0:?}")]
    Header(String),
    #[error("line {0}: another number of fields than the header")]
    Fields(usize),
    #[error("line {0}: the code is not six digits with the right check digit")]
    Code(usize),
    #[error("line {0}: the codes do not ascend")]
    Order(usize),
    #[error("line {0}: unknown kind {1:?}")]
    Kind(usize, String),
    #[error("line {0}: a population is not a positive number")]
    Population(usize),
    #[error("line {0}: {1:?} is already in that prefecture")]
    SameName(usize, String),
}

const KINDS: [(&str, &str); 5] =
    [("指定都市", "DesignatedCity"), ("市", "City"), ("特別区", "SpecialWard"), ("町", "Town"), ("村", "Village")];

/// Reads and checks the table.
pub fn parse(text: &str) -> Result<Towns, Refused> {
    let mut lines = text.lines();
    let header = lines.next().unwrap_or_default();
    let refused = || Refused::Header(header.to_owned());
    let days = header.strip_prefix("code6,pref,gun,name,kind,").ok_or_else(refused)?;
    let dates: Option<Vec<_>> = days.split(',').map(date).collect();
    let dates = dates.ok_or_else(refused)?;
    let mut rows: Vec<Town> = Vec::new();
    let mut names = BTreeSet::new();
    for (number, line) in (2..).zip(lines) {
        let town = row(number, line, dates.len())?;
        if rows.last().is_some_and(|before| before.code >= town.code) {
            return Err(Refused::Order(number));
        }
        if !names.insert((town.prefecture.clone(), town.name.clone())) {
            return Err(Refused::SameName(number, town.name));
        }
        rows.push(town);
    }
    Ok(Towns { dates, rows })
}

fn date(column: &str) -> Option<(u16, u8, u8)> {
    let digits = column.strip_prefix("pop_").filter(|digits| digits.len() == 8)?;
    let (year, rest) = digits.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

fn row(number: usize, line: &str, dates: usize) -> Result<Town, Refused> {
    let fields: Vec<&str> = line.split(',').collect();
    let [code, prefecture, district, name, kind, populations @ ..] = fields.as_slice() else {
        return Err(Refused::Fields(number));
    };
    if populations.len() != dates {
        return Err(Refused::Fields(number));
    }
    if !has_check_digit(code) {
        return Err(Refused::Code(number));
    }
    if !KINDS.iter().any(|(known, _)| known == kind) {
        return Err(Refused::Kind(number, (*kind).to_owned()));
    }
    let populations: Result<Vec<u32>, _> = populations.iter().map(|text| text.parse()).collect();
    let populations = populations.map_err(|_| Refused::Population(number))?;
    if populations.contains(&0) {
        return Err(Refused::Population(number));
    }
    let owned = |text: &str| text.to_owned();
    let (prefecture, district) = (owned(prefecture), owned(district));
    Ok(Town { code: owned(code), prefecture, district, name: owned(name), kind: owned(kind), populations })
}

/// 全国地方公共団体コード: the sixth digit checks the other five (weights 6 to 2, modulo 11).
fn has_check_digit(code: &str) -> bool {
    let digits: Vec<u32> = code.chars().filter_map(|digit| digit.to_digit(10)).collect();
    let [body @ .., check] = digits.as_slice() else {
        return false;
    };
    if body.len() != 5 || code.len() != 6 {
        return false;
    }
    let sum: u32 = body.iter().zip([6, 5, 4, 3, 2]).map(|(digit, weight)| digit * weight).sum();
    (11 - sum % 11) % 10 == *check
}

impl Towns {
    /// Every code with its name, for other tables that point at municipalities.
    pub fn codes(&self) -> Vec<(String, String)> {
        self.rows.iter().map(|town| (town.code.clone(), town.name.clone())).collect()
    }

    /// How many municipalities there are.
    #[allow(dead_code, reason = "the tests count what the build compiles in")]
    pub fn count(&self) -> usize {
        self.rows.len()
    }
}

/// The Rust code of the table.
pub fn code(towns: &Towns) -> String {
    let mut out = String::from("pub(super) static POPULATION_DATES: &[Date] = &[\n");
    for (year, month, day) in &towns.dates {
        let _ = writeln!(out, "    Date::from_table({year}, {month}, {day}),");
    }
    out.push_str("];\n\npub(super) static MUNICIPALITIES: &[Municipality] = &[\n");
    for town in &towns.rows {
        let kind = KINDS.iter().find(|(known, _)| *known == town.kind).map_or("", |(_, kind)| kind);
        let _ = writeln!(
            out,
            "    Municipality {{ code: Code::from_table({}), prefecture: {:?}, district: {:?}, name: {:?}, kind: Kind::{kind}, populations: {:?} }},",
            town.code.trim_start_matches('0'),
            town.prefecture,
            town.district,
            town.name,
            town.populations,
        );
    }
    out.push_str("];\n");
    let _ = writeln!(out, "\npub(super) const DATES: usize = {};", towns.dates.len());
    out
}
