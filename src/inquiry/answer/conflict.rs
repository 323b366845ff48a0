//! Rows of one number that say different things.

use std::collections::{BTreeMap, BTreeSet};

use super::super::column::Column;
use super::super::number::Number;
use super::{Conflict, FileAnswers, Row, Voice};

/// The conflicts between rows of several files: 判定, 要否, 方針 and 時期; a blank is none.
#[must_use]
pub fn conflicts(files: &[FileAnswers]) -> Vec<Conflict> {
    between(files.iter().flat_map(|file| file.rows.iter().map(|row| (file.name.as_str(), row))))
}

/// The conflicts between rows, in the order of first sight.
pub(super) fn between<'a>(rows: impl Iterator<Item = (&'a str, &'a Row)>) -> Vec<Conflict> {
    let (mut order, mut seen) = (Vec::new(), BTreeSet::new());
    let mut voices: BTreeMap<(Number, Column), Vec<Voice>> = BTreeMap::new();
    for (file, row) in rows {
        if seen.insert(row.number) {
            order.push(row.number);
        }
        for (column, given) in row.given.iter().filter(|(column, _)| !column.is_free()) {
            voices.entry((row.number, *column)).or_default().push(Voice {
                file: file.to_owned(),
                sheet: row.sheet.clone(),
                row: row.row,
                value: given.value.written(),
            });
        }
    }
    let mut found = Vec::new();
    for number in order {
        for column in Column::ALL {
            let Some(answers) = voices.remove(&(number, column)) else { continue };
            let first = answers.first().map(|voice| voice.value.clone());
            if answers.iter().any(|voice| Some(&voice.value) != first.as_ref()) {
                found.push(Conflict { number, column, answers });
            }
        }
    }
    found
}
