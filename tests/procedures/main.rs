//! The 27 procedures, from a town's own list to the answer.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops at the first surprise")]

// The build's own code asks its crate for them.
use ichimai::forms;

#[path = "../../build/procedures/mod.rs"]
mod build_procedures;
#[path = "../../build/day.rs"]
mod day;

#[path = "../shared/altered.rs"]
mod altered;
mod build_refusals;
mod catalogue;
mod choices;
mod comparison;
mod completeness;
mod condition;
mod export;
mod layout;
mod lists;
mod name_laws;
mod names;
mod opened;
mod section;
mod wording;

use ichimai::procedures::catalogue::Number;
use ichimai::procedures::choices::Choices;
use ichimai::procedures::layout::guess;
use ichimai::procedures::list::{ListedName, read, sheet_of_text};

/// Numbers from plain figures.
fn numbers(figures: &[u8]) -> Vec<Number> {
    figures.iter().map(|figure| Number::try_from(*figure).unwrap()).collect()
}

/// The entries of a pasted list.
fn entries(text: &str) -> Vec<std::sync::Arc<ListedName>> {
    let sheet = sheet_of_text(text);
    read(&sheet, &guess(&sheet), &Choices::default())
}
