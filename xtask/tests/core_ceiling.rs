//! `cargo xtask core ceiling` as a program sees it: one JSON object on the last line, exit code 2 and a message for bad input.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::process::{Command, Output};

use serde_json::Value;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(["core", "ceiling"]).args(arguments).output().unwrap()
}

fn report(arguments: &[&str]) -> Value {
    let output = run(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    serde_json::from_str(text.lines().last().unwrap()).unwrap()
}

#[test]
fn numbers_are_read_as_officers_type_them() {
    for population in ["63000", "63,000", "６３，０００人", "6.3万人", "六万三千"] {
        assert_eq!(report(&["--population", population])["population"], 63_000, "{population}");
    }
    let costs = [["--cost=30000000"], ["--cost=3,000万円"], ["--cost=0.3億円"]];
    for [cost] in costs {
        let report = report(&["--population=6353", cost]);
        assert_eq!(report["programmes"][1]["grant"]["as_eligible_cost"], 10_477_670, "{cost}");
    }
}

#[test]
fn bad_input_ends_with_code_2_and_says_why_on_stderr_only() {
    let cases: [(&[&str], &str); 9] = [
        (&[], "--population is needed"),
        (&["--population"], "needs a value"),
        (&["--population", "many"], "cannot be read"),
        (&["--population", "-1"], "negative"),
        (&["--population", "0"], "zero"),
        (&["--population", "20000001"], "above 20000000"),
        (&["--population", "5", "--cost", "-1"], "negative"),
        (&["--population", "5", "--as-of", "2021-02-30"], "not a date"),
        (&["--population", "5", "--people", "6"], "unknown option"),
    ];
    for (arguments, message) in cases {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(message), "{arguments:?}");
    }
}

#[test]
fn the_same_question_has_the_same_bytes() {
    let arguments = ["--population", "100000", "--cost", "80000000", "--as-of", "2022-01-01"];
    assert_eq!(run(&arguments).stdout, run(&arguments).stdout);
}
