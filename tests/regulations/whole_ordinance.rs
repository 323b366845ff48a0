//! A whole ordinance of the city list, clause by clause.

use std::fmt::Write;

use ichimai::clause::Clause;
use ichimai::regulations::Verdict;

use crate::CLASSIFIER;

fn ordinance(title: &str) -> Vec<Clause> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/city_ordinances.csv");
    let text = std::fs::read_to_string(path).unwrap();
    csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes())
        .records()
        .map(Result::unwrap)
        .filter(|row| &row[1] == title)
        .map(|row| Clause {
            kind: row[0].into(),
            title: row[1].into(),
            article: row[2].to_owned(),
            caption: row[3].to_owned(),
            text: row[4].to_owned(),
            ..Clause::default()
        })
        .collect()
}

#[test]
fn the_ordinance_on_pet_cemeteries_reads_as_before() {
    let mut lines = String::new();
    for clause in ordinance("三郷市ペット霊園の設置の許可等に関する条例") {
        writeln!(lines, "{} {}", clause.article, clause.caption).unwrap();
        for finding in CLASSIFIER.classify(&clause) {
            let mark = if finding.verdict == Verdict::Candidate { "候補" } else { "要精査" };
            writeln!(lines, "  {mark} {} {}", finding.score, finding.reason).unwrap();
        }
    }
    insta::assert_snapshot!(lines);
}
