//! `cargo xtask core read`.

use anyhow::{Result, bail};

/// Runs `core read`.
pub fn run(_arguments: &[String]) -> Result<()> {
    bail!("not built yet")
}
