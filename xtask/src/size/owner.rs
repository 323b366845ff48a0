//! Whose a function is: a module of the project, a crate, or the compiler's library.
//!
//! A generic function of a library that is compiled for a type of the project counts for the project: it is there
//! because of it.

/// Crates of the compiler's own library.
const LIBRARY: [&str; 9] = [
    "std",
    "core",
    "alloc",
    "dlmalloc",
    "compiler_builtins",
    "hashbrown_std",
    "panic_abort",
    "rustc_demangle",
    "__rustc",
];

/// The part of the page: a module of the project, else a crate, else the library.
pub fn part(name: &str) -> String {
    if let Some(module) = after(name, "ichimai::") {
        return module.to_owned();
    }
    match of_crate(name) {
        Some(found) if !of_library(found) => format!("crate {found}"),
        Some(_) => "the compiler's library".to_owned(),
        None => "glue without a path".to_owned(),
    }
}

/// The first crate that a name speaks of beside the library, else the library.
pub fn of_crate(name: &str) -> Option<&str> {
    let crates = paths(name).filter_map(|path| path.split_once("::").map(|(first, _)| first));
    let mut first = None;
    for found in crates.filter(|found| !found.is_empty()) {
        if !of_library(found) {
            return Some(found);
        }
        first = first.or(Some(found));
    }
    first
}

/// Whether a crate is of the compiler's library.
pub fn of_library(name: &str) -> bool {
    LIBRARY.contains(&name)
}

fn after<'a>(name: &'a str, prefix: &str) -> Option<&'a str> {
    let path = paths(name).find(|path| path.starts_with(prefix))?;
    path.get(prefix.len()..)?.split("::").next().filter(|module| !module.is_empty())
}

/// The paths that a name holds: runs of letters, digits, `_` and `::`; `>::next` goes on from a type and begins none.
fn paths(name: &str) -> impl Iterator<Item = &str> {
    name.split(|character: char| !(character.is_alphanumeric() || character == '_' || character == ':'))
        .filter(|path| path.contains("::") && !path.starts_with(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_counts_for_the_project_before_a_crate_and_for_a_crate_before_the_library() {
        for (name, expected) in [
            ("ichimai::reading::read", "reading"),
            ("<ichimai::regulations::tail::Tails>::of", "regulations"),
            ("core::slice::sort::quicksort::<ichimai::review::key::ClauseKey, _>", "review"),
            ("<alloc::vec::Vec<zip::types::Data> as core::ops::drop::Drop>::drop", "crate zip"),
            ("<zopfli::lz77::Store as core::clone::Clone>::clone", "crate zopfli"),
            ("<core::slice::Iter<u8> as core::iter::Iterator>::next::fold", "the compiler's library"),
            ("core::fmt::write", "the compiler's library"),
            ("__externref_table_alloc", "glue without a path"),
        ] {
            assert_eq!(part(name), expected, "{name}");
        }
    }
}
