//! `cargo xtask page [--open] [--quick] [--twice]`: builds `dist/ichimai.html`, the one file that officers receive.
//!
//! Takes the wasm of the library and `www/`, gives one HTML file with its policy and, beside it, the bill of what is in
//! it (`ichimai.cdx.json`), and prints size and SHA-256. The same commit gives the same bytes: nothing of the clock, the
//! machine or a path goes in; `--twice` proves it by a second build from a copy elsewhere.

mod assembly;
mod bill;
mod commit;
mod licences;
mod packing;
pub mod parts;
mod pictures;
mod policy;
mod script;
mod twice;
mod views;
pub mod wasm;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};

use crate::command::{Program, root};
use wasm::Profile;

/// Largest size of the page, in bytes; more fails the build.
pub const PAGE_BUDGET: usize = 1_410_000;

const OPTIONS: [&str; 3] = ["--open", "--quick", "--twice"];

/// A page before it is written.
pub struct Built {
    /// The whole file.
    pub text: String,
    /// The module as wasm-bindgen gives it, not compressed.
    pub wasm: Vec<u8>,
    /// The script that binds it.
    pub glue: String,
}

/// Builds the page, and opens it in the system's browser when asked to.
///
/// # Errors
/// An unknown option, a failing compiler, a missing tool that may not be installed here, or a page over its budget.
pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(unknown) = arguments.iter().find(|flag| !OPTIONS.contains(&flag.as_str())) {
        bail!("unknown option {unknown}: cargo xtask page [--open] [--quick] [--twice]");
    }
    let asked = |flag: &str| arguments.iter().any(|argument| argument == flag);
    let profile = if asked("--quick") { Profile::Quick } else { Profile::Release };
    let page = if asked("--twice") { twice::build(profile)? } else { build_in(profile)? };
    if asked("--open") {
        show(&page)?;
    }
    Ok(())
}

/// Builds `dist/ichimai.html` and says what it weighs.
///
/// # Errors
/// As [`run`].
pub fn build() -> Result<PathBuf> {
    build_in(Profile::Release)
}

/// Builds the page twice, from here and from a copy elsewhere, and writes it when both are the same.
///
/// # Errors
/// As [`run`], or the builds differ.
pub fn build_twice() -> Result<PathBuf> {
    twice::build(Profile::Release)
}

fn build_in(profile: Profile) -> Result<PathBuf> {
    let commit = commit::current(&root());
    write(&make(&root(), profile, &commit)?, profile, &commit)
}

/// Builds the page of the tree at `root` and writes nothing but cargo's own files.
fn make(root: &Path, profile: Profile, commit: &str) -> Result<Built> {
    wasm::build(root, profile)?;
    let bound = wasm::bind(&wasm::path(root, wasm::CORE, profile), "wasm_bindgen")?;
    let unpacker = wasm::bind(&wasm::path(root, wasm::UNPACKER, profile), "unpacker")?;
    let licences = licences::text(&parts::of_page(root)?, root)?;
    let text = assembly::assemble(&root.join("www"), (&bound, &unpacker), commit, &licences)?;
    Ok(Built { text, wasm: bound.wasm, glue: bound.glue })
}

fn write(built: &Built, profile: Profile, commit: &str) -> Result<PathBuf> {
    let root = root();
    let page = root.join("dist/ichimai.html");
    let hash = hexadecimal(&Sha256::digest(&built.text));
    std::fs::create_dir_all(root.join("dist"))?;
    std::fs::write(&page, &built.text).with_context(|| format!("writing {}", page.display()))?;
    let bill = bill::of(&parts::of_page(&root)?, env!("CARGO_PKG_VERSION"), commit, &hash)?;
    std::fs::write(root.join("dist/ichimai.cdx.json"), bill)?;
    println!("wasm              {:>9} bytes", built.wasm.len());
    println!("dist/ichimai.html {:>9} bytes, SHA-256 {hash}", built.text.len());
    if profile == Profile::Quick {
        println!("A quick build, for looking at: it is not the page that officers receive.");
        return Ok(page);
    }
    let size = built.text.len();
    ensure!(size <= PAGE_BUDGET, "the page weighs {size} bytes, more than its budget of {PAGE_BUDGET}");
    Ok(page)
}

/// The commit that a page of this tree would name.
pub fn commit(root: &Path) -> String {
    commit::current(root)
}

fn show(page: &Path) -> Result<()> {
    let opener = if cfg!(windows) {
        "explorer"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    Program::new(opener).argument(page).run()
}

/// Lower-case hexadecimal digits of `bytes`.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        for half in [byte >> 4, byte & 15] {
            digits.extend(char::from_digit(u32::from(half), 16));
        }
    }
    digits
}
