//! `cargo xtask …`: the project's only tool. Each command is a module of its own.

mod bench;
mod command;
mod core;
mod debian;
mod evaluate;
mod fuzz;
mod knowledge;
mod page;
mod size;
mod test;
mod tidy;
mod watch;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    let outcome = match command {
        "bench" => bench::run(rest),
        "core" => core::run(rest),
        "page" => page::run(rest),
        "test" => test::run(rest),
        "size" => size::run(rest),
        "tidy" => tidy::run(rest),
        "fuzz" => fuzz::run(rest),
        "evaluate" => evaluate::run(rest),
        "watch" => watch::run(rest),
        "explain" => knowledge::explain::run(rest),
        "rules" => knowledge::rules::run(rest),
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
cargo xtask page [--open] [--quick] [--twice]          builds dist/ichimai.html (twice: and compares two builds)
cargo xtask watch                                      builds the quick page after every change
cargo xtask test                                       runs every check
cargo xtask bench                                      measures everything, each figure beside its reference
cargo xtask size                                       weighs the page by part, against budgets
cargo xtask fuzz [TARGET…] [--minutes N]               looks for bytes that break a law of fuzz/targets
cargo xtask tidy                                       checks the architecture's invariants
cargo xtask core ceiling|read|procedures|classify|work|ask|answers|merge …   the core without a browser (JSON on stdout)
cargo xtask evaluate FILE.jsonl… [--json|--errors|--baseline|--folds|--rows|--natural LIST.csv] [--part …]
                                                       accuracy on labelled clauses
cargo xtask explain TEXT [--title …] [--caption …]     what was read in one clause, and every row tried on it
cargo xtask rules                                      the knowledge of classification as one page of Markdown";
