//! `cargo xtask evaluate FILE.jsonl… [--json|--errors|--baseline|--folds|--rows] [--part all|tuning|second|held-out]`, or
//! `cargo xtask evaluate --natural LIST.csv FILE.jsonl…`.
//!
//! Measures classification on labelled clauses. How the figures are counted stands in docs/ACCURACY.md.

mod baseline;
mod details;
mod figures;
mod folds;
mod gold;
mod natural;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod thresholds;
mod titles;

use anyhow::{Result, bail};
use ichimai::regulations::{Category, Classifier, Finding, Verdict, Workspace};
use serde_json::json;

use figures::{Counts, Figures, Verdicts};
use gold::{GoldClause, Part};

/// The file whose single clauses nobody reads while rules are written.
const KEPT: &str = "kept";

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Print {
    /// The table of figures, with the details below it.
    Table,
    /// The same as JSON.
    Json,
    /// The table and every clause that went wrong.
    Errors,
    /// The table of bare words.
    Baseline,
    /// The table of cross-validation by title.
    Folds,
    /// How often each row was right, as data/regulations/trust.csv has it.
    Rows,
    /// The share right of a natural list.
    Natural,
}

struct Options {
    paths: Vec<String>,
    print: Print,
    open_kept: bool,
    part: Part,
}

/// Runs `evaluate`.
///
/// # Errors
/// No file named, an unknown option, or a file that cannot be read.
pub fn run(arguments: &[String]) -> Result<()> {
    let options = options(arguments)?;
    if options.print == Print::Natural {
        return natural::run(&options.paths);
    }
    let mut clauses: Vec<GoldClause> = Vec::new();
    for path in &options.paths {
        clauses.extend(gold::read(path)?.into_iter().filter(|clause| clause.is_in(options.part)));
    }
    let findings = classify(&clauses);
    match options.print {
        Print::Baseline => print_table(&Figures::of(&clauses, &bare(&clauses))),
        Print::Folds => print_table(&Figures::of(&clauses, &folds::verdicts(&clauses, &findings))),
        Print::Rows => print!("{}", folds::rows(&clauses, &findings)),
        Print::Json => println!("{:#}", as_json(&Figures::of(&clauses, &verdicts(&findings)))),
        Print::Table | Print::Errors | Print::Natural => {
            let said = verdicts(&findings);
            print_table(&Figures::of(&clauses, &said));
            println!("{}", titles::interval(&clauses, &said));
            println!("{}", details::of(&clauses, &findings));
        }
    }
    if options.print == Print::Errors {
        print_errors(&clauses, &findings);
    }
    Ok(())
}

/// Findings of all clauses, in one working space.
fn classify(clauses: &[GoldClause]) -> Vec<Vec<Finding>> {
    let classifier = Classifier::new();
    let mut space = Workspace::default();
    clauses.iter().map(|clause| classifier.classify_with(&clause.clause(), &mut space)).collect()
}

fn bare(clauses: &[GoldClause]) -> Vec<Verdicts> {
    clauses.iter().map(|clause| baseline::classify(&clause.text)).collect()
}

fn verdicts(findings: &[Vec<Finding>]) -> Vec<Verdicts> {
    let said = |findings: &Vec<Finding>| findings.iter().map(|one| (one.category, one.verdict)).collect();
    findings.iter().map(said).collect()
}

fn options(arguments: &[String]) -> Result<Options> {
    let mut options = Options { paths: Vec::new(), print: Print::Table, open_kept: false, part: Part::All };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--json" => options.print = Print::Json,
            "--errors" => options.print = Print::Errors,
            "--baseline" => options.print = Print::Baseline,
            "--folds" => options.print = Print::Folds,
            "--rows" => options.print = Print::Rows,
            "--natural" => options.print = Print::Natural,
            "--open-kept" => options.open_kept = true,
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
            path => options.paths.push(path.to_owned()),
        }
    }
    if options.paths.is_empty() {
        bail!("name a file of labelled clauses: cargo xtask evaluate data/gold/clauses.jsonl");
    }
    let kept = options.paths.iter().any(|path| path.contains(KEPT));
    if options.print == Print::Errors && kept && !options.open_kept {
        bail!("data/gold/{KEPT}.jsonl is not read while rules are written: --open-kept opens it, once");
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_the_clauses_kept_unread_are_refused() {
        let asked = |words: &str| options(&words.split(' ').map(str::to_owned).collect::<Vec<_>>());
        assert!(asked("data/gold/kept.jsonl --errors").is_err());
        assert!(asked("data/gold/kept.jsonl --errors --open-kept").is_ok());
        assert!(asked("data/gold/kept.jsonl").is_ok() && asked("data/gold/read.jsonl --errors").is_ok());
    }
}
