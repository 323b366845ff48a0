//! The facts about the 31 procedures: reads `data/procedures/*.csv`, checks them, gives the code of their tables.
//!
//! Everything that is wrong is told at once, each with its file and entry. The rules of the check are those of the
//! facts: 31 = 子育て 15 + 介護 11 + 被災者支援 1 + 自動車 4, every entry and every survey with a source, no name or shorthand that two
//! procedures claim, no word that two concepts claim, sums as the documents print them.

mod catalogue;
mod comparison;
mod lexicon;
mod papers;
mod rules;
mod table;

#[path = "../../src/procedures/folding/mod.rs"]
mod folding;

use std::path::Path;

/// The code of the tables, each under the name of the file that a module of `src/procedures` takes in, or everything that
/// contradicts itself.
///
/// # Errors
/// Unreadable files and every contradiction found in them.
pub fn generate(directory: &Path) -> Result<Vec<(&'static str, String)>, Vec<String>> {
    let read = |name: &str| table::read(&directory.join(name)).map_err(|problem| vec![problem]);
    let papers = std::fs::read_to_string(directory.join("papers.toml"))
        .map_err(|problem| vec![format!("papers.toml: {problem}")])?;
    let lexicon = lexicon::Lexicon::new(&read("words.csv")?, &read("compounds.csv")?);
    let rules = read("rules.csv")?;
    let parts = [
        ("procedures_catalogue.rs", catalogue::code(&read("catalogue.csv")?)),
        (
            "procedures_rules.rs",
            lexicon.as_ref().map_or_else(|_| Ok(String::new()), |found| rules::code(&rules, found)),
        ),
        ("procedures_words.rs", lexicon.map(|lexicon| lexicon.code())),
        ("procedures_towns.rs", comparison::code(&read("yamaguchi.csv")?)),
        ("procedures_papers.rs", papers::code(&papers)),
    ];
    let (mut tables, mut contradictions) = (Vec::new(), Vec::new());
    for (name, part) in parts {
        match part {
            Ok(code) => tables.push((name, code)),
            Err(found) => contradictions.extend(found),
        }
    }
    if contradictions.is_empty() { Ok(tables) } else { Err(contradictions) }
}
