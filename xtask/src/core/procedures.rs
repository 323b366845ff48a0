//! `cargo xtask core procedures`.

use anyhow::{Result, bail};

/// Runs `core procedures`.
pub fn run(_arguments: &[String]) -> Result<()> {
    bail!("not built yet")
}
