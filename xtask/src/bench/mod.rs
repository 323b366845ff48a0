//! `cargo xtask bench`: one table of what the project takes, natively and in both browsers, each figure beside its
//! reference from the same run, as Markdown for `docs/PERFORMANCE.md`.
//!
//! Builds the page, makes the files that are measured (`benches/figures`), runs the native half, the browsers' half
//! (`tests/browser/figures.mjs`) and the same words as regular expressions in Node.js and Python. Says machine, commit,
//! day and load: figures of a machine that does something else are no references.

mod machine;
mod table;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::command::{Program, root};
use crate::{page, test};

/// Classification must not take longer than this many times bare matching.
const MOST_TIMES_BARE: f64 = 6.0;
/// Milliseconds for 100,000 clauses in the page's worker on a usual machine.
const MOST_MILLISECONDS: f64 = 400.0;
const CLASSIFICATION: &str = "classification at 100,000 clauses";

/// Measures everything and prints the table.
///
/// # Errors
/// Something does not run, or the classification takes more times bare matching than promised.
pub fn run(arguments: &[String]) -> Result<()> {
    ensure!(arguments.is_empty(), "cargo xtask bench takes no arguments");
    page::build()?;
    test::prepare()?;
    let head = machine::head()?;
    let folder = root().join("target/figures");
    let shown = folder.display().to_string();
    let native = Program::cargo()
        .arguments(["bench", "--quiet", "--bench", "figures"])
        .variable("ICHIMAI_FIGURES", &folder)
        .output()
        .context("cargo bench --bench figures failed")?;
    println!("natively: done");
    let browsers = Program::new("node").arguments(["tests/browser/figures.mjs", &shown]).output();
    let browsers = browsers.context("node tests/browser/figures.mjs failed: run it for its message")?;
    println!("in both browsers: done");
    let node = Program::new("node").arguments(["tests/browser/regular_expressions.mjs", &shown]).output();
    let python = Program::new("python3").arguments(["benches/regular_expressions.py", &shown]).output();
    let lines = [Some(native), Some(browsers), node, python].into_iter().flatten().collect::<Vec<_>>().join("\n");
    let figures: Vec<Value> = lines.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    println!("\n{head}\n\n{}\n\n{}", table::figures(&figures), table::expressions(&figures));
    promises(&figures)
}

/// Says whether the promises about classification hold; time of a loaded machine is only told.
fn promises(figures: &[Value]) -> Result<()> {
    let mut broken = Vec::new();
    let mut seen = 0;
    for figure in figures.iter().filter(|figure| figure.get("what").is_some_and(|what| *what == CLASSIFICATION)) {
        let number = |field: &str| figure.get(field).and_then(Value::as_f64).unwrap_or(f64::INFINITY);
        let place = figure.get("where").and_then(Value::as_str).unwrap_or_default();
        let times = number("value") / number("reference_value");
        seen += 1;
        println!("{place}: classification takes {times:.1} times bare matching (promised: {MOST_TIMES_BARE})");
        if times.is_nan() || times > MOST_TIMES_BARE {
            broken.push(format!("{place} takes {times:.1} times bare matching"));
        }
        if place != "native" && number("value") > MOST_MILLISECONDS {
            println!("{place}: {:.0} ms, above the {MOST_MILLISECONDS} ms of a usual machine", number("value"));
        }
    }
    ensure!(seen == 3, "classification was measured in {seen} places of 3");
    ensure!(broken.is_empty(), "{}", broken.join("; "));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn measured(value: f64) -> Vec<Value> {
        let one = |place| json!({"where": place, "what": CLASSIFICATION, "value": value, "reference_value": 100.0});
        ["native", "chromium", "firefox"].map(one).to_vec()
    }

    #[test]
    fn more_than_six_times_bare_matching_fails_and_so_does_a_missing_place() {
        assert!(promises(&measured(600.0)).is_ok());
        assert!(promises(&measured(601.0)).is_err());
        assert!(promises(&measured(100.0)[..2]).is_err());
    }
}
