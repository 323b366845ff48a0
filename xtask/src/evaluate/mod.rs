//! `cargo xtask evaluate FILE.jsonl [--json] [--errors] [--baseline] [--part all|tuning|second|held-out]`.
//!
//! Measures classification on labelled clauses. How the figures are counted stands in docs/ACCURACY.md.

mod baseline;
mod figures;
mod gold;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod thresholds;

use anyhow::{Result, bail};
use ichimai::regulations::{Category, Classifier, Finding, Verdict, Workspace};
use serde_json::json;

use figures::{Counts, Figures, Verdicts};
use gold::{GoldClause, Part};

struct Options {
    path: String,
    json: bool,
    errors: bool,
    baseline: bool,
    part: Part,
}

/// Runs `evaluate`.
///
/// # Errors
/// No file named, an unknown option, or a file that cannot be read.
pub fn run(arguments: &[String]) -> Result<()> {
    let options = options(arguments)?;
    let clauses: Vec<GoldClause> =
        gold::read(&options.path)?.into_iter().filter(|clause| clause.is_in(options.part)).collect();
    let classifier = Classifier::new();
    let mut space = Workspace::default();
    let findings: Vec<Vec<Finding>> =
        clauses.iter().map(|clause| classifier.classify_with(&clause.clause(), &mut space)).collect();
    let verdicts: Vec<Verdicts> = if options.baseline {
        clauses.iter().map(|clause| baseline::classify(&clause.text)).collect()
    } else {
        findings
            .iter()
            .map(|findings| findings.iter().map(|finding| (finding.category, finding.verdict)).collect())
            .collect()
    };
    let figures = Figures::of(&clauses, &verdicts);
    if options.json {
        println!("{:#}", as_json(&figures));
    } else {
        print_table(&figures);
    }
    if options.errors {
        print_errors(&clauses, &findings);
    }
    Ok(())
}

fn options(arguments: &[String]) -> Result<Options> {
    let mut options = Options { path: String::new(), json: false, errors: false, baseline: false, part: Part::All };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--json" => options.json = true,
            "--errors" => options.errors = true,
            "--baseline" => options.baseline = true,
            "--part" => {
                options.part = match rest.next().map(String::as_str) {
                    Some("all") => Part::All,
                    Some("tuning") => Part::Tuning,
                    Some("second") => Part::Second,
                    Some("held-out") => Part::HeldOut,
                    _ => bail!("--part takes all, tuning, second or held-out"),
                };
            }
            other if other.starts_with('-') => bail!("unknown option {other}"),
            path => path.clone_into(&mut options.path),
        }
    }
    if options.path.is_empty() {
        bail!("name a file of labelled clauses: cargo xtask evaluate data/gold/clauses.jsonl");
    }
    Ok(options)
}

fn as_json(figures: &Figures) -> serde_json::Value {
    let counts = |counts: Counts| json!({"precision": counts.precision(), "recall": counts.recall(), "f1": counts.f1(), "counts": counts});
    let rows: Vec<_> = figures
        .rows
        .iter()
        .map(|row| {
            json!({
                "category": row.category, "labelled": row.labelled,
                "candidate": counts(row.lenient), "candidate_strict": counts(row.strict), "candidate_or_check": counts(row.any),
            })
        })
        .collect();
    json!({
        "clauses": figures.clauses, "labelled": figures.labelled, "flagged": figures.flagged,
        "macro_f1": figures.macro_f1(), "macro_f1_strict": figures.macro_f1_strict(),
        "recall": figures.recall(), "macro_recall": figures.macro_recall(), "flagged_per_true": figures.flagged_per_true(),
        "categories": rows,
    })
}

fn print_table(figures: &Figures) {
    println!(
        "{:<22} {:>5} | {:>6} {:>6} {:>6} | {:>6} | {:>6}",
        "category", "true", "prec", "recall", "F1", "strict", "rec+ck"
    );
    for row in &figures.rows {
        println!(
            "{:<22} {:>5} | {:>6.3} {:>6.3} {:>6.3} | {:>6.3} | {:>6.3}",
            row.category.id(),
            row.labelled,
            row.lenient.precision(),
            row.lenient.recall(),
            row.lenient.f1(),
            row.strict.f1(),
            row.any.recall()
        );
    }
    println!(
        "macro F1 {:.3} (strict {:.3}), recall with checks {:.3} (macro {:.3}), flagged {} of {} clauses for {} true: {:.2}",
        figures.macro_f1(),
        figures.macro_f1_strict(),
        figures.recall(),
        figures.macro_recall(),
        figures.flagged,
        figures.clauses,
        figures.labelled,
        figures.flagged_per_true()
    );
}

/// Clauses that went wrong under the lenient count, with the reasons given.
fn print_errors(clauses: &[GoldClause], findings: &[Vec<Finding>]) {
    for category in Category::ALL {
        for (clause, findings) in clauses.iter().zip(findings) {
            let finding = findings.iter().find(|finding| finding.category == category);
            let labelled = clause.labels.contains(&category);
            let kind = match finding.map(|finding| finding.verdict) {
                Some(Verdict::Candidate) if !labelled && !clause.also.contains(&category) => "wrong",
                None if labelled && !clause.doubt.contains(&category) => "missed",
                Some(Verdict::Check) if labelled && !clause.doubt.contains(&category) => "check only",
                Some(Verdict::Check) if !labelled && !clause.also.contains(&category) => "idle check",
                _ => continue,
            };
            let reason = finding.map_or("", |finding| finding.reason.as_str());
            println!(
                "{kind}\t{}\t{}\t{} {} {}\t{reason}\t{}",
                category.id(),
                clause.id,
                clause.title,
                clause.article,
                clause.caption,
                clause.text.replace('\n', " / ")
            );
        }
    }
}
