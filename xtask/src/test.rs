//! `cargo xtask test`.
use anyhow::{Result, bail};
/// Runs.
pub fn run(_arguments: &[String]) -> Result<()> { bail!("not yet") }
