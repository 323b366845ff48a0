//! `cargo xtask …`: the project's only tool. Each command is a module of its own.

mod core;
mod evaluate;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    let outcome = match command {
        "core" => core::run(rest),
        "evaluate" => evaluate::run(rest),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask {command}: {error:#}");
            ExitCode::from(2)
        }
    }
}

const USAGE: &str = "\
cargo xtask core ceiling|read|procedures|classify …   the core without a browser (JSON on stdout)
cargo xtask evaluate FILE.jsonl [--json] [--errors]    accuracy on labelled clauses";
