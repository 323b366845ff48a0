//! `catalogue.csv`: the 31 procedures.

use std::{collections::BTreeMap, fmt::Write as _};

use crate::day::day;

use super::folding::{fold_name, fold_word};
use super::table::{Row, parts, value};

/// Groups in order: the data's word, the code's word, how many procedures the documents count.
const GROUPS: [(&str, &str, usize); 4] = [
    ("子育て", "ChildRearing", 15),
    ("介護", "LongTermCare", 11),
    ("被災者支援", "DisasterRelief", 1),
    ("自動車", "Vehicles", 4),
];

/// Checks the catalogue and gives its code.
pub fn code(rows: &[Row]) -> Result<String, Vec<String>> {
    let mut wrong = Vec::new();
    check_numbers(rows, &mut wrong);
    check_groups(rows, &mut wrong);
    check_entries(rows, &mut wrong);
    check_names(rows, &mut wrong);
    if wrong.is_empty() { Ok(write(rows)) } else { Err(wrong) }
}

fn check_numbers(rows: &[Row], wrong: &mut Vec<String>) {
    let found: Vec<&str> = rows.iter().map(|row| value(row, "number")).collect();
    let wanted: Vec<String> = (1..=31).map(|number: u8| number.to_string()).collect();
    if found != wanted {
        wrong.push(format!("catalogue.csv: the numbers are not 1 to 31 in order: {found:?}"));
    }
}

fn check_groups(rows: &[Row], wrong: &mut Vec<String>) {
    for (group, _, expected) in GROUPS {
        let found = rows.iter().filter(|row| value(row, "group") == group).count();
        if found != expected {
            wrong.push(format!("catalogue.csv: {group} has {found} procedures, the documents count {expected}"));
        }
    }
}

fn check_entries(rows: &[Row], wrong: &mut Vec<String>) {
    for row in rows {
        let number = value(row, "number");
        for column in ["name", "source", "page"] {
            if value(row, column).is_empty() {
                wrong.push(format!("catalogue.csv: {number} has no {column}"));
            }
        }
        if day(value(row, "date")).is_none() {
            wrong.push(format!("catalogue.csv: {number} has no date of its source (YYYY-MM-DD)"));
        }
        if !["confirmed", "unconfirmed"].contains(&value(row, "name_status")) {
            wrong.push(format!("catalogue.csv: {number} has name_status {:?}", value(row, "name_status")));
        }
    }
}

/// No name or shorthand may stand for two procedures once it is folded.
fn check_names(rows: &[Row], wrong: &mut Vec<String>) {
    let mut claims: BTreeMap<String, &str> = BTreeMap::new();
    for row in rows {
        let number = value(row, "number");
        let mut own: Vec<String> = vec![fold_word(value(row, "name"))];
        own.extend(parts(row, "shorthand", '|').into_iter().map(fold_word));
        own.sort();
        own.dedup();
        for name in own {
            if name.is_empty() {
                wrong.push(format!("catalogue.csv: {number} has a shorthand without a letter"));
            }
            if let Some(other) = claims.insert(name.clone(), number) {
                wrong.push(format!("catalogue.csv: {other} and {number} both claim {name:?}"));
            }
        }
    }
}

fn write(rows: &[Row]) -> String {
    let mut code = format!("static PROCEDURES: [Procedure; {}] = [\n", rows.len());
    for row in rows {
        let group = GROUPS.iter().find(|group| group.0 == value(row, "group")).map_or("", |group| group.1);
        let status = if value(row, "name_status") == "confirmed" { "Confirmed" } else { "Unconfirmed" };
        let name = value(row, "name");
        let _ = writeln!(
            code,
            "Procedure {{ number: Number({}), group: Group::{group}, name: {name:?}, name_status: NameStatus::{status}, \
             shorthand: &{:?}, source: PaperPage {{ document: {:?}, page: {:?}, date: Date::from_table({}) }}, folded: &{:?} }},",
            value(row, "number"),
            parts(row, "shorthand", '|'),
            value(row, "source"),
            value(row, "page"),
            date_parts(value(row, "date")),
            folded_names(row),
        );
    }
    code + "];\n"
}

/// `2021-07-27` as `2021, 7, 27`.
fn date_parts(date: &str) -> String {
    date.split('-').map(|part| part.trim_start_matches('0')).collect::<Vec<_>>().join(", ")
}

/// The folded spellings of the name first, then those of the shorthands.
fn folded_names(row: &Row) -> Vec<(String, bool)> {
    let mut folded = Vec::new();
    let names =
        std::iter::once((value(row, "name"), true)).chain(parts(row, "shorthand", '|').into_iter().map(|s| (s, false)));
    for (name, is_name) in names {
        let fold = fold_name(name);
        for spelling in [fold.whole, fold.main] {
            if !folded.iter().any(|(known, _)| *known == spelling) {
                folded.push((spelling, is_name));
            }
        }
    }
    folded
}
