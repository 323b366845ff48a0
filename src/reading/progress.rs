//! Progress and cancelling: long functions of reading call a [`Watch`] now and then and stop when it says so.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

/// What a long function is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Files of an archive or folder.
    Files,
    /// Rows of a sheet.
    Rows,
    /// Clauses made from rows or lines.
    Clauses,
}

/// How far a long function is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What is counted.
    pub stage: Stage,
    /// How many are done.
    pub done: u64,
    /// How many there are, where it is known beforehand.
    pub total: Option<u64>,
}

/// Called now and then; [`ControlFlow::Break`] cancels.
pub type Watch<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// Rows or clauses between two calls of the watch: often enough for a cancel to feel immediate.
pub(crate) const STRIDE: usize = 1024;

/// A watch that neither reports nor cancels.
///
/// # Errors
/// Never breaks.
pub fn unwatched(_progress: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}
