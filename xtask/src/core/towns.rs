//! `cargo xtask core towns FILE [--on DATE]`: a list of towns as one JSON object, with the column of the population and every row left out.
//!
//! Towns without a population in the list get that of the table on `--on` (2020-01-01 where none is named).

use std::path::Path;

use anyhow::{Context, Result, bail};
use ichimai::date::Date;
use ichimai::municipality::FIRST_POPULATION_DATE;
use ichimai::reading::note::Note;
use ichimai::subsidy::export::{list_remarks, reason, unmatched};
use ichimai::subsidy::list::{List, Origin, TownList, open};
use serde_json::{Value, json};

/// Runs `core towns`.
///
/// # Errors
/// No file named, the file cannot be opened, or `--on` is no day.
pub fn run(arguments: &[String]) -> Result<()> {
    let (path, on) = match arguments {
        [path] => (path, FIRST_POPULATION_DATE),
        [path, option, day] | [option, day, path] if option == "--on" => (path, day.parse::<Date>().context("--on")?),
        _ => bail!("usage: cargo xtask core towns FILE [--on DATE]"),
    };
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {path}"))?;
    let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy();
    println!("{}", answer(&open(&name, &bytes, on, Origin::Guess)));
    Ok(())
}

fn answer(opened: &TownList) -> Value {
    let list = opened.list.as_ref();
    let column = list.and_then(|list| list.population.column.as_ref());
    let mut notes: Vec<String> = opened.notes.iter().map(note).collect();
    notes.extend(list_remarks(opened));
    json!({
        "population_column": column.map(|column| &column.heading),
        "column": column.map(|column| &column.letter),
        "sheet": opened.sheet,
        "towns": list.map(towns).unwrap_or_default(),
        "left_out": list.map(left_out).unwrap_or_default(),
        "notes": notes,
    })
}

fn towns(list: &List) -> Vec<Value> {
    let town = |listed: &ichimai::subsidy::list::ListEntry| {
        json!({
            "code": listed.entry.municipality.map(|town| town.code),
            "name": listed.entry.label,
            "population": listed.entry.population,
            "on": listed.entry.population_date,
            "row": listed.row,
            "unmatched": listed.unmatched.as_ref().map(unmatched),
        })
    };
    list.entries.iter().map(town).collect()
}

fn left_out(list: &List) -> Vec<Value> {
    let row = |left: &ichimai::subsidy::list::LeftOut| json!({"row": left.row, "typed": left.written, "reason": reason(&left.reason)});
    list.left_out.iter().map(row).collect()
}

/// A note of reading in one line: its code, its place and what it says.
fn note(note: &Note) -> String {
    let sheet = note.sheet.as_deref().map(|sheet| format!(" {sheet}")).unwrap_or_default();
    let row = note.row.map(|row| format!(" row {row}")).unwrap_or_default();
    format!("{}{sheet}{row}: {}", note.reason.code(), note.reason)
}
