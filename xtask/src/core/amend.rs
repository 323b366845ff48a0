//! `cargo xtask core amend FILE.jsonl`: precedents, national amendments and drafts, one clause a line.
//!
//! A line is `{"id","title","kind","caption","article","text"[,"category"]}`. Lines of one title are one ordinance, in the order of the file. Where
//! no category is given, the clause is classified.

use std::io::Write;

use anyhow::{Context as _, Result, bail};
use ichimai::amendments::answer::{Advisor, Answer, found};
use ichimai::amendments::drafting::{Draft, Ordinance, Request};
use ichimai::amendments::records::Records;
use ichimai::amendments::settings::Settings;
use ichimai::clause::Clause;
use ichimai::reading::clause_of;
use ichimai::regulations::{Category, Classifier, Workspace};
use serde_json::{Value, json};

/// A clause with the categories that the line gives.
struct Line {
    clause: Clause,
    categories: Vec<String>,
}

/// Runs `core amend`.
///
/// # Errors
/// No file named, one that cannot be read, or a line that is no clause.
pub fn run(arguments: &[String]) -> Result<()> {
    let [path] = arguments else { bail!("usage: cargo xtask core amend FILE.jsonl") };
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {path}"))?;
    let lines = lines(&text)?;
    let (advisor, classifier, settings) = (Advisor::new(), Classifier::new(), Settings::default());
    let mut space = Workspace::default();
    let (mut categories, mut bases) = (Vec::new(), Vec::new());
    for line in &lines {
        let given: Vec<&str> = line.categories.iter().map(String::as_str).collect();
        bases.push(basis(&classifier, &line.clause, &mut space));
        categories.push(if given.is_empty() { found(&classifier, &line.clause, &mut space) } else { given });
    }
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for ((line, found), basis) in lines.iter().zip(&categories).zip(&bases) {
        let clause = &line.clause;
        let ordinance = Ordinance::around(clause, lines.iter().map(|line| &line.clause));
        let drafted = lines
            .iter()
            .zip(&categories)
            .filter(|(other, found)| other.clause.title == clause.title && !found.is_empty());
        let drafted: Vec<&Clause> = drafted.map(|(other, _)| &other.clause).collect();
        let request = Request {
            clause,
            categories: found,
            ordinance: &ordinance,
            drafted: &drafted,
            settings: &settings,
            chosen: &[],
        };
        writeln!(out, "{}", written(clause, &advisor.answer(&request, |_| false), basis))?;
    }
    out.flush()?;
    Ok(())
}

/// The law that a clause rests on, as it cites it; empty where none is seen.
fn basis(classifier: &Classifier, clause: &Clause, space: &mut Workspace) -> String {
    let findings = classifier.classify_with(clause, space);
    findings
        .iter()
        .find_map(|finding| finding.basis.as_ref())
        .map_or_else(String::new, |basis| basis.words(clause).to_owned())
}

fn lines(text: &str) -> Result<Vec<Line>> {
    let numbered = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    numbered
        .map(|(number, line)| {
            let value: Value = serde_json::from_str(line).with_context(|| format!("line {}", number + 1))?;
            let clause = clause_of(line).with_context(|| format!("line {}", number + 1))?;
            if clause.text.is_empty() {
                bail!("line {}: no text", number + 1);
            }
            Ok(Line { clause, categories: categories(&value) })
        })
        .collect()
}

/// `category` as one identifier or a list of them; what is none is left out.
fn categories(value: &Value) -> Vec<String> {
    let given = match value.get("category") {
        Some(Value::String(one)) => vec![one.clone()],
        Some(Value::Array(many)) => many.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    given.into_iter().filter(|id| Category::from_id(id).is_some()).collect()
}

fn written(clause: &Clause, answer: &Answer, basis: &str) -> Value {
    let records = Records::get();
    let precedents: Vec<Value> = answer
        .precedents
        .iter()
        .filter_map(|near| Some(json!({"id": records.precedents.get(near.index)?.id, "similarity": near.similarity})))
        .collect();
    let national: Vec<Value> = answer
        .national
        .iter()
        .map(|national| {
            let law = &national.amended;
            json!({"law": law.law, "article": law.article, "amended_by": law.amended_by, "precedent": law.id, "cited": national.cited})
        })
        .collect();
    let inserted: Vec<Value> = answer
        .inserted
        .iter()
        .filter_map(|near| Some(json!({"id": records.inserted.get(near.index)?.law.id, "similarity": near.similarity})))
        .collect();
    json!({
        "id": clause.id, "precedents": precedents, "inserted": inserted, "national": national, "unchanged": answer.unchanged(basis),
        "drafts": answer.drafts.drafts.iter().map(draft).collect::<Vec<_>>(), "refused": answer.drafts.refused,
    })
}

fn draft(draft: &Draft) -> Value {
    let choices: Vec<Value> = draft
        .choices
        .iter()
        .map(|made| {
            let options: Vec<&str> = made.choice.options.iter().map(|option| option.id).collect();
            json!({"name": made.choice.name, "question": made.choice.question, "chosen": made.option, "options": options})
        })
        .collect();
    json!({
        "pattern": draft.pattern.id, "name": draft.pattern.name, "class": format!("{:?}", draft.pattern.class), "after": draft.after,
        "amending": draft.amendment.sentence, "choices": choices, "warnings": draft.warnings, "precedents": draft.pattern.proof,
    })
}
