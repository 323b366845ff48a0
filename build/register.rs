//! `data/sources.toml` as a register: every file of `data/` and every figure that the page's words name has sources there.
//!
//! Which figures the words name is read by `cargo xtask tidy`; here stands what the register may say.

use std::collections::BTreeSet;

use serde::Deserialize;

/// What stands in place of an id where each entry names its own source, checked where the entries are read.
const ENTRIES: &str = "entries";

/// What the register says, whatever else its file holds.
#[derive(Debug, Deserialize)]
struct Register {
    sources: Vec<Known>,
    files: Vec<Covered>,
    said: Vec<Said>,
}

#[derive(Debug, Deserialize)]
struct Known {
    id: String,
}

/// A file or a folder (ending in `/`) of `data/`; the longest path that fits a file covers it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Covered {
    path: String,
    from: Vec<String>,
}

/// A figure as the page's words have it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    text: String,
    from: Vec<String>,
}

/// Checks the register against the files of `data/`, given as paths below it, and the ids of further sources.
///
/// # Errors
/// Everything that has no source, and everything that the register names in vain.
pub fn check(text: &str, files: &[String], further: &[String]) -> Result<(), Vec<String>> {
    let register: Register = toml::from_str(text).map_err(|problem| vec![format!("sources.toml: {problem}")])?;
    let known: BTreeSet<&str> = register.sources.iter().map(|source| source.id.as_str()).collect();
    let known = |id: &String| id == ENTRIES || known.contains(id.as_str()) || further.contains(id);
    let mut wrong = Vec::new();
    let named = register.files.iter().map(|file| (&file.path, &file.from));
    for (what, from) in named.chain(register.said.iter().map(|said| (&said.text, &said.from))) {
        if what.trim().is_empty() || from.is_empty() {
            wrong.push(format!("sources.toml: {what:?} names no source"));
        }
        for id in from.iter().filter(|id| !known(id)) {
            wrong.push(format!("sources.toml: {what:?} names the unknown source {id:?}"));
        }
    }
    let mut used = BTreeSet::new();
    for file in files {
        let fits = register.files.iter().map(|covered| covered.path.as_str()).filter(|path| covers(path, file));
        match fits.max_by_key(|path| path.len()) {
            Some(path) => drop(used.insert(path)),
            None => wrong.push(format!("data/{file}: no source stands in sources.toml")),
        }
    }
    for covered in register.files.iter().filter(|covered| !used.contains(covered.path.as_str())) {
        wrong.push(format!("sources.toml: {:?} is no file of data/", covered.path));
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

fn covers(path: &str, file: &str) -> bool {
    if path.ends_with('/') { file.starts_with(path) } else { file == path }
}
