//! Debian packages, for what the registry cannot give: a compiler with the wasm library, browsers, fonts.
//!
//! Packages are installed only by root on a system that has apt, and never without saying so; they stand beside a
//! rustup toolchain and change nothing of it. Anyone else is told the exact command.

use std::path::Path;

use anyhow::{Result, bail};

use crate::command::Program;

/// Makes sure that `packages` are installed.
///
/// # Errors
/// The packages are missing and may not be installed here; the message holds the command that would.
pub fn ensure(packages: &[&str], purpose: &str) -> Result<()> {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let command = format!("apt-get install --no-install-recommends {}", missing.join(" "));
    if !available() {
        bail!("{purpose} is missing. On Debian or Ubuntu, as root: {command}");
    }
    println!("Installing for {purpose}: {}", missing.join(" "));
    Program::new("apt-get").arguments(["update", "--quiet"]).run()?;
    Program::new("apt-get")
        .arguments(["install", "--yes", "--quiet", "--no-install-recommends"])
        .arguments(missing)
        .variable("DEBIAN_FRONTEND", "noninteractive")
        .run()
}

/// Whether this system has apt and this user may install.
pub fn available() -> bool {
    Path::new("/usr/bin/apt-get").exists() && Program::new("id").argument("-u").output().as_deref() == Some("0")
}

fn installed(package: &str) -> bool {
    Program::new("dpkg-query")
        .arguments(["--show", "--showformat=${db:Status-Status}", package])
        .output()
        .is_some_and(|status| status == "installed")
}
