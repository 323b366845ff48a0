//! Compiles data/amendments into the crate: precedents as text, patterns and refusals as tables. A pattern whose precedent does not come
//! out, and every other contradiction, stops the build.

#[path = "../../src/amendments/engine/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the crate uses what the build does not")]
mod engine;

mod check;
mod code;
mod patterns;
mod proof;
mod records;
mod schema;

use std::fs;
use std::path::Path;

/// What the crate includes.
pub struct Generated {
    /// Patterns and refusals.
    pub tables: String,
    /// Precedents, inserted provisions and amended laws.
    pub records: String,
}

/// Reads, checks and writes the data.
///
/// # Errors
/// Every contradiction with its place.
pub fn generate(folder: &Path) -> Result<Generated, Vec<String>> {
    let read = |name: &str| fs::read_to_string(folder.join(name)).map_err(|error| vec![format!("{name}: {error}")]);
    let precedents: Vec<schema::Provision> = records::lines("precedents.jsonl", &read("precedents.jsonl")?)?;
    let inserted: Vec<schema::Provision> = records::lines("new_clauses.jsonl", &read("new_clauses.jsonl")?)?;
    let laws: Vec<schema::LawAmended> = records::table("laws_amended.csv", &read("laws_amended.csv")?)?;
    let readiness: Vec<schema::Readiness> = records::table("readiness.csv", &read("readiness.csv")?)?;
    let shared: schema::SlotFile = patterns::toml("slots.toml", &read("slots.toml")?)?;
    let refusals: schema::RefusalFile = patterns::toml("refusals.toml", &read("refusals.toml")?)?;
    let written = patterns::read(&folder.join("patterns"))?;

    let mut wrong = check::records(&precedents, &inserted, &laws);
    wrong.extend(check::patterns(&written, &precedents, &inserted));
    wrong.extend(check::readiness(&readiness, &precedents, &written));
    wrong.extend(check::refusals(&refusals.refusal));
    let shared = patterns::slots(&shared.slot);
    wrong.extend(written.iter().flat_map(|pattern| proof::prove(pattern, shared, &precedents)));
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let tables = code::tables(&written, shared, &refusals.refusal);
    Ok(Generated { tables, records: records::text(&precedents, &inserted, &laws) })
}
