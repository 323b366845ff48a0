//! The library as wasm with its JavaScript glue.
//!
//! The wasm standard library is looked for in this order and never downloaded silently: the active toolchain's;
//! Debian's second compiler, which builds it from its own source; otherwise the command that would add it is shown.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::Program;
use crate::debian;

const TARGET: &str = "wasm32-unknown-unknown";
/// Every browser that unpacks gzip has these.
const FEATURES: &str = "-Ctarget-feature=+simd128";
/// The page's features and target, as every cargo command about it names them.
pub const SELECTION: [&str; 5] = ["--no-default-features", "--features", "page", "--target", TARGET];
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// The wasm module and the script that binds it to JavaScript.
pub struct Bound {
    /// The module, not compressed.
    pub wasm: Vec<u8>,
    /// The glue: defines the global `wasm_bindgen`.
    pub glue: String,
}

/// How the library is compiled (`Cargo.toml`).
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// As officers receive it.
    Release,
    /// Compiled in seconds, for looking at the page while working on it.
    Quick,
}

impl Profile {
    const fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Quick => "quick",
        }
    }
}

/// Compiles the library of the tree at `root` for wasm and gives the module's path.
pub fn build(root: &Path, profile: Profile) -> Result<PathBuf> {
    let flags = match profile {
        Profile::Release => format!("{FEATURES} {}", neutral_paths(root)),
        Profile::Quick => FEATURES.to_owned(),
    };
    compile_with(root, &["build", "--profile", profile.name()], &flags)?;
    Ok(path(root, profile))
}

/// Where the compiler leaves the module of a profile.
pub fn path(root: &Path, profile: Profile) -> PathBuf {
    root.join("target/page").join(TARGET).join(profile.name()).join("ichimai.wasm")
}

/// Runs a cargo command on the library for the wasm target, with whichever toolchain can.
fn compile_with(root: &Path, command: &[&str], flags: &str) -> Result<()> {
    let program = if active_toolchain_has_target() {
        compile(Program::cargo(), command)
    } else if debian::available() || Path::new("/usr/bin/cargo").exists() {
        debian::ensure(&DEBIAN_PACKAGES, "a compiler with the wasm library (beside yours, which stays as it is)")?;
        compile(Program::new("/usr/bin/cargo").clean_toolchain(), command)
            .arguments(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
            .variable("RUSTC_BOOTSTRAP", "1")
            .variable("RUSTC", "/usr/bin/rustc")
            .variable("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-22")
    } else {
        bail!("the wasm library is missing. Add it with: rustup target add {TARGET}");
    };
    program.folder(root).variable("RUSTFLAGS", flags).run()
}

/// The compiler that compiles the page, before the first build on a new machine the active one.
pub fn compiler() -> Program {
    let second = "/usr/bin/rustc";
    if active_toolchain_has_target() || !Path::new(second).exists() {
        return Program::new(std::env::var("RUSTC").unwrap_or_else(|_| "rustc".into()));
    }
    Program::new(second).clean_toolchain()
}

/// Binds the module to JavaScript as one script without modules (a `file:` page cannot import any).
pub fn bind(module: &Path) -> Result<Bound> {
    let mut output = bound(module, false)?;
    Ok(Bound { glue: output.js().to_owned(), wasm: output.wasm_mut().emit_wasm() })
}

/// The bound module with the names of its functions, for weighing its parts.
pub fn bind_with_names(module: &Path) -> Result<Vec<u8>> {
    Ok(bound(module, true)?.wasm_mut().emit_wasm())
}

fn bound(module: &Path, names: bool) -> Result<wasm_bindgen_cli_support::Output> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .demangle(!names)
        .remove_name_section(!names)
        .remove_producers_section(true)
        .no_modules(true)
        .and_then(|bindgen| bindgen.typescript(false).omit_default_module_path(true).generate_output())
        .map_err(|error| anyhow!("wasm-bindgen: {error:#}"))
}

fn compile(cargo: Program, command: &[&str]) -> Program {
    cargo.arguments(command).arguments(["--quiet", "--lib", "--target-dir", "target/page"]).arguments(SELECTION)
}

fn active_toolchain_has_target() -> bool {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    Program::new(rustc)
        .arguments(["--print", "target-libdir", "--target", TARGET])
        .output()
        .is_some_and(|folder| Path::new(&folder).exists())
}

/// No path of the machine may reach the module: the same commit gives the same bytes everywhere.
fn neutral_paths(root: &Path) -> String {
    let cargo_home = std::env::var("CARGO_HOME")
        .or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")))
        .unwrap_or_default();
    let registries = std::fs::read_dir(Path::new(&cargo_home).join("registry/src"));
    let registries = registries.into_iter().flatten().flatten().map(|entry| (entry.path(), "crates"));
    let prefixes = registries.chain([(root.to_path_buf(), "ichimai")]);
    let flags: Vec<String> =
        prefixes.map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display())).collect();
    flags.join(" ")
}
