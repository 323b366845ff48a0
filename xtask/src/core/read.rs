//! `cargo xtask core read FILE…`: a JSON line for each clause, then one for each note.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use ichimai::clause::Clause;
use ichimai::reading::limits::Limits;
use ichimai::reading::note::Note;
use ichimai::reading::progress::unwatched;
use ichimai::reading::{Choices, GivenFile, Reading, read};
use serde_json::{Value, json};

/// Runs `core read`.
///
/// # Errors
/// No file is named, or one cannot be opened. What cannot be read in an opened file is a note, not an error.
pub fn run(arguments: &[String]) -> Result<()> {
    if arguments.is_empty() {
        bail!("name at least one file or folder");
    }
    let reading = files(arguments)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for clause in &reading.clauses {
        writeln!(out, "{}", clause_line(clause))?;
    }
    for note in &reading.notes {
        writeln!(out, "{}", note_line(note)?)?;
    }
    out.flush()?;
    Ok(())
}

/// Reads files and folders (in the order of their names).
///
/// # Errors
/// One cannot be opened.
pub fn files(paths: &[String]) -> Result<Reading> {
    let mut opened = Vec::new();
    for path in paths {
        gather(Path::new(path), &mut opened)?;
    }
    let sources: Vec<GivenFile<'_>> = opened.iter().map(|(name, bytes)| GivenFile { name, bytes }).collect();
    Ok(read(&sources, &Choices::new(), &Limits::default(), &mut unwatched))
}

/// Reads a file, or every file below a folder in the order of their names.
///
/// # Errors
/// What cannot be read, with its path.
pub fn gather(path: &Path, opened: &mut Vec<(String, Vec<u8>)>) -> Result<()> {
    if path.is_dir() {
        let mut entries =
            std::fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
        entries.sort();
        return entries.iter().try_for_each(|entry| gather(entry, opened));
    }
    let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
    opened.push((path.display().to_string(), bytes));
    Ok(())
}

fn clause_line(clause: &Clause) -> Value {
    json!({
        "id": clause.id,
        "file": clause.place.file,
        "sheet": clause.place.sheet,
        "row": clause.place.row,
        "title": clause.title,
        "kind": clause.kind,
        "number": clause.number,
        "department": clause.department,
        "part": clause.part,
        "chapter": clause.chapter,
        "article": clause.article,
        "caption": clause.caption,
        "chapeau": clause.chapeau,
        "text": clause.text,
    })
}

/// A note with its facts in one object; it always names file, sheet and row, null where there is none.
fn note_line(note: &Note) -> Result<Value> {
    let mut line = serde_json::to_value(&note.reason)?;
    if let Some(fields) = line.as_object_mut() {
        fields.insert("file".to_owned(), json!(note.file));
        fields.insert("sheet".to_owned(), json!(note.sheet));
        fields.insert("row".to_owned(), json!(note.row));
    }
    Ok(line)
}
