//! The library as wasm with its JavaScript glue.
//!
//! The wasm standard library is looked for in this order and never downloaded silently: the active toolchain's;
//! Debian's second compiler, which builds it from its own source; otherwise the command that would add it is shown.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail, ensure};
use wasm_bindgen_cli_support::Bindgen;

use super::script;
use crate::command::Program;
use crate::debian;
use crate::tidy::ways_out;

const TARGET: &str = "wasm32-unknown-unknown";
/// Every browser that unpacks gzip has these.
const FEATURES: &str = "-Ctarget-feature=+simd128";
/// The package of the page.
pub const CORE: &str = "ichimai";
/// The package that unpacks it.
pub const UNPACKER: &str = "unpack";
/// The page's packages, features and target, as every cargo command about what is in it names them.
pub const SELECTION: [&str; 8] = ["--package", UNPACKER, "--package", CORE, "--features", "page", "--target", TARGET];
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// The wasm module and the script that binds it to JavaScript, which reaches for no way out of the page (docs/PRIVACY.md).
pub struct Bound {
    /// The module, not compressed.
    pub wasm: Vec<u8>,
    /// The glue: defines the global.
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

/// Compiles the library of the tree at `root`, and what unpacks it, for wasm.
pub fn build(root: &Path, profile: Profile) -> Result<()> {
    let flags = match profile {
        Profile::Release => format!("{FEATURES} {}", neutral_paths(root)),
        Profile::Quick => FEATURES.to_owned(),
    };
    let packages = [&["--package", UNPACKER][..], &["--package", CORE, "--features", "page"]];
    packages.iter().try_for_each(|package| {
        compile_with(root, &[&["build", "--profile", profile.name()], *package].concat(), &flags)
    })
}

/// Where the compiler leaves a package's module of a profile.
pub fn path(root: &Path, package: &str, profile: Profile) -> PathBuf {
    root.join("target/page").join(TARGET).join(profile.name()).join(format!("{package}.wasm"))
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

/// Binds the module to JavaScript as one script without modules (a `file:` page cannot import any), under a global name.
pub fn bind(module: &Path, global: &str) -> Result<Bound> {
    let mut output = bound(module, global, false)?;
    let glue = output.js().lines().flat_map(|line| [line.trim(), "\n"]).collect();
    let imports = output.wasm_mut().imports.iter_mut().map(|import| &mut import.name);
    let mut glue = with_short_names(glue, imports)?;
    // What closures are called by is named after their types, at a hundred letters each.
    let exports = output.wasm_mut().exports.iter_mut().filter(|export| export.name.starts_with("wasm_bindgen_"));
    for (number, export) in exports.enumerate() {
        let short = format!("e{number}");
        ensure!(glue.contains(&format!("wasm.{}(", export.name)), "no {} in the glue", export.name);
        glue = glue.replace(&format!("wasm.{}(", export.name), &format!("wasm.{short}("));
        export.name = short;
    }
    let glue = script::shortened(&glue)?;
    let reach = ways_out::in_glue(&glue);
    ensure!(reach.is_empty(), "the core reaches for {} (docs/PRIVACY.md)", reach.join(", "));
    Ok(Bound { glue, wasm: output.wasm_mut().emit_wasm() })
}

/// What the module imports (`__wbg_focus_9b8e8d4a1a3c5f70`) is named shortly, in it and in the glue, where its name begins a
/// line; what it does stands behind it.
fn with_short_names<'a>(mut glue: String, imports: impl Iterator<Item = &'a mut String>) -> Result<String> {
    for (number, name) in imports.enumerate() {
        let (before, behind) =
            glue.split_once(&format!("\n{name}:")).with_context(|| format!("no {name} in the glue"))?;
        *name = format!("i{number}");
        glue = format!("{before}\n{name}:{behind}");
    }
    Ok(glue)
}

/// The bound module with the names of its functions, for weighing its parts.
pub fn bind_with_names(module: &Path) -> Result<Vec<u8>> {
    Ok(bound(module, "wasm_bindgen", true)?.wasm_mut().emit_wasm())
}

fn bound(module: &Path, global: &str, names: bool) -> Result<wasm_bindgen_cli_support::Output> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .demangle(!names)
        .remove_name_section(!names)
        .remove_producers_section(true)
        .no_modules(true)
        .and_then(|bindgen| bindgen.no_modules_global(global))
        .and_then(|bindgen| bindgen.typescript(false).omit_default_module_path(true).generate_output())
        .map_err(|error| anyhow!("wasm-bindgen: {error:#}"))
}

fn compile(cargo: Program, command: &[&str]) -> Program {
    cargo.arguments(command).arguments(["--quiet", "--lib", "--target-dir", "target/page", "--target", TARGET])
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_imported_is_named_shortly_on_both_sides() {
        let glue = "const imports = {\n__wbg_a_1: f,\n__wbg_a_12: g(\"a\"),\n};".to_owned();
        let mut names = ["__wbg_a_12", "__wbg_a_1"].map(str::to_owned);
        let short = with_short_names(glue, names.iter_mut()).unwrap();
        assert_eq!(short, "const imports = {\ni1: f,\ni0: g(\"a\"),\n};");
        assert_eq!(names, ["i0", "i1"]);
        assert!(with_short_names(short, names.map(|name| name + "x").iter_mut()).is_err());
    }
}
