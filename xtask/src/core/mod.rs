//! `cargo xtask core …`: the core without a browser, JSON on stdout, exit code 2 and a message for bad input.

mod ceiling;
mod classify;
mod procedures;
mod read;

use anyhow::{Result, bail};

/// Dispatches to the capability named first.
///
/// # Errors
/// An unknown capability, or whatever the capability refuses.
pub fn run(arguments: &[String]) -> Result<()> {
    match arguments.split_first() {
        Some((name, rest)) => match name.as_str() {
            "ceiling" => ceiling::run(rest),
            "read" => read::run(rest),
            "procedures" => procedures::run(rest),
            "classify" => classify::run(rest),
            other => bail!("unknown capability {other:?}: ceiling, read, procedures or classify"),
        },
        None => bail!("name a capability: ceiling, read, procedures or classify"),
    }
}
