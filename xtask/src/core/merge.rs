//! `cargo xtask core merge …`: two work files become one.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use ichimai::inquiry::SECTION;
use ichimai::inquiry::merge::{Differences, Side, merge};
use ichimai::inquiry::merge_sections::{clauses, sections};
use ichimai::review::work_file::WorkFile;
use serde_json::json;

use super::inquiry::Arguments;
use super::work::Opened;

/// Runs `core merge`.
///
/// # Errors
/// Other than two work files, or one that cannot be opened or written.
pub fn run(arguments: &[String]) -> Result<()> {
    let arguments = Arguments::new(arguments, &["out"], &[])?;
    let [first, second] = arguments.files.as_slice() else { bail!("name two work files") };
    let (one, other) = (Opened::read(first)?, Opened::read(second)?);
    let side = |opened: &Opened, path: &str| Side {
        judgements: opened.judgements.clone(),
        work: opened.work.clone(),
        name: path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned(),
        saved: opened.file.saved.clone(),
    };
    let mut differences = Differences::default();
    let merged = merge(&side(&one, first), &side(&other, second), &mut differences);
    let tools = |opened: &Opened| -> BTreeMap<String, String> {
        let own = |name: &&String| *name != "review" && *name != SECTION;
        opened
            .file
            .sections
            .iter()
            .filter(|(name, _)| own(name))
            .map(|(name, text)| (name.clone(), text.clone()))
            .collect()
    };
    let united = sections(&tools(&one), &tools(&other), &mut differences);
    let (carried, comparison) = clauses(&one.file, &other.file, &mut differences);
    println!("{}", json!({"conflicts": merged.work.disputes, "differences": differences.found}));
    let file = WorkFile {
        saved: one.file.saved.clone().max(other.file.saved.clone()),
        edition: one.file.edition.clone().max(other.file.edition.clone()),
        sections: united,
        clauses: carried,
        comparison,
    };
    let mut unread = one.unread;
    unread.extend(other.unread.into_iter().filter(|text| !unread.contains(text)).collect::<Vec<String>>());
    Opened { file, judgements: merged.judgements, unread, work: merged.work }.write(arguments.required("out")?)
}
