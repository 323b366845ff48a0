//! `cargo xtask explain TEXT [--title …] [--caption …]`: what was read in one clause, and every row tried on it.
//!
//! The tool with which a row is written: sentences with their kind, each word with its class and how it goes on, and for
//! every act the rows in order, each that did not hold with the first thing that kept it from holding.

use anyhow::{Result, bail};
use ichimai::clause::Clause;
use ichimai::regulations::Classifier;
use ichimai::regulations::names::Tail;
use ichimai::regulations::rule::{Failure, Trial, named};
use ichimai::regulations::tables::{CLASS_NAMES, TAIL_NAMES};

use super::category::Row;

/// Runs `explain`.
///
/// # Errors
/// No text, or an unknown option.
pub fn run(arguments: &[String]) -> Result<()> {
    let clause = clause(arguments)?;
    let classifier = Classifier::new();
    sentences(&classifier, &clause);
    let categories = super::categories()?;
    let rows = super::rows(&categories);
    let mut act = None;
    for trial in classifier.trials(&clause) {
        let place = (trial.category, trial.act.start, trial.act.end);
        if act != Some(place) {
            println!("\n{}: 「{}」", trial.category.name(), spelled(&clause, trial.act.start, trial.act.end));
            act = Some(place);
        }
        if let Some((_, row)) = rows.get(usize::from(trial.row)) {
            println!("  {}", told(&trial, row));
        }
    }
    let explanation = classifier.explain(&clause);
    println!();
    for finding in &explanation.findings {
        let row = finding.row.map_or("", |row| named(row).0);
        println!("→ {:?} {} [{row}] {}", finding.verdict, finding.score, finding.reason);
    }
    for discount in &explanation.discounted {
        println!("  {}: {}", discount.category.name(), discount.reason);
    }
    Ok(())
}

fn clause(arguments: &[String]) -> Result<Clause> {
    let mut clause = Clause::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match (argument.as_str(), rest.clone().next()) {
            ("--title", Some(title)) => clause.title = title.as_str().into(),
            ("--caption", Some(caption)) => clause.caption.clone_from(caption),
            (option, _) if option.starts_with("--") => bail!("unknown option {option}, or nothing behind it"),
            (text, _) => {
                clause.text = text.replace("\\n", "\n");
                continue;
            }
        }
        rest.next();
    }
    if clause.text.is_empty() {
        bail!("name a text: cargo xtask explain 'TEXT' [--title TITLE] [--caption CAPTION]");
    }
    Ok(clause)
}

fn sentences(classifier: &Classifier, clause: &Clause) {
    for (frame, words) in classifier.read(clause) {
        println!("{frame:?}");
        for word in words {
            let brackets = if word.bracketed { " (in brackets)" } else { "" };
            let tail = if word.sense.is_act() { format!(" → {}", form(word.tail)) } else { String::new() };
            let text = spelled(clause, word.start, word.end).replace('\n', "↵");
            println!("  {text}: {}{tail}{brackets}", CLASS_NAMES.get(word.sense as usize).unwrap_or(&""));
        }
    }
}

fn form(tail: Tail) -> &'static str {
    TAIL_NAMES.get(tail as usize).copied().unwrap_or_default()
}

fn told(trial: &Trial, row: &Row) -> String {
    let at = |list: &[String], place: usize| list.get(place).cloned().unwrap_or_default();
    let why = match trial.failure {
        None => return format!("○ {} ({}, point {})", row.name, row.strength, row.point.unwrap_or(0)),
        Some(Failure::Act) => "other acts".to_owned(),
        Some(Failure::SaidOtherwise) => format!("said {}, not {}", form(trial.act.tail), row.said.join(" ")),
        Some(Failure::Without) => format!("nothing {}", row.with.join(", ")),
        Some(Failure::WithSaidOtherwise) => format!("what it leans on is not said {}", row.with_said.join(" ")),
        Some(Failure::When(place)) => format!("not: {}", at(&row.when, place)),
        Some(Failure::Unless(place)) => {
            let alternatives: Vec<String> =
                row.unless.iter().flat_map(|text| text.split(" or ").map(str::to_owned)).collect();
            format!("but: {}", at(&alternatives, place))
        }
    };
    format!("× {}: {why}", row.name)
}

fn spelled(clause: &Clause, start: u32, end: u32) -> &str {
    clause.text.get(start as usize..end as usize).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_needed_and_an_unknown_option_refused() {
        assert!(clause(&[]).is_err());
        assert!(clause(&["--x".to_owned(), "y".to_owned(), "text".to_owned()]).is_err());
        let told = clause(&["--caption".to_owned(), "（検査）".to_owned(), "検査する。".to_owned()]).ok();
        assert_eq!(told.map(|clause| (clause.caption, clause.text)), Some(("（検査）".into(), "検査する。".into())));
    }
}
