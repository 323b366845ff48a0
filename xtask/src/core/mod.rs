//! `cargo xtask core …`: the core without a browser, JSON on stdout, exit code 2 and a message for bad input.

mod amend;
mod ceiling;
mod classify;
mod inquiry;
mod merge;
mod procedures;
pub mod read;
mod towns;
mod work;

use anyhow::{Result, bail};

const CAPABILITIES: &str = "ceiling, towns, read, procedures, classify, amend, work, ask, answers or merge";

/// Dispatches to the capability named first.
///
/// # Errors
/// An unknown capability, or whatever the capability refuses.
pub fn run(arguments: &[String]) -> Result<()> {
    match arguments.split_first() {
        Some((name, rest)) => match name.as_str() {
            "ceiling" => ceiling::run(rest),
            "towns" => towns::run(rest),
            "read" => read::run(rest),
            "procedures" => procedures::run(rest),
            "classify" => classify::run(rest),
            "amend" => amend::run(rest),
            "work" => work::run(rest),
            "ask" => inquiry::ask(rest),
            "answers" => inquiry::answers(rest),
            "merge" => merge::run(rest),
            other => bail!("unknown capability {other:?}: {CAPABILITIES}"),
        },
        None => bail!("name a capability: {CAPABILITIES}"),
    }
}
