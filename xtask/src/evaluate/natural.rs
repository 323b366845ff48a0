//! `--natural LIST.csv FILE.jsonl…`: what an officer meets in a whole list: the share right of what is flagged there.
//!
//! Takes a list in which nothing was picked (例規名, 本文 as columns) and labelled clauses, matched by title and text. What is
//! flagged and not labelled is told apart.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, Result};
use ichimai::regulations::{Classifier, Verdict, Workspace};

use super::gold::{self, GoldClause};
use crate::core::read;

/// Runs `--natural`.
///
/// # Errors
/// No list or no labels named, or one that cannot be read.
pub fn run(paths: &[String]) -> Result<()> {
    let (list, labels) = paths.split_first().context("name a list and files of labels")?;
    let mut known: HashMap<(String, String), GoldClause> = HashMap::new();
    for path in labels {
        for clause in gold::read(path)? {
            known.insert((clause.title.clone(), key(&clause.text)), clause);
        }
    }
    let clauses = read::files(std::slice::from_ref(list))?.clauses;
    let classifier = Classifier::new();
    let mut space = Workspace::default();
    let mut counts: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    let mut missed = 0;
    for clause in &clauses {
        let label = known.get(&(clause.title.to_string(), key(&clause.text)));
        let findings = classifier.classify_with(clause, &mut space);
        for finding in &findings {
            let verdict = if finding.verdict == Verdict::Candidate { "candidate" } else { "check" };
            let right =
                label.map(|label| (label.labels.contains(&finding.category), label.also.contains(&finding.category)));
            let right = match right {
                None => "unlabelled",
                Some((true, _)) => "right",
                Some((false, true)) => "arguable",
                Some((false, false)) => "wrong",
            };
            *counts.entry((verdict, right)).or_default() += 1;
        }
        let unflagged = |label: &GoldClause| {
            label.labels.iter().filter(|label| findings.iter().all(|finding| finding.category != **label)).count()
        };
        missed += label.map_or(0, unflagged);
    }
    for ((verdict, right), count) in &counts {
        println!("{verdict:<10} {right:<11} {count:>5}");
    }
    println!("{} clauses; {missed} labels of them not flagged", clauses.len());
    Ok(())
}

fn key(text: &str) -> String {
    text.split_whitespace().collect::<String>().chars().take(80).collect()
}
