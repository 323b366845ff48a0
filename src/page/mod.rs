//! The only code that knows the DOM: views, events, the worker's client, charts.
//!
//! Each tool has a folder of its own with a [`store::Store`] for what the officer entered; a view is opened once
//! (events) and shown again whenever a store that it watches has changed. The page computes nothing: it calls the
//! core for what is quick and the worker for what is not.

mod about;
mod amendments;
mod announce;
mod ceiling;
mod clock;
mod dom;
mod download;
mod files;
mod inquiry;
mod lost_focus;
mod manual;
mod menus;
mod messages;
mod notes;
mod opening;
mod patience;
mod procedures;
mod regulations;
mod report;
mod section;
mod soon;
mod start;
mod store;
mod svg;
mod tabs;
mod task;
mod town;
mod trouble;
mod voice;
mod work;
mod worker;

use wasm_bindgen::prelude::wasm_bindgen;

use dom::Dom;

/// Opens the page: called once by the start-up script when the core is ready.
///
/// # Errors
/// Markup that the program expects is missing.
#[wasm_bindgen]
pub fn open_page() -> Dom {
    trouble::open()?;
    lost_focus::open();
    // First, so that the others find the new view when the address changes.
    tabs::open()?;
    menus::open();
    patience::open()?;
    about::open()?;
    town::open()?;
    ceiling::open()?;
    procedures::open()?;
    regulations::open()?;
    amendments::open()?;
    inquiry::open()?;
    opening::open()?;
    work::open()?;
    manual::open()?;
    start::open()?;
    report::open(&[ceiling::REPORT, procedures::REPORT, regulations::REPORT])
}
