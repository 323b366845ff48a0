//! Replays what fuzzing kept and found: every case of every target, so that nothing found comes back.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "../../fuzz/targets/mod.rs"]
mod targets;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use zip::ZipArchive;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzzing").join(name)
}

/// Runs a case and says which one it was if it breaks the law.
fn replay(target: &targets::Target, case: &str, bytes: &[u8]) {
    let outcome = std::panic::catch_unwind(|| (target.law)(bytes));
    assert!(outcome.is_ok(), "{} breaks its law on {case}", target.name);
}

#[test]
fn every_kept_case_of_every_target_keeps_the_law() {
    for target in &targets::ALL {
        let path = folder("kept").join(format!("{}.zip", target.name));
        let file = File::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut archive = ZipArchive::new(file).unwrap();
        assert!(archive.len() > 4, "{} keeps only {} cases", target.name, archive.len());
        for index in 0..archive.len() {
            let mut member = archive.by_index(index).unwrap();
            let (case, mut bytes) = (member.name().unwrap().into_owned(), Vec::new());
            member.read_to_end(&mut bytes).unwrap();
            replay(target, &case, &bytes);
        }
    }
}

#[test]
fn every_input_that_once_broke_a_law_keeps_it_now() {
    let Ok(entries) = std::fs::read_dir(folder("found")) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let target = targets::ALL.iter().find(|target| name.starts_with(&format!("{}-", target.name)));
        replay(target.unwrap_or_else(|| panic!("{name} names no target")), &name, &std::fs::read(&path).unwrap());
    }
}
