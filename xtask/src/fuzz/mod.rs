//! `cargo xtask fuzz [TARGET…] [--minutes N]`: looks for bytes that break a law of `fuzz/targets`.
//!
//! libFuzzer, guided by coverage, on the stable compiler: the counters are LLVM's own pass, asked for by flags. Each
//! target starts from its kept cases (`tests/fuzzing/kept`) and the files of its kind in `tests/golden`, and what it learns
//! goes back there; an input that breaks a
//! law is left in `tests/fuzzing/found`, which every test run replays.

mod cases;
mod outcome;
mod seeds;

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

use crate::command::{Program, root};
use crate::debian;
use outcome::Outcome;

/// Counters for each edge, the table that names them, and comparisons, which the fuzzer learns constants from.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";
/// Minutes a target runs when nothing else is asked.
const MINUTES: f64 = 2.0;
/// Longest input, in bytes: enough for a workbook with some sheets.
const LONGEST: u32 = 70_000;
/// Slowest input, in seconds; slower ones count as found.
const SLOWEST: u32 = 20;
/// Most memory, in MiB; more counts as found.
const MOST_MEMORY: u32 = 2_048;

/// Runs the named targets or all.
///
/// # Errors
/// An unknown target, a tool that is missing, or an input that breaks a law.
pub fn run(arguments: &[String]) -> Result<()> {
    let (names, minutes) = asked(arguments)?;
    let binary = build()?;
    let mut lines = vec![Outcome::heading()];
    let mut broken = Vec::new();
    for name in names {
        let outcome = fuzz(&binary, &name, minutes)?;
        lines.push(outcome.line(&name));
        broken.extend((outcome.found > 0).then_some(name));
    }
    println!("\n{}", lines.join("\n"));
    ensure!(broken.is_empty(), "laws are broken in {broken:?}: see tests/fuzzing/found");
    Ok(())
}

fn asked(arguments: &[String]) -> Result<(Vec<String>, f64)> {
    let all = names(&root())?;
    let (mut chosen, mut minutes) = (Vec::new(), MINUTES);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--minutes" => minutes = rest.next().context("--minutes N")?.parse().context("--minutes N")?,
            name if all.iter().any(|known| known == name) => chosen.push(name.to_owned()),
            other => bail!("no target is named {other}: {}", all.join(", ")),
        }
    }
    Ok((if chosen.is_empty() { all } else { chosen }, minutes))
}

/// The names of the targets, as their list says.
fn names(root: &Path) -> Result<Vec<String>> {
    let list = std::fs::read_to_string(root.join("fuzz/targets/mod.rs"))?;
    let name = |line: &str| line.trim().strip_prefix("Target { name: \"")?.split('"').next().map(str::to_owned);
    Ok(list.lines().filter_map(name).collect())
}

/// Compiles the fuzzer with counters and gives its path.
fn build() -> Result<std::path::PathBuf> {
    if Program::new("c++").argument("--version").output().is_none() {
        debian::ensure(&["g++"], "a C++ compiler for libFuzzer")?;
    }
    let host = Program::new("rustc").arguments(["--print", "host-tuple"]).output().context("rustc names no host")?;
    Program::cargo()
        .arguments(["build", "--release", "--quiet", "--locked", "--manifest-path", "fuzz/Cargo.toml"])
        .arguments(["--target-dir", "target/fuzz", "--target", &host])
        .variable("RUSTFLAGS", COVERAGE)
        .run()?;
    Ok(root().join("target/fuzz").join(host).join("release/ichimai-fuzz"))
}

fn fuzz(binary: &Path, name: &str, minutes: f64) -> Result<Outcome> {
    let work = root().join("target/fuzz/cases").join(name);
    let (corpus, least) = (work.join("corpus"), work.join("least"));
    let found = root().join("tests/fuzzing/found");
    std::fs::create_dir_all(&found)?;
    cases::unpack(&kept(name), &corpus)?;
    seeds::write(&root().join("tests/golden"), name, &corpus)?;
    let before = cases::count(&found, name)?;
    println!("Fuzzing {name} for {minutes} minutes");
    let log = libfuzzer(binary, name, |command| {
        command
            .arg(&corpus)
            .arg(format!("-max_total_time={:.0}", minutes * 60.0))
            .args([
                format!("-max_len={LONGEST}"),
                format!("-timeout={SLOWEST}"),
                format!("-rss_limit_mb={MOST_MEMORY}"),
            ])
            .args(["-print_final_stats=1", "-detect_leaks=0", "-use_value_profile=1"])
            .arg(format!("-artifact_prefix={}/{name}-", found.display()));
    })?;
    std::fs::write(work.join("log.txt"), &log)?;
    let found = cases::count(&found, name)? - before;
    if least.exists() {
        std::fs::remove_dir_all(&least)?;
    }
    std::fs::create_dir_all(&least)?;
    libfuzzer(binary, name, |command| {
        command.args(["-merge=1", "-detect_leaks=0"]).arg(&least).arg(&corpus);
    })?;
    let kept = cases::pack(&least, &kept(name))?;
    let mut outcome = Outcome::read(&log).with_context(|| format!("{name}: libFuzzer's log ends early:\n{log}"))?;
    outcome.minutes = minutes;
    outcome.kept = kept;
    outcome.found = found;
    Ok(outcome)
}

fn kept(name: &str) -> std::path::PathBuf {
    root().join("tests/fuzzing/kept").join(format!("{name}.zip"))
}

/// Runs the fuzzer and gives what it logged; an input that breaks a law ends it with a status of its own.
fn libfuzzer(binary: &Path, name: &str, arguments: impl FnOnce(&mut Command)) -> Result<String> {
    let mut command = Command::new(binary);
    arguments(&mut command);
    command.env("ICHIMAI_FUZZ_TARGET", name).env("RUST_BACKTRACE", "0").stdin(Stdio::null());
    let output = command.output().with_context(|| format!("cannot run {}", binary.display()))?;
    Ok(String::from_utf8_lossy(&output.stderr).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::parts::checksums;

    #[test]
    fn every_target_has_its_kept_cases() {
        let names = names(&root()).unwrap();
        assert!(names.len() >= 15, "{names:?}");
        for name in names {
            assert!(kept(&name).exists(), "{} is missing: cargo xtask fuzz {name}", kept(&name).display());
        }
    }

    #[test]
    fn the_fuzzer_has_the_versions_of_the_page() {
        let locked = |path: &str| checksums(&std::fs::read_to_string(root().join(path)).unwrap());
        let (ours, fuzzer) = (locked("Cargo.lock"), locked("fuzz/Cargo.lock"));
        let other = fuzzer.keys().filter(|key| ours.keys().any(|(name, _)| *name == key.0) && !ours.contains_key(*key));
        let other: Vec<_> = other.collect();
        assert!(other.is_empty(), "copy Cargo.lock to fuzz/Cargo.lock and let cargo add what it lacks: {other:?}");
    }
}
