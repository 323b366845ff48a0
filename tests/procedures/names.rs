//! Names as municipalities write them, and what the core must make of them.

use ichimai::procedures::matching::{Match, match_name};

const CASES: &str = include_str!("names.txt");

struct Case {
    expected: &'static str,
    name: String,
    context: Option<&'static str>,
}

fn cases() -> Vec<Case> {
    let lines = CASES.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| {
            let mut fields = line.split('\t');
            let expected = fields.next().unwrap();
            let name = fields.next().unwrap_or_else(|| panic!("no name: {line}")).replace('⏎', "\n");
            Case { expected, name, context: fields.next() }
        })
        .collect()
}

fn outcome(found: &Match) -> String {
    match found {
        Match::Matched { procedure, .. } => procedure.to_string(),
        Match::Asked { candidates, .. } => {
            format!("?{}", candidates.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
        }
        Match::Chosen { .. } => "chosen".to_owned(),
        Match::Foreign { .. } => "-".to_owned(),
    }
}

fn fits(expected: &str, outcome: &str) -> bool {
    match expected {
        "!" => outcome == "-" || outcome.starts_with('?'),
        "?" => outcome.starts_with('?'),
        exact => exact == outcome,
    }
}

#[test]
fn every_name_of_the_table_is_matched_asked_or_refused_as_it_should() {
    let wrong: Vec<String> = cases()
        .iter()
        .filter_map(|case| {
            let found = match_name(&case.name, case.context);
            let outcome = outcome(&found);
            (!fits(case.expected, &outcome))
                .then(|| format!("{} {:?} {:?}: {outcome} {}", case.expected, case.name, case.context, found.reason()))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
