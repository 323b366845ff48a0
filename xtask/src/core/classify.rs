//! `cargo xtask core classify`.

use anyhow::{Result, bail};

/// Runs `core classify`.
pub fn run(_arguments: &[String]) -> Result<()> {
    bail!("not built yet")
}
