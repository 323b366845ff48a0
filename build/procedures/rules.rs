//! `rules.csv`: which concepts make a name one of the procedures, and which may stand beside them.

use std::fmt::Write as _;

use super::lexicon::Lexicon;
use super::table::{Row, parts, value};

/// Checks the rules against the lexicon and gives their code.
pub fn code(rows: &[Row], lexicon: &Lexicon) -> Result<String, Vec<String>> {
    let mut wrong = Vec::new();
    let numbers: Vec<&str> = rows.iter().map(|row| value(row, "number")).collect();
    if numbers != (1..=31).map(|number: u8| number.to_string()).collect::<Vec<_>>() {
        wrong.push(format!("rules.csv: the numbers are not 1 to 31 in order: {numbers:?}"));
    }
    check_use(rows, lexicon, &mut wrong);
    let mut code = format!("static RULES: [Rule; {}] = [\n", rows.len());
    for row in rows {
        match rule(row, lexicon) {
            Ok(rule) => code.push_str(&rule),
            Err(problem) => wrong.push(format!("rules.csv: {}: {problem}", value(row, "number"))),
        }
    }
    if wrong.is_empty() { Ok(code + "];\n") } else { Err(wrong) }
}

/// A concept of ours that no rule names would veto everything or nothing: it is a slip.
fn check_use(rows: &[Row], lexicon: &Lexicon, wrong: &mut Vec<String>) {
    let used: Vec<&str> = rows
        .iter()
        .flat_map(|row| ["hints", "readings", "allows"].map(|column| value(row, column)))
        .flat_map(|cell| cell.split(['+', '|']))
        .collect();
    for concept in ["Scheme", "Key", "Qualifier"].iter().flat_map(|kind| lexicon.of_kind(kind)) {
        if !used.contains(&concept) {
            wrong.push(format!("rules.csv: no rule names {concept}"));
        }
    }
}

fn rule(row: &Row, lexicon: &Lexicon) -> Result<String, String> {
    let readings = parts(row, "readings", '|');
    if readings.is_empty() {
        return Err("no reading".to_owned());
    }
    let foreign = |name: &&str| lexicon.kind(name).is_some_and(|kind| kind.starts_with("Other"));
    if let Some(name) = readings.iter().flat_map(|reading| reading.split('+')).find(foreign) {
        return Err(format!("{name} belongs to another scheme and cannot be needed"));
    }
    let mut code = format!("Rule {{ hints: ConceptSet({}), readings: &[", lexicon.set(value(row, "hints"))?);
    for reading in readings {
        let _ = write!(code, "ConceptSet({}), ", lexicon.set(reading)?);
    }
    let _ = writeln!(code, "], allows: ConceptSet({}) }},", lexicon.set(value(row, "allows"))?);
    Ok(code)
}
