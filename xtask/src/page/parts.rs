//! What is in the page: every crate that is compiled into it, as the lock file has it.
//!
//! Asked of cargo with the page's own features and target, so that what only builds or tests is left out, and joined
//! with the checksums of `Cargo.lock`. No network: licences come from the packages' own metadata.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use super::wasm;
use crate::command::Program;

/// One crate of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its locked version.
    pub version: String,
    /// Its licence as an SPDX expression.
    pub licence: String,
    /// SHA-256 of its package, as locked; the compiler's own library has none.
    pub checksum: Option<String>,
    /// Folder of its source, where its licence's text lies.
    pub folder: Option<PathBuf>,
    /// Who wrote it, as its metadata says.
    pub authors: Vec<String>,
}

/// All parts by name: the crates of the registry and the compiler's library.
///
/// # Errors
/// cargo or the compiler cannot tell, or the lock file lacks a crate.
pub fn of_page(root: &Path) -> Result<Vec<Part>> {
    let tree = Program::cargo()
        .folder(root)
        .arguments(["tree", "--locked", "--edges", "normal,no-proc-macro"])
        .arguments(["--prefix", "none", "--format", "{p}"])
        .arguments(wasm::SELECTION)
        .output()
        .context("cargo tree --locked failed: is Cargo.lock up to date?")?;
    let lock = std::fs::read_to_string(root.join("Cargo.lock"))?;
    let checksums = checksums(&lock);
    let described = described(root)?;
    let mut parts = vec![library()?];
    for (name, version) in named(&tree) {
        let key = (name.clone(), version.clone());
        let Some(checksum) = checksums.get(&key) else { continue };
        let package = described.get(&key).with_context(|| format!("{name} {version} is not in cargo's metadata"))?;
        let folder = Path::new(text(package, "manifest_path")).parent().map(Path::to_path_buf);
        let licence = text(package, "license").replace('/', " OR ");
        let authors = package.get("authors").and_then(Value::as_array).into_iter().flatten();
        let authors = authors.filter_map(Value::as_str).map(|author| plain_name(author).to_owned()).collect();
        parts.push(Part { name, version, licence, checksum: Some(checksum.clone()), folder, authors });
    }
    parts.sort_by(|left, right| (&left.name, &left.version).cmp(&(&right.name, &right.version)));
    Ok(parts)
}

/// The compiler's library, whose source comes with the compiler and not with the lock file.
fn library() -> Result<Part> {
    let version = wasm::compiler().argument("--version").output().context("the compiler does not tell its version")?;
    let version = version.split(' ').nth(1).unwrap_or_default().to_owned();
    let authors = vec!["The Rust Project contributors".to_owned()];
    let licence = "MIT OR Apache-2.0".to_owned();
    Ok(Part { name: "rust-std".to_owned(), version, licence, checksum: None, folder: None, authors })
}

/// Names and versions of a tree printed without prefixes: `name v1.2.3 (…)`, each once.
fn named(tree: &str) -> Vec<(String, String)> {
    let mut named: Vec<(String, String)> = tree
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned()))
        })
        .collect();
    named.sort();
    named.dedup();
    named
}

/// The checksums of a lock file by name and version; the workspace's own packages have none.
pub fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let value = |block: &str, key: &str| {
        let line = block.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"'));
        line.map(str::to_owned)
    };
    lock.split("[[package]]")
        .filter_map(|block| Some(((value(block, "name")?, value(block, "version")?), value(block, "checksum")?)))
        .collect()
}

/// cargo's metadata of every locked package, by name and version.
fn described(root: &Path) -> Result<BTreeMap<(String, String), Value>> {
    let metadata = Program::cargo()
        .folder(root)
        .arguments(["metadata", "--format-version=1", "--locked", "--all-features"])
        .output()
        .context("cargo metadata --locked failed: is Cargo.lock up to date?")?;
    let mut metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata.get_mut("packages").and_then(Value::as_array_mut).context("no packages")?;
    let key = |package: &Value| (text(package, "name").to_owned(), text(package, "version").to_owned());
    Ok(packages.drain(..).map(|package| (key(&package), package)).collect())
}

fn text<'a>(package: &'a Value, field: &str) -> &'a str {
    package.get(field).and_then(Value::as_str).unwrap_or("")
}

/// 「Name <address>」 without the address: the page names no address.
fn plain_name(author: &str) -> &str {
    author.split('<').next().unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::root;

    #[test]
    fn every_part_has_a_version_a_licence_and_the_checksum_of_the_lock_file() {
        let parts = of_page(&root()).unwrap();
        let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
        for part in parts.iter().filter(|part| part.name != "rust-std") {
            let block = format!("name = \"{}\"\nversion = \"{}\"\n", part.name, part.version);
            let (_, rest) = lock.split_once(&block).unwrap_or_else(|| panic!("{part:?} is not locked"));
            let line = format!("checksum = \"{}\"", part.checksum.clone().unwrap());
            assert!(rest.split("[[package]]").next().unwrap().contains(&line), "{part:?}");
            assert!(!part.licence.is_empty() && !part.licence.contains('/'), "{part:?}");
        }
    }

    #[test]
    fn what_only_builds_or_tests_is_no_part_of_the_page() {
        let names: Vec<String> = of_page(&root()).unwrap().into_iter().map(|part| part.name).collect();
        for inside in ["rust-std", "quick-xml", "rust_xlsxwriter", "serde_json", "wasm-bindgen", "web-sys", "zip"] {
            assert!(names.iter().any(|name| name == inside), "{inside} is missing");
        }
        for outside in ["ichimai", "criterion", "calamine", "toml", "syn", "serde_derive", "proptest", "anyhow"] {
            assert!(!names.iter().any(|name| name == outside), "{outside} is listed");
        }
    }

    #[test]
    fn a_printed_tree_gives_each_crate_once() {
        let tree = "a v0.1.0 (/folder)\nb-c v1.2.3\nb-c v1.2.3 (*)\n";
        assert_eq!(named(tree), [("a".into(), "0.1.0".into()), ("b-c".into(), "1.2.3".into())]);
    }
}
