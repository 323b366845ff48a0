//! The texts in a folder of source, and the tables of classification: what they weigh at most as data of the module.

use std::path::Path;

use anyhow::{Context, Result};
use ichimai::regulations::entries::Facts;
use ichimai::regulations::names::LETTERS;
use ichimai::regulations::tables::{
    ALONE, CATEGORIES, CLASSES, CONDITIONS, ENDINGS, FORM_SETS, FORMS, PLACES, READINGS, ROWS, SENSES, SENTENCES, SETS,
    SOURCES, STEMS, TAILS, TRUST, VERB_ROWS, VERBS, WORDS,
};

/// What a text weighs beside its letters: pointer, length and the word that it stands beside in a table.
const BESIDE: usize = 12;
/// Pointer and length of a list or a text in the module, whose pointers have four bytes.
const SLICE: usize = 8;
/// What an entry of facts weighs beside its texts.
const ENTRY: usize = 8;

/// Bytes of all texts in the Rust files below a folder, comments left out.
pub fn below(folder: &Path) -> Result<usize> {
    let mut sum = 0;
    for entry in std::fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            sum += below(&path)?;
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            sum += of_file(&path)?;
        }
    }
    Ok(sum)
}

/// Bytes of the tables that the build makes of data/regulations, as the module has them: entries without pointers as wide
/// as on this machine, tables of bytes as long as they are, texts once each with pointer and length. Names of rows,
/// classes and forms are for those who write rows: nothing in the page asks for them.
pub fn of_tables() -> usize {
    let flat = size_of_val(&CLASSES) + size_of_val(&SENSES) + size_of_val(&TAILS) + size_of_val(&ENDINGS);
    let rows = size_of_val(&ROWS) + size_of_val(&PLACES) + size_of_val(&CONDITIONS) + size_of_val(&TRUST);
    let sets = size_of_val(&SETS) + size_of_val(&ALONE) + size_of_val(&FORM_SETS);
    let readings: usize = READINGS.iter().map(|readings| size_of_val(*readings) + SLICE).sum();
    let spelled = WORDS.len() + FORMS.len() + STEMS.len() + LETTERS.len() + SLICE;
    let verbs = size_of_val(&VERBS) + size_of_val(&VERB_ROWS);
    let facts: usize = CATEGORIES.iter().map(of_facts).sum();
    flat + rows + sets + readings + spelled + verbs + facts + texts(&SENTENCES) + texts(&SOURCES)
}

fn of_facts(facts: &Facts) -> usize {
    let phases = facts.phases.map_or(0, |(phases, _)| texts(&phases));
    let own = texts(&[facts.id, facts.name, facts.short, facts.definition.0]) + texts(&facts.sought);
    ENTRY + SLICE + own + phases + texts(facts.technologies.0)
}

fn texts(texts: &[&str]) -> usize {
    texts.iter().map(|text| text.len() + SLICE).sum()
}

/// Bytes of all texts of a file, comments left out.
pub fn of_file(file: &Path) -> Result<usize> {
    let text = std::fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    Ok(in_source(&text))
}

fn in_source(source: &str) -> usize {
    let without_comments: Vec<&str> = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let (mut sum, mut inside, mut escaped) = (0, false, false);
    for character in without_comments.join("\n").chars() {
        match (inside, character) {
            (true, _) if escaped => escaped = false,
            (true, '\\') => escaped = true,
            (_, '"') => {
                sum += if inside { 0 } else { BESIDE };
                inside = !inside;
            }
            (true, other) => sum += other.len_utf8(),
            (false, _) => {}
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_weighed_in_bytes_and_comments_are_not() {
        assert_eq!(in_source("// \"no\"\nlet a = \"検査\"; // b\n"), 6 + BESIDE);
        assert_eq!(in_source("(\"a\\\"b\", 'c')"), 2 + BESIDE);
    }
}
