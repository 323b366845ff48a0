//! Every example of data/regulations is a test of its own name: its verdict, the row that says so, the rows that hold
//! beside it and those that their exceptions keep from holding.

use ichimai::clause::Clause;
use ichimai::regulations::rule::{Failure, named};
use ichimai::regulations::{Category, Verdict};

use crate::CLASSIFIER;

include!(concat!(env!("OUT_DIR"), "/regulations_examples.rs"));

/// An example as its file tells it.
struct Example {
    title: &'static str,
    caption: &'static str,
    text: &'static str,
    verdict: &'static str,
    row: Option<&'static str>,
    also: &'static [&'static str],
    not: &'static [&'static str],
}

fn example(category: &str, example: &Example) {
    let category = Category::from_id(category).unwrap();
    let title = if example.title.is_empty() { "試験条例" } else { example.title };
    let (caption, text) = (example.caption.to_owned(), example.text.to_owned());
    let clause = Clause { title: title.into(), caption, text, ..Clause::default() };
    let finding = CLASSIFIER.classify(&clause).into_iter().find(|finding| finding.category == category);
    let found = match finding.as_ref().map(|finding| finding.verdict) {
        Some(Verdict::Candidate) => "candidate",
        Some(Verdict::Check) => "check",
        None => "none",
    };
    let trials: Vec<_> = CLASSIFIER.trials(&clause).into_iter().filter(|trial| trial.category == category).collect();
    let tried = |wanted: &dyn Fn(Option<Failure>) -> bool| -> Vec<&str> {
        trials.iter().filter(|trial| wanted(trial.failure)).map(|trial| named(trial.row).0).collect()
    };
    let (held, kept) =
        (tried(&|failure| failure.is_none()), tried(&|failure| matches!(failure, Some(Failure::Unless(_)))));
    let told = format!("{}{}{}: {held:?} hold, {kept:?} are kept", example.title, example.caption, example.text);
    assert_eq!(found, example.verdict, "{told}");
    match finding {
        Some(finding) => assert_eq!(finding.row.map(|row| named(row).0), example.row, "{told}"),
        None => assert!(example.row.is_none_or(|row| held.contains(&row)), "{:?} does not hold: {told}", example.row),
    }
    assert!(example.also.iter().all(|row| held.contains(row)), "{:?} do not all hold: {told}", example.also);
    assert!(example.not.iter().all(|row| kept.contains(row)), "{:?} are not all kept: {told}", example.not);
}

/// For those who write examples: `TRY=FILE` of tab-separated category, title, caption and text, one a line.
#[test]
fn tried() {
    let Ok(file) = std::env::var("TRY") else { return };
    for line in std::fs::read_to_string(file).unwrap().lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [id, title, caption, text] = fields[..] else { continue };
        let title = if title.is_empty() { "試験条例" } else { title };
        let text = text.replace("\\n", "\n");
        let clause = Clause { title: title.into(), caption: caption.to_owned(), text, ..Clause::default() };
        let category = Category::from_id(id).unwrap();
        let finding = CLASSIFIER.classify(&clause).into_iter().find(|finding| finding.category == category);
        let found = finding.map(|finding| (finding.verdict, finding.row.map(|row| named(row).0)));
        println!("{id}\t{found:?}\t{}", clause.text.replace('\n', "↵"));
        for trial in CLASSIFIER.trials(&clause).into_iter().filter(|trial| trial.category == category) {
            let act = &clause.text[trial.act.start as usize..trial.act.end as usize];
            match trial.failure {
                None => println!("  {act} ○ {}", named(trial.row).0),
                Some(failure @ Failure::Unless(_)) => println!("  {act} × {} {failure:?}", named(trial.row).0),
                Some(_) => {}
            }
        }
    }
}
