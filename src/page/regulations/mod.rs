//! Tool 3, アナログ規制: the results – list, clause, decisions, exports, report.
//!
//! The worker holds the clauses and findings (`calls`), the page holds the decisions (`state`) and only the lines that
//! are in sight (`list`). Opening hands files over at [`sources`].

mod bulk;
pub mod calls;
mod clause;
mod decide;
mod export;
mod filters;
mod gone;
mod keys;
mod list;
mod overview;
mod progress;
mod recovery;
mod report;
mod row;
mod sample;
pub mod sources;
pub mod state;

use super::dom::Dom;

pub use report::REPORT;

/// Opens the view.
pub fn open() -> Dom {
    filters::open()?;
    overview::open()?;
    gone::open()?;
    recovery::open()?;
    progress::open()?;
    list::open()?;
    clause::open()?;
    bulk::open()?;
    keys::open()?;
    export::open()?;
    report::open();
    sample::open()
}
