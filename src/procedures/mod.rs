//! The 27 procedures that must be online (手続オンライン化).
//!
//! From a town's own list, in its own words, to n/27, what is missing, and whether the grant's condition is met.
//!
//! [`list`] reads a list by a [`layout`], [`matching`] says which procedure each name means, [`wording`] what its state
//! is; [`standing`] brings list and officer together, [`answer`] counts and judges, [`export`] writes. The facts stand in
//! `data/procedures/`.

pub mod answer;
pub mod catalogue;
pub mod choices;
pub mod comparison;
pub mod completeness;
mod concepts;
pub mod condition;
mod context;
pub mod export;
pub mod folding;
pub mod kept;
pub mod layout;
pub mod list;
pub mod matching;
pub mod opened;
pub mod papers;
mod reasons;
pub mod section;
pub mod similarity;
pub mod standing;
pub mod state;
mod verdict;
pub mod wording;

pub use papers::{COUNTING_RULE, PROCEDURE_NAMES};
