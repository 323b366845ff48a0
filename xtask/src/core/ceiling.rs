//! `cargo xtask core ceiling --population N [--cost YEN] [--as-of DATE]`: the ceilings as one JSON object on the last line.
//!
//! Numbers are read as officers type them (6,353人, 6.3万人, 3,000万円). `--as-of` chooses the state of the programmes' documents: for each
//! the newest that is not younger than the day, or the oldest known; `stated_as_of` says which, `standing` whether it was still open.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};
use ichimai::date::Date;
use ichimai::subsidy::report;
use ichimai::subsidy::typed::{CostUnit, cost, population};

const OPTIONS: [&str; 3] = ["--population", "--cost", "--as-of"];

/// Runs `core ceiling`.
///
/// # Errors
/// An unknown, repeated or missing option, or a value that cannot be used.
pub fn run(arguments: &[String]) -> Result<()> {
    let options = options(arguments)?;
    let text = options.get("--population").context("--population is needed")?;
    let population = population(text).with_context(|| format!("--population {text:?}"))?.value;
    let cost = match options.get("--cost") {
        Some(text) => Some(cost(text, CostUnit::Yen).with_context(|| format!("--cost {text:?}"))?.value),
        None => None,
    };
    let as_of: Option<Date> = match options.get("--as-of") {
        Some(text) => Some(text.parse().context("--as-of")?),
        None => None,
    };
    println!("{}", serde_json::to_string(&report(population, cost, as_of))?);
    Ok(())
}

/// Each option with its value: `--name value` or `--name=value`.
fn options(arguments: &[String]) -> Result<BTreeMap<&str, &str>> {
    let mut options = BTreeMap::new();
    let mut arguments = arguments.iter().map(String::as_str);
    while let Some(argument) = arguments.next() {
        let (name, value) = match argument.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (argument, None),
        };
        if !OPTIONS.contains(&name) {
            bail!("unknown option {name:?}: {}", OPTIONS.join(", "));
        }
        let value = value.or_else(|| arguments.next()).with_context(|| format!("{name} needs a value"))?;
        if options.insert(name, value).is_some() {
            bail!("{name} is given twice");
        }
    }
    Ok(options)
}
