//! `cargo xtask core classify FILE…`: findings as JSON lines, one clause a line.
//!
//! Files that end in `.jsonl` hold clauses in the schema of data/gold (at least `title` and `text`).

use anyhow::{Context, Result, bail};
use ichimai::clause::Clause;
use ichimai::regulations::{Classifier, Evidence, Field, Finding, Workspace};
use serde_json::{Value, json};

/// Runs `core classify`.
///
/// # Errors
/// No file named, a file that cannot be read, or a line that is no clause.
pub fn run(arguments: &[String]) -> Result<()> {
    if arguments.is_empty() {
        bail!("name at least one file: cargo xtask core classify data/gold/clauses.jsonl");
    }
    let classifier = Classifier::new();
    let mut space = Workspace::default();
    for path in arguments {
        for clause in clauses(path)? {
            let findings = classifier.classify_with(&clause, &mut space);
            println!("{}", line(&clause, &findings));
        }
    }
    Ok(())
}

fn clauses(path: &str) -> Result<Vec<Clause>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {path}"))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| serde_json::from_str(line).with_context(|| format!("{path}, line {}", number + 1)))
        .collect()
}

fn line(clause: &Clause, findings: &[Finding]) -> Value {
    let findings: Vec<Value> = findings
        .iter()
        .map(|finding| {
            json!({
                "category": finding.category, "verdict": finding.verdict, "score": finding.score,
                "evidence": finding.evidence.iter().map(|span| evidence(clause, span)).collect::<Vec<_>>(),
                "reason": finding.reason, "digital": finding.digital, "phase": finding.phase,
                "basis": finding.basis.as_ref().map(|span| evidence(clause, span)),
            })
        })
        .collect();
    json!({"id": clause.id, "title": clause.title, "article": clause.article, "findings": findings})
}

/// Offsets are bytes of the field.
fn evidence(clause: &Clause, span: &Evidence) -> Value {
    let field: &str = match span.field {
        Field::Text => &clause.text,
        Field::Caption => &clause.caption,
        Field::Title => &clause.title,
    };
    let text = field.get(span.start as usize..span.end as usize).unwrap_or("");
    json!({"field": span.field, "start": span.start, "end": span.end, "text": text, "role": span.role})
}
