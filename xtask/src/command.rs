//! Running other programs: every call is shown before it runs, and a failure names the program.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

/// The project's root folder.
pub fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_path_buf()
}

/// Variables of the calling cargo that must not leak into another toolchain's cargo.
const INHERITED: [&str; 7] =
    ["CARGO", "RUSTC", "RUSTUP_TOOLCHAIN", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "RUSTC_WRAPPER", "RUSTDOC"];

/// A program about to run in the project's root.
pub struct Program {
    command: Command,
    shown: String,
}

impl Program {
    /// A program by name or path.
    pub fn new(name: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(name.as_ref());
        command.current_dir(root());
        Self { command, shown: name.as_ref().to_string_lossy().into_owned() }
    }

    /// The cargo of the active toolchain.
    pub fn cargo() -> Self {
        Self::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    /// Adds one argument.
    pub fn argument(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.shown.push(' ');
        self.shown.push_str(&argument.as_ref().to_string_lossy());
        self.command.arg(argument);
        self
    }

    /// Adds several arguments.
    pub fn arguments<I: AsRef<OsStr>>(self, arguments: impl IntoIterator<Item = I>) -> Self {
        arguments.into_iter().fold(self, Self::argument)
    }

    /// Sets an environment variable.
    pub fn variable(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs in another folder than the project's root.
    pub fn folder(mut self, folder: impl AsRef<Path>) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Forgets what the calling cargo set, for a toolchain beside it.
    pub fn clean_toolchain(mut self) -> Self {
        for name in INHERITED {
            self.command.env_remove(name);
        }
        self
    }

    /// Shows the call, runs it to its end, and fails when it fails.
    ///
    /// # Errors
    /// The program is missing or ends with another status than 0.
    pub fn run(mut self) -> Result<()> {
        println!("$ {}", self.shown);
        let status = self.command.status().with_context(|| format!("cannot run {}", self.shown))?;
        ensure!(status.success(), "{} ended with {status}", self.shown);
        Ok(())
    }

    /// Runs quietly and gives what it printed, trimmed; `None` when it is missing or fails.
    pub fn output(mut self) -> Option<String> {
        let output = self.command.stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}
