//! The 27 procedures that must be online (手続オンライン化).
//!
//! From a town's own list, in its own words, to n/27, what is missing, and whether the grant's condition is met.
//! [`catalogue`] holds the 31 procedures; [`matching`] reads names; [`state`] the states.

pub mod catalogue;
pub mod choices;
pub mod comparison;
pub mod completeness;
mod concepts;
pub mod condition;
mod context;
pub mod folding;
mod headings;
pub mod layout;
pub mod list;
pub mod matching;
mod reasons;
mod rules;
pub mod similarity;
pub mod standing;
pub mod state;
mod tables;
mod verdict;
pub mod wording;
