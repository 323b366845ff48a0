//! `cargo xtask test`: everything that must hold, from the architecture's invariants to the real browsers.
//!
//! Sets up what it needs (see `debian` and `page::wasm`), says what it does, and stops at the first failure.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::command::{Program, root};
use crate::{debian, page, size, tidy};

/// Oldest major version of Node.js that runs the browser tests.
const OLDEST_NODE: u32 = 18;

/// Runs every check, or only the browser tests (`cargo xtask test browser [NAME…]`).
///
/// # Errors
/// The first check that fails, or a tool that is missing and may not be installed here.
pub fn run(arguments: &[String]) -> Result<()> {
    match arguments.split_first() {
        None => everything(),
        Some((part, names)) if part == "browser" => {
            page::build()?;
            browser(names)
        }
        Some((other, _)) => anyhow::bail!("unknown part {other:?}: cargo xtask test [browser [NAME…]]"),
    }
}

fn everything() -> Result<()> {
    tidy::run(&[])?;
    Program::cargo().arguments(["fmt", "--all", "--check"]).run()?;
    Program::cargo()
        .arguments(["clippy", "--quiet", "--workspace", "--all-targets", "--all-features", "--", "-Dwarnings"])
        .run()?;
    Program::cargo().arguments(["test", "--quiet", "--workspace"]).run()?;
    page::build_twice()?;
    size::run(&[])?;
    browser(&[])
}

/// Drives the built page in Chromium and Firefox.
fn browser(names: &[String]) -> Result<()> {
    prepare()?;
    let files: Vec<PathBuf> = suites()?
        .into_iter()
        .filter(|path| names.is_empty() || names.iter().any(|name| path.to_string_lossy().contains(name.as_str())))
        .collect();
    ensure!(!files.is_empty(), "no browser test is named {names:?}");
    let failed = failing(files);
    if failed.is_empty() {
        return Ok(());
    }
    // A machine that stood still for a while fails one run; what is wrong fails both.
    let again = failing(failed.clone());
    for file in failed.iter().filter(|file| !again.contains(file)) {
        println!("xtask test: {} passed only the second time", file.display());
    }
    ensure!(again.is_empty(), "failed twice: {again:?}");
    Ok(())
}

/// Runs browser tests, one file at a time, since two browsers on two cores would time each other out; gives those that failed.
fn failing(files: Vec<PathBuf>) -> Vec<PathBuf> {
    let fails = |file: &PathBuf| match Program::new("node").argument("--test").argument(file).run() {
        Ok(()) => false,
        Err(error) => {
            println!("xtask test: {error}");
            true
        }
    };
    files.into_iter().filter(fails).collect()
}

/// Browsers, fonts, Node.js and the locked npm packages.
///
/// # Errors
/// One is missing and may not be installed here.
pub fn prepare() -> Result<()> {
    if !found("CHROMIUM", &["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]) {
        debian::ensure(&["chromium"], "Chromium for the browser tests")?;
    }
    if !found("FIREFOX", &["/usr/bin/firefox-esr", "/usr/bin/firefox"]) {
        debian::ensure(&["firefox-esr"], "Firefox for the browser tests")?;
    }
    if debian::available() {
        debian::ensure(&["fonts-noto-cjk", "poppler-utils"], "Japanese fonts and a PDF reader for the browser tests")?;
    }
    if Program::new("node").argument("--version").output().is_none() {
        debian::ensure(&["nodejs", "npm"], "Node.js for the browser tests")?;
    }
    let version = Program::new("node").argument("--version").output().context("node does not run")?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    ensure!(major.is_some_and(|major| major >= OLDEST_NODE), "Node.js {version} is too old: {OLDEST_NODE} is needed");
    let folder = root().join("tests/browser");
    Program::new("npm").folder(folder).arguments(["ci", "--no-fund", "--no-audit", "--ignore-scripts"]).run()
}

fn found(variable: &str, paths: &[&str]) -> bool {
    std::env::var_os(variable).is_some() || paths.iter().any(|path| PathBuf::from(path).exists())
}

fn suites() -> Result<Vec<PathBuf>> {
    let folder = root().join("tests/browser");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
