//! `cargo xtask core classify FILE…`: findings as JSON lines, one clause a line.
//!
//! Takes whatever can be read (JSON lines in the schema of data/gold among them); what could not be read is told on
//! stderr.

use std::io::Write;

use anyhow::{Result, bail};
use ichimai::clause::Clause;
use ichimai::regulations::rule::named;
use ichimai::regulations::{Classifier, Evidence, Field, Finding, Workspace};
use serde_json::{Value, json};

use super::read::files;

/// Runs `core classify`.
///
/// # Errors
/// No file named, or one that cannot be opened.
pub fn run(arguments: &[String]) -> Result<()> {
    if arguments.is_empty() {
        bail!("name at least one file: cargo xtask core classify data/gold/clauses.jsonl");
    }
    let reading = files(arguments)?;
    for note in &reading.notes {
        eprintln!("{note:?}");
    }
    let classifier = Classifier::new();
    let mut space = Workspace::default();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for clause in &reading.clauses {
        let findings = classifier.classify_with(clause, &mut space);
        writeln!(out, "{}", line(clause, &findings))?;
    }
    out.flush()?;
    Ok(())
}

fn line(clause: &Clause, findings: &[Finding]) -> Value {
    let findings: Vec<Value> = findings
        .iter()
        .map(|finding| {
            let evidence = |span: &Evidence| evidence(clause, span);
            let row = finding.row.map(|row| named(row).0);
            json!({
                "category": finding.category, "verdict": finding.verdict, "score": finding.score,
                "evidence": finding.evidence.iter().map(evidence).collect::<Vec<_>>(),
                "reason": finding.reason, "digital": finding.digital, "phase": finding.phase, "row": row,
                "basis": finding.basis.as_ref().map(evidence),
            })
        })
        .collect();
    json!({"id": clause.id, "title": clause.title, "article": clause.article, "findings": findings})
}

/// Offsets are UTF-16 code units of the field, as most programs that read JSON count.
fn evidence(clause: &Clause, span: &Evidence) -> Value {
    let field: &str = match span.field {
        Field::Text => &clause.text,
        Field::Caption => &clause.caption,
        Field::Title => &clause.title,
    };
    let text = span.words(clause);
    let start = units(field.get(..span.start as usize).unwrap_or_default());
    json!({"field": span.field, "start": start, "end": start + units(text), "text": text, "role": span.role})
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
