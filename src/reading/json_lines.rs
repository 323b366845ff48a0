//! JSON lines, or one array: an object a clause with `text` and, as far as known, `id`, `title`, `kind`, `article`, `caption`.

use std::borrow::Cow;
use std::sync::Arc;

use serde::Deserialize;

use super::account::{SheetAccount, Skipped};
use super::note::{Note, Reason};
use crate::clause::{Clause, Part, Place};

/// The fields that are read; others are passed over.
#[derive(Deserialize)]
struct Object {
    #[serde(default)]
    id: serde_json::Value,
    #[serde(default)]
    title: Arc<str>,
    #[serde(default)]
    kind: Arc<str>,
    #[serde(default)]
    number: Arc<str>,
    #[serde(default)]
    department: Arc<str>,
    #[serde(default)]
    article: String,
    #[serde(default)]
    caption: String,
    #[serde(default)]
    chapeau: String,
    #[serde(default)]
    part: Part,
    text: String,
}

/// Reads the lines: clauses, notes for the lines that are none, and the account.
pub(super) fn read(file: &Arc<str>, text: &str) -> (Vec<Clause>, Vec<Note>, SheetAccount) {
    let (mut clauses, mut notes, mut account) = (Vec::new(), Vec::new(), SheetAccount::default());
    // Of an array the place of the object takes the place of the line.
    let array = text.trim_start().starts_with('[').then(|| serde_json::from_str::<Vec<serde_json::Value>>(text));
    let objects: Vec<Cow<'_, str>> = match array {
        Some(Ok(values)) => values.iter().map(|value| Cow::Owned(value.to_string())).collect(),
        Some(Err(_)) | None => text.lines().map(Cow::Borrowed).collect(),
    };
    for (line, row) in objects.iter().zip(1_u32..) {
        if line.trim().is_empty() {
            account.blank += 1;
            continue;
        }
        account.rows += 1;
        let reason = match serde_json::from_str::<Object>(line) {
            Ok(object) if object.text.trim().is_empty() => Reason::NoTextInRow,
            Ok(object) => {
                clauses.push(clause(object, file, row));
                account.clauses += 1;
                continue;
            }
            Err(error) => Reason::BadJson { column: error.column() as u64 },
        };
        notes.push(Note { file: Arc::clone(file), sheet: None, row: Some(row), reason: reason.clone() });
        account.skipped.push(Skipped { row, reason });
    }
    (clauses, notes, account)
}

/// The clause of one line.
///
/// # Errors
/// It is no object with a text.
pub fn clause_of(line: &str) -> Result<Clause, serde_json::Error> {
    Ok(clause(serde_json::from_str(line)?, &Arc::default(), 1))
}

fn clause(object: Object, file: &Arc<str>, row: u32) -> Clause {
    let id = match object.id {
        serde_json::Value::String(id) => id,
        serde_json::Value::Null => String::new(),
        other => other.to_string(),
    };
    Clause {
        id,
        place: Place { file: Arc::clone(file), sheet: None, row: Some(row) },
        title: object.title,
        kind: object.kind,
        number: object.number,
        department: object.department,
        part: object.part,
        article: object.article,
        caption: object.caption,
        chapeau: object.chapeau,
        text: object.text,
        ..Clause::default()
    }
}
