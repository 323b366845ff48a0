//! What a file says as JSON, in the form of the command `core answers`.

use serde_json::{Map, Value, json};

use super::super::column::Column;
use super::super::number::Number;
use super::{Conflict, FileAnswers, Note, Row, State, Unknown, Voice};

/// One file. Members that tell of something rare (`error`, `hidden_rows`, `other_sheets`, `sent_to`) stand only where
/// there is something to tell.
#[must_use]
pub fn file_json(file: &FileAnswers) -> Value {
    let mut object = Map::new();
    let mut set = |name: &str, value: Value| object.insert(name.to_owned(), value);
    let base = file.name.rsplit('/').next().unwrap_or(&file.name);
    set("name", json!(file.name));
    set("file", json!(base));
    if let Some(error) = file.error {
        set("error", json!(error));
    }
    let (numbers, answered) = file.numbers();
    set("rows_read", json!(file.rows_read()));
    for (name, state) in STATES {
        set(name, json!(file.count(state)));
    }
    set("numbers", json!(numbers));
    set("numbers_answered", json!(answered));
    set("repeated", json!(file.rows.len() - numbers));
    set("rows", file.rows.iter().map(row_json).collect());
    set("not_understood", json!(file.not_understood));
    set("unknown", file.unknown.iter().map(unknown_json).collect());
    set("conflicts", file.conflicts.iter().map(conflict_json).collect());
    set("notes", file.notes.iter().map(note_json).collect());
    set("transfer", json!(file.transfer));
    set("altered", json!(file.altered));
    if let Some(missing) = &file.missing {
        set("sent_to", json!(file.sent_to));
        set("missing", json!(missing));
    }
    if !file.hidden_rows.is_empty() {
        set("hidden_rows", json!(file.hidden_rows));
    }
    if !file.other_sheets.is_empty() {
        set("other_sheets", json!(file.other_sheets));
    }
    Value::Object(object)
}

const STATES: [(&str, State); 4] = [
    ("answered", State::Answered),
    ("unclear", State::Unclear),
    ("partial", State::Partial),
    ("unanswered", State::Unanswered),
];

/// One row; what must be looked at stands under `assumed`, where there is something.
#[must_use]
pub fn row_json(row: &Row) -> Value {
    let mut object = Map::new();
    object.insert("sheet".to_owned(), json!(row.sheet));
    object.insert("row".to_owned(), json!(row.row));
    object.insert("number".to_owned(), json!(row.number));
    object.insert("number_typed".to_owned(), json!(row.number_typed));
    for column in Column::ALL {
        let value = row.given.get(&column).map(|given| given.value.written());
        object.insert(column.name().to_owned(), json!(value));
    }
    let assumed: Vec<&str> =
        row.given.iter().filter(|(_, given)| given.confirm).map(|(column, _)| column.name()).collect();
    if !assumed.is_empty() {
        object.insert("assumed".to_owned(), json!(assumed));
    }
    object.insert("state".to_owned(), json!(row.state));
    Value::Object(object)
}

/// A conflict; its answers name their file only where it is another.
fn conflict_json(conflict: &Conflict) -> Value {
    let answer = |voice: &Voice| {
        let Voice { file, sheet, row, value } = voice;
        let mut answer = json!({ "sheet": sheet, "row": row, "value": value });
        if let Some(object) = answer.as_object_mut().filter(|_| !file.is_empty()) {
            object.insert("file".to_owned(), json!(file));
        }
        answer
    };
    let answers: Vec<Value> = conflict.answers.iter().map(answer).collect();
    json!({ "number": conflict.number, "column": conflict.column, "answers": answers })
}

/// A note as one object that tells its kind.
fn note_json(note: &Note) -> Value {
    match note {
        Note::Comment { sheet, cell, text } => json!({ "kind": "comment", "sheet": sheet, "cell": cell, "text": text }),
        Note::Fill { sheet, rows } => json!({ "kind": "fill", "sheet": sheet, "rows": rows }),
        Note::Text { sheet, cell, text } => json!({ "kind": "text", "sheet": sheet, "cell": cell, "text": text }),
    }
}

fn unknown_json(unknown: &Unknown) -> Value {
    let mut value = json!({
        "sheet": unknown.sheet, "row": unknown.row, "typed": unknown.typed, "why": unknown.why,
    });
    if let (Some(proposal), Some(object)) = (unknown.proposal, value.as_object_mut()) {
        object.insert("proposal".to_owned(), json!(Number::to_string(&proposal)));
    }
    value
}
