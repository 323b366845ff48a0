//! The papers on which the facts about the procedures rest. Facts: `data/procedures/papers.toml` and `data/sources.toml`.

use serde::Serialize;

use crate::date::Date;

/// Where a fact stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct PaperPage {
    /// Title of the document.
    pub document: &'static str,
    /// Page or part of it.
    pub page: &'static str,
    /// Date of the document.
    pub date: Date,
}

include!(concat!(env!("OUT_DIR"), "/procedures_papers.rs"));
include!(concat!(env!("OUT_DIR"), "/counting_source.rs"));
include!(concat!(env!("OUT_DIR"), "/names_source.rs"));
