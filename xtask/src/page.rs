//! `cargo xtask page [--open] [--quick]`: builds `dist/ichimai.html`, the one file that officers receive.
//!
//! Takes the wasm of the library and `www/`, gives one HTML file with its policy, and prints its size and SHA-256.
//! The same commit gives the same bytes: nothing of the clock, the machine or a path goes in.

mod assembly;
mod base85;
mod commit;
mod pictures;
mod policy;
mod wasm;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};

use crate::command::{Program, root};
use crate::tidy::ways_out;
use wasm::Profile;

/// Largest size of the page, in bytes; more fails the build.
pub const PAGE_BUDGET: usize = 1_500_000;

/// Builds the page, and opens it in the system's browser when asked to.
///
/// # Errors
/// An unknown option, a failing compiler, a missing tool that may not be installed here, or a page over its budget.
pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(unknown) = arguments.iter().find(|flag| !["--open", "--quick"].contains(&flag.as_str())) {
        bail!("unknown option {unknown}: cargo xtask page [--open] [--quick]");
    }
    let asked = |flag: &str| arguments.iter().any(|argument| argument == flag);
    let page = if asked("--quick") { build_in(Profile::Quick)? } else { build()? };
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

fn build_in(profile: Profile) -> Result<PathBuf> {
    let root = root();
    let wasm = wasm::build(&root, profile)?;
    let bound = wasm::bind(&wasm)?;
    let reach = ways_out::in_glue(&bound.glue);
    ensure!(reach.is_empty(), "the core reaches for {} (docs/PRIVACY.md)", reach.join(", "));
    let text = assembly::assemble(&root.join("www"), &bound, &commit::current(&root))?;
    let page = root.join("dist/ichimai.html");
    std::fs::create_dir_all(root.join("dist"))?;
    std::fs::write(&page, &text).with_context(|| format!("writing {}", page.display()))?;
    println!("wasm              {:>9} bytes", bound.wasm.len());
    println!("dist/ichimai.html {:>9} bytes, SHA-256 {}", text.len(), hexadecimal(&Sha256::digest(&text)));
    if profile == Profile::Quick {
        println!("A quick build, for looking at: it is not the page that officers receive.");
        return Ok(page);
    }
    ensure!(text.len() <= PAGE_BUDGET, "the page weighs {} bytes, more than its budget of {PAGE_BUDGET}", text.len());
    Ok(page)
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
