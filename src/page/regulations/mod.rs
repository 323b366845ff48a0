//! Tool 3, アナログ規制: the results – list, clause, decisions, exports, report.
//!
//! The worker holds the clauses and findings (`calls`), the page holds the decisions (`state`) and only the lines that
//! are in sight (`list`). Opening hands files over at [`sources`].

mod bulk;
pub mod calls;
pub mod clause;
pub mod decide;
mod export;
mod filters;
mod first_page;
mod folded;
mod gone;
pub mod inquiry;
mod judging;
mod keys;
pub mod list;
mod overview;
mod panes;
mod plan;
mod progress;
mod recovery;
mod report;
mod row;
mod sample;
pub mod sources;
pub mod state;
mod step;
mod twin;

use super::dom::Dom;

pub use filters::{forget as forget_filter, set_asked};
pub use folded::{fold, hold_open};
pub use overview::show_asked;
pub use report::REPORT;
pub use row::{inquiry_state, title as shown_title};
pub use state::has_results;

/// Opens the view.
pub fn open() -> Dom {
    filters::open()?;
    folded::open()?;
    overview::open()?;
    gone::open()?;
    recovery::open()?;
    twin::open()?;
    progress::open()?;
    list::open()?;
    clause::open()?;
    bulk::open()?;
    keys::open()?;
    panes::open()?;
    export::open()?;
    report::open();
    plan::open()?;
    sample::open()
}
