//! docs/AMENDMENTS.md says what the data and the measuring say; `UPDATE_DOCUMENT=1` writes its lists anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use ichimai::amendments::engine::Class;
use ichimai::amendments::records::Records;
use ichimai::amendments::tables::PATTERNS;

use super::Pair;
use super::measured::{left_out, unlabelled};

/// The section of each pattern of data/amendments/patterns.
fn sections() -> BTreeMap<String, String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/amendments/patterns");
    let files = fs::read_dir(folder).unwrap().map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
    let tables = files.map(|text| text.parse::<toml::Table>().unwrap());
    let patterns = tables.flat_map(|table| table["pattern"].as_array().unwrap().clone());
    let word = |pattern: &toml::Value, field: &str| pattern[field].as_str().unwrap().to_owned();
    patterns.map(|pattern| (word(&pattern, "id"), word(&pattern, "section"))).collect()
}

fn patterns() -> String {
    let sections = sections();
    let of = |class: Class| PATTERNS.iter().filter(move |pattern| pattern.class == class);
    let claimed = |class: Class| {
        let pairs: std::collections::BTreeSet<&str> =
            of(class).flat_map(|pattern| pattern.proof.iter().copied()).collect();
        pairs.into_iter().filter(|id| Records::get().precedent(id).is_some()).count()
    };
    let (a, b) = (claimed(Class::A), claimed(Class::B));
    let mut text = format!(
        "{} patterns, {} of class A and {} of class B. They claim {} of the {} pairs: {a} by class A, {b} by class B.\n\n",
        PATTERNS.len(),
        of(Class::A).count(),
        of(Class::B).count(),
        a + b,
        Pair::all().len(),
    );
    text += "| Pattern | Section | Class | What it does | Proof |\n|---|---|---|---|---|\n";
    for pattern in PATTERNS {
        let proof = pattern.proof.join("、");
        let _ = writeln!(
            text,
            "| `{}` | {} | {:?} | {} | {proof} |",
            pattern.id, sections[pattern.id], pattern.class, pattern.name
        );
    }
    text
}

fn without() -> String {
    let mut groups: BTreeMap<(&str, &str, String), Vec<String>> = BTreeMap::new();
    for pair in Pair::all() {
        if PATTERNS.iter().all(|pattern| !pattern.proof.contains(&pair.id.as_str())) {
            let (section, class) = pair.readiness();
            groups.entry((class, section, pair.pattern.clone())).or_default().push(pair.id);
        }
    }
    let count: usize = groups.values().map(Vec::len).sum();
    let mut text = format!(
        "{count} pairs are shown as 用例 and give no draft.\n\n| Class | Section | What was done | Pairs |\n|---|---|---|---|\n"
    );
    for ((class, section, done), pairs) in groups {
        let _ = writeln!(text, "| {class} | {section} | {done} | {} |", pairs.join("、"));
    }
    text
}

fn figures() -> String {
    let (told, (all, drafted)) = (left_out(), unlabelled());
    let mut text = String::from("| What | Figure | Asked |\n|---|---|---|\n");
    let lines = [
        ("precedents of other laws shown", told.shown, told.all, "90 %"),
        (
            "of those fit for drafts (A, B): a draft with nothing chosen, by a pattern that a pair of another law proves",
            told.drafted,
            told.fit,
            "60 %",
        ),
        ("… the first of them at least 0.9 like the text that the state wrote", told.near, told.fit, "45 %"),
        (
            "… a draft by any pattern, those that only pairs of the law itself prove included",
            told.drafted_by_any,
            told.fit,
            "",
        ),
        ("… the first of them at least 0.9 like", told.near_by_any, told.fit, ""),
        ("pairs of class C or D with a draft", told.dangerous.len(), told.all - told.fit, "0"),
        ("unlabelled clauses of the gold set with a draft", drafted.len(), *all, "1 %"),
    ];
    for (what, figure, of, asked) in lines {
        let _ = writeln!(text, "| {what} | {figure} of {of} | {asked} |");
    }
    text
}

#[test]
fn the_document_says_what_the_data_says() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/AMENDMENTS.md");
    let mut text = fs::read_to_string(&path).unwrap();
    for (name, part) in [("patterns", patterns()), ("pairs without a pattern", without()), ("figures", figures())] {
        let (begin, end) = (format!("<!-- data: {name} -->\n"), format!("<!-- end: {name} -->"));
        let (before, rest) = text.split_once(&begin).unwrap_or_else(|| panic!("{begin} is not in the document"));
        let (now, behind) = rest.split_once(&end).unwrap();
        if std::env::var_os("UPDATE_DOCUMENT").is_none() {
            assert_eq!(now, part, "{name}");
        }
        text = format!("{before}{begin}{part}{end}{behind}");
    }
    if std::env::var_os("UPDATE_DOCUMENT").is_some() {
        fs::write(path, text).unwrap();
    }
}
