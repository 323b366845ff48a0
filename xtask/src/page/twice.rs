//! The same page twice: here, and from a copy of the tree in another folder, each from its own cargo target folder.
//!
//! What is compared is the whole file that officers receive: compiled code, glue, markup, policy and licences. What the
//! two builds share, and the comparison therefore cannot show: the machine, the compiler and cargo's package cache.
//! Both run at the same time, since most of a release build is one long link on one core.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use sha2::{Digest, Sha256};

use super::wasm::Profile;
use super::{Built, commit, hexadecimal, make, write};
use crate::command::root;

/// What is no source: products and installed packages.
const LEFT_BEHIND: [&str; 5] = ["target", "dist", "node_modules", "out", ".git"];

/// Builds twice and writes the page when both builds are the same.
pub fn build(profile: Profile) -> Result<PathBuf> {
    let (here, commit) = (root(), commit::current(&root()));
    let copy = std::env::temp_dir().join(format!("ichimai-second-build-{}", std::process::id()));
    copy_tree(&here, &copy)?;
    println!("Building the page twice: here and in {}", copy.display());
    let (first, second) = std::thread::scope(|scope| {
        let second = scope.spawn(|| make(&copy, profile, &commit));
        (make(&here, profile, &commit), second.join())
    });
    std::fs::remove_dir_all(&copy).with_context(|| format!("removing {}", copy.display()))?;
    let (first, second) = (first?, second.map_err(|_| anyhow!("the second build broke off"))??);
    if let Some(difference) = difference(&first, &second) {
        bail!("two builds of this commit differ: {difference}");
    }
    println!("Two builds from different folders gave the same bytes.");
    write(&first, profile, &commit)
}

/// What differs between two builds, the innermost part first.
fn difference(first: &Built, second: &Built) -> Option<String> {
    let parts = [
        ("the compiled module", first.wasm.as_slice(), second.wasm.as_slice()),
        ("the glue", first.glue.as_bytes(), second.glue.as_bytes()),
        ("the page around them", first.text.as_bytes(), second.text.as_bytes()),
    ];
    parts.into_iter().find(|(_, first, second)| first != second).map(|(name, first, second)| {
        let place = first.iter().zip(second).take_while(|(one, other)| one == other).count();
        let hash = |bytes: &[u8]| hexadecimal(&Sha256::digest(bytes));
        format!("{name} from byte {place} on (SHA-256 {} and {})", hash(first), hash(second))
    })
}

fn copy_tree(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to).with_context(|| format!("making {}", to.display()))?;
    for entry in std::fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if LEFT_BEHIND.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        if path.is_dir() {
            copy_tree(&path, &target)?;
        } else {
            std::fs::copy(&path, &target).with_context(|| format!("copying {}", path.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built(wasm: &[u8], text: &str) -> Built {
        Built { text: text.to_owned(), wasm: wasm.to_vec(), glue: String::new() }
    }

    #[test]
    fn a_difference_is_named_by_its_innermost_part_and_place() {
        assert_eq!(difference(&built(b"abc", "x"), &built(b"abc", "x")), None);
        let module = difference(&built(b"abc", "x"), &built(b"abd", "y")).unwrap();
        assert!(module.starts_with("the compiled module from byte 2 on"), "{module}");
        let around = difference(&built(b"abc", "x"), &built(b"abc", "xy")).unwrap();
        assert!(around.starts_with("the page around them from byte 1 on"), "{around}");
    }

    #[test]
    fn a_copy_holds_the_sources_and_leaves_products_behind() {
        let folder = std::env::temp_dir().join(format!("ichimai-copy-test-{}", std::process::id()));
        for path in ["from/src/a.rs", "from/target/b", "from/tests/browser/node_modules/c", "from/.cargo/config.toml"] {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "x").unwrap();
        }
        copy_tree(&folder.join("from"), &folder.join("to")).unwrap();
        let there = |path: &str| folder.join("to").join(path).exists();
        assert!(there("src/a.rs") && there(".cargo/config.toml"));
        assert!(!there("target") && !there("tests/browser/node_modules"));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
