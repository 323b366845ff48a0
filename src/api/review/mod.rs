//! The surface of [`crate::review`] for the page's worker: it keeps one desk and answers one call after another.
//!
//! Every function takes its input and a function for progress, and gives plain values. Decisions are kept by the
//! page; the worker has a copy, so that a worker that ended is replaced without loss.

mod calls;
mod session;
mod taking;
mod views;

pub use views::{
    Bulk, ClauseView, Excerpt, Export, ExportFormat, FoundView, GoneView, Neighbour, Opened, RowView, Saving, Selected,
    Selection, Taken,
};
