//! Every finding on all labelled clauses and on the city list, frozen: what a change of words or rows does shows here.
//!
//! A line a clause with findings: its hash, then for each finding category, verdict, score and the hash of reason, evidence
//! and basis. `UPDATE_FINDINGS=1 cargo test --test regulations snapshot` writes it anew, for a commit that means to.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use ichimai::clause::Clause;
use ichimai::regulations::{Finding, Verdict, Workspace};

use crate::CLASSIFIER;

const GOLD: [&str; 5] = ["clauses", "read", "opened", "kept", "written"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

fn gold(name: &str) -> Vec<Clause> {
    let text = fs::read_to_string(root().join(format!("data/gold/{name}.jsonl"))).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn city() -> Vec<Clause> {
    let text = fs::read_to_string(root().join("tests/golden/city_ordinances.csv")).unwrap();
    let field = |row: &csv::StringRecord, place: usize| row.get(place).unwrap_or("").to_owned();
    csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes())
        .records()
        .map(Result::unwrap)
        .map(|row| Clause {
            title: field(&row, 1).into(),
            article: field(&row, 2),
            caption: field(&row, 3),
            text: field(&row, 4),
            ..Clause::default()
        })
        .collect()
}

fn line(clause: &Clause, findings: &[Finding]) -> String {
    let mut line = format!("{:016x}", hash(&format!("{}{}{}", clause.title, clause.article, clause.text)));
    for finding in findings {
        let sign = if finding.verdict == Verdict::Candidate { '+' } else { '?' };
        let rest = format!("{}{:?}{:?}{}", finding.reason, finding.evidence, finding.basis, finding.digital);
        write!(line, " {}{sign}{}:{:04x}", finding.category.id(), finding.score, hash(&rest) & 0xffff).unwrap();
    }
    line + "\n"
}

#[test]
fn the_findings_are_those_that_were_frozen() {
    let mut space = Workspace::default();
    let mut now = String::new();
    for clause in GOLD.into_iter().flat_map(gold).chain(city()) {
        let findings = CLASSIFIER.classify_with(&clause, &mut space);
        if !findings.is_empty() {
            now += &line(&clause, &findings);
        }
    }
    let path = root().join("tests/regulations/snapshots/findings.txt");
    if env::var_os("UPDATE_FINDINGS").is_some() {
        fs::write(&path, &now).unwrap();
    }
    assert_same(&path, &now);
}

fn assert_same(path: &Path, now: &str) {
    let before = fs::read_to_string(path).unwrap_or_default();
    let gone: Vec<&str> = before.lines().filter(|line| !now.contains(line)).collect();
    let new: Vec<&str> = now.lines().filter(|line| !before.contains(line)).collect();
    assert!(
        gone.is_empty() && new.is_empty(),
        "{} lines gone, {} new, such as\n{}\n{}",
        gone.len(),
        new.len(),
        gone.iter().take(5).copied().collect::<Vec<_>>().join("\n"),
        new.iter().take(5).copied().collect::<Vec<_>>().join("\n")
    );
}
