//! `cargo xtask core procedures FILE`: which of the 27 a town's own list names, counts and the grant's condition.
//!
//! FILE is any table file, or text with one name a line. The last line of the output is the JSON.

use std::path::Path;

use anyhow::{Context, Result, bail};
use ichimai::procedures::answer::Answer;
use ichimai::procedures::catalogue::Number;
use ichimai::procedures::choices::Choices;
use ichimai::procedures::completeness::Count;
use ichimai::procedures::condition::{Condition, Reading};
use ichimai::procedures::layout;
use ichimai::procedures::list::{self, ListedName};
use ichimai::procedures::similarity::Degree;
use ichimai::procedures::standing::Settings;
use ichimai::reading::detect::Kind;
use ichimai::reading::{charset, table};
use serde::Serialize;

#[derive(Serialize)]
struct Lines<'a> {
    matches: Vec<MatchLine<'a>>,
    online: &'a [Number],
    missing: &'a [Number],
    count: Count,
    condition: ConditionLine<'a>,
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
struct ConditionLine<'a> {
    /// What both readings say; null while they differ.
    met: Option<bool>,
    /// Lacking under both readings.
    lacking: &'a [Number],
    readings: Vec<ReadingLine<'a>>,
}

#[derive(Serialize)]
struct ReadingLine<'a> {
    reading: Reading,
    met: Option<bool>,
    lacking: &'a [Number],
}

/// Runs `core procedures`.
///
/// # Errors
/// No file named, the file cannot be read, or it holds no table.
pub fn run(arguments: &[String]) -> Result<()> {
    let [path] = arguments else { bail!("usage: cargo xtask core procedures FILE") };
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {path}"))?;
    println!("{}", answer(Path::new(path), &bytes)?);
    Ok(())
}

/// The JSON for a file.
fn answer(path: &Path, bytes: &[u8]) -> Result<String> {
    let read = |sheet: &table::Sheet| list::read(sheet, &layout::guess(sheet), &Choices::default());
    let entries = sheets(path, bytes)?.iter().flat_map(read).collect();
    let answer = Answer::new(entries, &Settings::default());
    let lines = Lines {
        matches: answer.entries.iter().map(|entry| match_line(entry)).collect(),
        online: &answer.completeness.online,
        missing: &answer.completeness.missing,
        count: answer.completeness.count,
        condition: condition_line(&answer.condition),
    };
    Ok(serde_json::to_string(&lines)?)
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

fn condition_line(condition: &Condition) -> ConditionLine<'_> {
    ConditionLine {
        met: condition.met(),
        lacking: &condition.to_intake.lacking,
        readings: condition
            .readings()
            .into_iter()
            .map(|judged| ReadingLine { reading: judged.reading, met: judged.met, lacking: &judged.lacking })
            .collect(),
    }
}

fn match_line(entry: &ListedName) -> MatchLine<'_> {
    MatchLine {
        input: &entry.input.name,
        row: entry.input.row,
        procedure: entry.found.procedures().first().copied(),
        degree: entry.found.degree(),
        reason: entry.found.reason(),
        candidates: entry.found.candidates(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_line_by_line_and_answered_as_one_line_of_json() {
        let text = "妊娠届\n\n現況届\n転入届\n";
        let expected = concat!(
            r#"{"matches":[{"input":"妊娠届","row":1,"procedure":15,"degree":1.0,"#,
            r#""reason":"標準名称と同じです。","candidates":[]},"#,
            r#"{"input":"現況届","row":3,"procedure":null,"degree":0.59,"#,
            r#""reason":"「現況届」だけでは、どの手続か決められません。あてはまる手続を選んでください。","#,
            r#""candidates":[10,13,14]},"#,
            r#"{"input":"転入届","row":4,"procedure":null,"degree":0.0,"#,
            r#""reason":"「転入届」を含む名称の手続は、31手続にありません。","candidates":[]}],"#,
            r#""online":[15],"missing":["#
        );
        let answer = answer(Path::new("list.txt"), text.as_bytes()).unwrap();
        assert!(answer.starts_with(expected), "{answer}");
        assert!(
            answer.contains(r#""count":{"of27":1,"of26":1,"portal":1},"condition":{"met":false,"lacking":[1,2,"#),
            "{answer}"
        );
    }

    #[test]
    fn a_table_keeps_the_rows_of_its_file_and_its_states() {
        let table = "手続名,状況,接続\n妊娠届,LoGoフォーム,\nり災証明,○,特定通信\n";
        let answer = answer(Path::new("list.csv"), table.as_bytes()).unwrap();
        assert!(answer.contains(r#""input":"り災証明","row":3"#), "{answer}");
        assert!(answer.contains(r#""online":[27]"#), "{answer}");
        assert!(answer.contains(r#""condition":{"met":false,"lacking":[15],"readings":[{"reading":"to_core","met":false,"lacking":[15]}"#), "{answer}");
    }

    #[test]
    fn a_file_without_a_table_is_refused() {
        assert!(answer(Path::new("empty.csv"), b"").is_err());
    }
}
