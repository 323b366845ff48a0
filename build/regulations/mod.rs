//! The knowledge of classification: reads `data/regulations/`, refuses what contradicts itself, gives the code of its tables.
//!
//! Everything that is wrong is told at once, each with its file and entry. What is refused and why: data/regulations/README.md.

mod category;
mod code;
mod condition;
mod conjugation;
mod flat;
mod grammar;
mod language;
mod pattern;
mod rows;
mod sets;
pub mod sources;
mod spelled;
mod trust;
mod verbs;
mod words;

#[allow(dead_code, reason = "the build folds spellings and nothing else")]
#[path = "../../src/regulations/fold.rs"]
mod fold;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use category::{Category, NO_CATEGORIES};
use conjugation::Conjugations;
use grammar::Grammar;
use rows::CompiledCategory;
use words::Words;

/// Code of the tables and of the tests that the examples are.
#[derive(Debug)]
pub struct Generated {
    /// Types, letters and pieces of names for `src/regulations/names.rs`.
    pub names: String,
    /// Groups of classes for `src/regulations/senses.rs`.
    pub groups: String,
    /// Tables for `src/regulations/tables.rs`.
    pub tables: String,
    /// Every word with its class, for `src/regulations/spelled.rs`.
    pub words: Vec<u8>,
    /// Every spelling of a form, and every verb up to its ending, each with its number.
    pub forms: Vec<u8>,
    /// Stems of verbs.
    pub stems: Vec<u8>,
    /// A test for every example.
    pub examples: String,
}

/// The code of the tables, or everything that contradicts itself. `engine` is the code that may ask for classes and
/// forms by name.
///
/// # Errors
/// Unreadable files and every contradiction found in them.
pub fn generate(directory: &Path, engine: &str) -> Result<Generated, Vec<String>> {
    let words = Words::read(&text(&directory.join("words.csv"))?)?;
    let conjugations = Conjugations::read(&text(&directory.join("conjugation.toml"))?)?;
    let godan = conjugations.dictionary();
    let grammar = Grammar::read(&text(&directory.join("grammar.toml"))?, &words, &godan)?;
    let language = language::Language::read(&text(&directory.join("language.toml"))?, engine)?;
    let sources = sources::read(&text(&directory.join("sources.toml"))?)?;
    let categories = categories(directory)?;
    let mut wrong = Vec::new();
    let mut sets = sets::Sets::default();
    let compiled: Vec<_> =
        categories.iter().map(|category| rows::compile(category, &words, &grammar, &mut sets, &mut wrong)).collect();
    unasked(&words, &grammar, &compiled, engine, &mut wrong);
    let trust = trust::read(&text(&directory.join("trust.csv"))?, &categories, &mut wrong);
    words.check_categories(&categories, &mut wrong);
    sets.number(&mut wrong);
    let rows = flat::tables(&categories, &compiled, &sets, &mut wrong);
    let spellings = words.spellings();
    let folded = spellings.iter().map(|(spelling, class)| (words::folded(spelling), *class)).collect();
    let verbs = verbs::tables(&grammar, &godan, &mut wrong);
    let forms = [grammar.spellings(), verbs.spelled].concat();
    let (letters, [words_table, forms, stems]) = spelled::tables([&folded, &forms, &verbs.stems], &mut wrong);
    unproved(&categories, &sources, &mut wrong);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(Generated {
        names: code::names(&words, &grammar, &categories, &letters) + &language.code() + &sources::names(&sources),
        groups: code::groups(&grammar),
        tables: code::tables(&words, &grammar, &categories, &compiled, &sets)
            + &conjugations.code()
            + &verbs.code
            + &rows
            + &code::trust(&trust)
            + &code::spellings(&spellings)
            + &sources::said(&sources),
        words: words_table,
        forms,
        stems,
        examples: code::examples(&categories),
    })
}

/// Categories without sources, or with rows that no example proves.
fn unproved(categories: &[Category], sources: &[sources::Source], wrong: &mut Vec<String>) {
    let told: Vec<&str> = sources.iter().map(|source| source.id.as_str()).collect();
    for category in categories {
        category.check_sources(&told, wrong);
        category.unproved(wrong);
    }
}

/// Classes that no row, no group and no predicate of the engine asks for.
fn unasked(words: &Words, grammar: &Grammar, compiled: &[CompiledCategory], engine: &str, wrong: &mut Vec<String>) {
    let mut asked: BTreeSet<usize> = compiled.iter().flat_map(|category| category.asked.iter().copied()).collect();
    asked.extend(grammar.groups.values().flatten());
    for (place, class) in words.classes.iter().enumerate() {
        let name = code::camel(&class.name);
        let wanted = format!("Sense::{name}");
        let ends = |rest: &str| !rest.starts_with(|next: char| next.is_alphanumeric());
        let named = engine.split(&wanted).skip(1).any(ends);
        if !asked.contains(&place) && !named && class.against.is_empty() {
            wrong.push(format!("words.csv: no row and no predicate asks for the class {}", class.name));
        }
    }
}

fn text(path: &Path) -> Result<String, Vec<String>> {
    fs::read_to_string(path).map_err(|problem| vec![format!("{}: {problem}", path.display())])
}

/// The category files of the folder in the order that they name.
fn categories(directory: &Path) -> Result<Vec<Category>, Vec<String>> {
    let entries = fs::read_dir(directory).map_err(|problem| vec![problem.to_string()])?;
    let mut paths: Vec<_> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.retain(|path| {
        path.extension().is_some_and(|kind| kind == "toml") && !NO_CATEGORIES.iter().any(|name| path.ends_with(name))
    });
    paths.sort();
    let mut wrong = Vec::new();
    let mut categories = Vec::new();
    for path in paths {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match Category::read(&file, &text(&path)?) {
            Ok(category) => categories.push(category),
            Err(problem) => wrong.push(problem),
        }
    }
    categories.sort_by_key(|category| category.order);
    for (one, other) in categories.iter().zip(categories.iter().skip(1)) {
        if one.order == other.order || one.id == other.id {
            wrong.push(format!("{} and {}: the same order or id", one.file, other.file));
        }
    }
    if wrong.is_empty() { Ok(categories) } else { Err(wrong) }
}
