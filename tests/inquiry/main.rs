//! The inquiry: numbers, words, answers as they come back, workbooks, merging.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "../shared/altered.rs"]
mod altered;
mod answers;
mod build_refusals;
mod corpus;
mod deadline;
mod hostile;
mod merging;
mod number;
mod outgoing;
mod round_trip;
mod taking;
mod words;

// The build's own code asks its crate for them.
use ichimai::forms;

#[path = "../../build/inquiry/mod.rs"]
#[allow(dead_code, reason = "only its refusals are tested here")]
mod build_inquiry;
