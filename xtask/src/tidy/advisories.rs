//! Advisories that were published for crates of the page: the lock file holds none of the faulty versions.
//!
//! A hand-kept list, not a database: it was read from the `RustSec` advisories on 2026-11-26, in a copy that reaches at
//! least to RUSTSEC-2026-0195 (2026-06-29), for the crates that read what officers open or that had advisories before.
//! With a network, `cargo audit --deny warnings` asks for all crates and for what came later (docs/DEPENDENCIES.md).

use std::path::Path;

use anyhow::{Context, Result};

use crate::page::parts::checksums;

/// Crate, advisory, first version without the fault; no version where every one is affected.
const PUBLISHED: [(&str, &str, Option<[u64; 3]>); 10] = [
    ("bincode", "RUSTSEC-2025-0141 (no longer maintained)", None),
    ("bumpalo", "RUSTSEC-2022-0078", Some([3, 11, 1])),
    ("futures-task", "RUSTSEC-2020-0060", Some([0, 3, 6])),
    ("futures-util", "RUSTSEC-2020-0059", Some([0, 3, 7])),
    ("hashbrown", "RUSTSEC-2024-0402", Some([0, 15, 1])),
    ("quick-xml", "RUSTSEC-2026-0194", Some([0, 41, 0])),
    ("quick-xml", "RUSTSEC-2026-0195", Some([0, 41, 0])),
    ("slab", "RUSTSEC-2025-0047", Some([0, 4, 11])),
    ("zip", "RUSTSEC-2025-0168", Some([2, 3, 0])),
    ("zlib-rs", "RUSTSEC-2024-0401", Some([0, 4, 0])),
];

/// Complaints about locked versions with a published fault.
///
/// # Errors
/// There is no lock file.
pub fn check(root: &Path) -> Result<Vec<String>> {
    Ok(faulty(&std::fs::read_to_string(root.join("Cargo.lock")).context("reading Cargo.lock")?))
}

fn faulty(lock: &str) -> Vec<String> {
    let locked = checksums(lock);
    let of = |(name, advisory, fixed): &(&str, &str, Option<[u64; 3]>)| {
        let versions = locked.keys().filter(|(locked, _)| locked == name).map(|(_, version)| version);
        let bad = versions.filter(|version| fixed.is_none_or(|fixed| numbers(version) < fixed));
        bad.map(|version| format!("Cargo.lock: {name} {version} has {advisory}")).collect::<Vec<_>>()
    };
    PUBLISHED.iter().flat_map(of).collect()
}

fn numbers(version: &str) -> [u64; 3] {
    let mut parts = version.split(['.', '-', '+']).map(|part| part.parse().unwrap_or(0));
    [(); 3].map(|()| parts.next().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock(name: &str, version: &str) -> String {
        format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\nchecksum = \"0\"\n")
    }

    #[test]
    fn a_locked_version_below_the_repaired_one_is_named_with_its_advisory() {
        assert_eq!(faulty(&lock("quick-xml", "0.41.0")), Vec::<String>::new());
        let named = faulty(&lock("quick-xml", "0.40.9"));
        assert_eq!(named.len(), 2);
        assert!(named.iter().all(|line| line.contains("quick-xml 0.40.9 has RUSTSEC-2026-019")), "{named:?}");
        assert_eq!(faulty(&lock("slab", "0.4.9")).len(), 1, "numbers are compared as numbers");
    }

    #[test]
    fn a_crate_that_is_affected_in_every_version_is_named() {
        assert_eq!(faulty(&lock("bincode", "1.3.3")).len(), 1);
    }
}
