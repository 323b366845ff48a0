//! `cargo xtask core procedures FILE`: which of the 27 a town's own list names, counts and the grant's condition.
//!
//! FILE is any table file, or text with one name a line. The last line of the output is the JSON.

use std::path::Path;

use anyhow::{Context, Result, bail};
use ichimai::procedures::catalogue::Number;
use ichimai::procedures::choices::Choices;
use ichimai::procedures::completeness::{Completeness, Count, completeness};
use ichimai::procedures::condition::condition;
use ichimai::procedures::layout;
use ichimai::procedures::list::{self, Entry};
use ichimai::procedures::similarity::Degree;
use ichimai::procedures::standing::{Settings, Standings};
use ichimai::reading::detect::Kind;
use ichimai::reading::{charset, table};
use serde::Serialize;

#[derive(Serialize)]
struct Answer<'a> {
    matches: Vec<MatchLine<'a>>,
    online: Vec<Number>,
    missing: Vec<Number>,
    count: Count,
    condition: ConditionLine,
}

#[derive(Serialize)]
struct MatchLine<'a> {
    input: &'a str,
    row: u32,
    procedure: Option<Number>,
    degree: Degree,
    reason: &'a str,
    candidates: &'a [Number],
}

#[derive(Serialize)]
struct ConditionLine {
    met: Option<bool>,
    lacking: Vec<Number>,
}

/// Runs `core procedures`.
///
/// # Errors
/// No file named, the file cannot be read, or it holds no table.
pub fn run(arguments: &[String]) -> Result<()> {
    let [path] = arguments else { bail!("usage: cargo xtask core procedures FILE") };
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {path}"))?;
    let entries: Vec<Entry> = sheets(Path::new(path), &bytes)?
        .iter()
        .flat_map(|sheet| list::read(sheet, &layout::guess(sheet), &Choices::default()))
        .collect();
    let standings = Standings::new(&entries, &Settings::default());
    let Completeness { online, missing, count, .. } = completeness(&standings);
    let condition = condition(&standings);
    let answer = Answer {
        matches: entries.iter().map(match_line).collect(),
        online,
        missing,
        count,
        condition: ConditionLine { met: condition.met, lacking: condition.lacking },
    };
    println!("{}", serde_json::to_string(&answer)?);
    Ok(())
}

/// The visible sheets of a table file; text without a table's extension is read line by line.
fn sheets(path: &Path, bytes: &[u8]) -> Result<Vec<table::Sheet>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let listed = path.extension().is_some_and(|end| ["csv", "tsv"].iter().any(|known| end.eq_ignore_ascii_case(known)));
    let table = table::open_simply(&name, bytes);
    if !listed && matches!(table.kind, Kind::Delimited | Kind::Text) && !table.sheets.iter().all(is_regular) {
        return Ok(vec![list::sheet_of_text(&charset::guess(bytes).charset.decode(bytes))]);
    }
    for note in &table.notes {
        eprintln!("{note:?}");
    }
    if table.sheets.is_empty() {
        bail!("{name}: no table that can be read");
    }
    Ok(table.sheets.into_iter().filter(|sheet| !sheet.hidden).collect())
}

/// Whether text is a table after all: two columns or more in every row.
fn is_regular(sheet: &table::Sheet) -> bool {
    let width = sheet.width();
    width >= 2 && sheet.rows.iter().all(|row| row.cells.len() == width)
}

fn match_line(entry: &Entry) -> MatchLine<'_> {
    MatchLine {
        input: &entry.input.name,
        row: entry.input.row,
        procedure: entry.found.procedures().first().copied(),
        degree: entry.found.degree(),
        reason: entry.found.reason(),
        candidates: entry.found.candidates(),
    }
}
