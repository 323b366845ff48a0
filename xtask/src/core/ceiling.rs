//! `cargo xtask core ceiling`.

use anyhow::{Result, bail};

/// Runs `core ceiling`.
pub fn run(_arguments: &[String]) -> Result<()> {
    bail!("not built yet")
}
