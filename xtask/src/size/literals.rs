//! The texts in a folder of source, and the tables of classification: what they weigh at most as data of the module.

use std::mem::size_of;
use std::path::Path;

use anyhow::{Context, Result};
use ichimai::regulations::rule::{Condition, Row};
use ichimai::regulations::tables::{CLASSES, FORMS, READINGS, SETS};

/// What a text weighs beside its letters: pointer, length and the word that it stands beside in a table.
const BESIDE: usize = 12;

/// Bytes of all texts in the Rust files below a folder, comments left out.
pub fn below(folder: &Path) -> Result<usize> {
    let mut sum = 0;
    for entry in std::fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            sum += below(&path)?;
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            let text = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            sum += in_source(&text);
        }
    }
    Ok(sum)
}

/// Bytes of the tables that the build makes of data/regulations: texts once for every entry that names them, and the
/// entries as wide as on this machine, whose pointers are twice those of the module.
pub fn of_tables() -> usize {
    let words: usize = CLASSES.iter().map(|class| class.name.len() + class.spellings.len() + 4 * BESIDE).sum();
    let forms: usize = FORMS.iter().map(|(_, name, spellings)| name.len() + spellings.len() + 2 * BESIDE).sum();
    let rows = READINGS.iter().flat_map(|readings| readings.iter()).flat_map(|reading| reading.rows);
    words + forms + SETS.len() * 32 + rows.map(row).sum::<usize>()
}

fn row(row: &Row) -> usize {
    let conditions = row.when.iter().map(|any| any.len()).sum::<usize>() + row.unless.len();
    let texts = row.because.len() + row.doubt.len();
    texts + size_of::<Row>() + size_of_val(row.with) + conditions * size_of::<Condition>()
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
