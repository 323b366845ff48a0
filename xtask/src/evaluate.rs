//! `cargo xtask evaluate`.

use anyhow::{Result, bail};

/// Runs `evaluate`.
pub fn run(_arguments: &[String]) -> Result<()> {
    bail!("not built yet")
}
