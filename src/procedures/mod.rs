//! The 27 procedures that must be online (手続オンライン化).
//!
//! From a town's own list, in its own words, to n/27, what is missing, and whether the grant's condition is met.
//! [`catalogue`] holds the 31 procedures; [`matching`] reads names; [`state`] the states.

pub mod catalogue;
pub mod comparison;
mod concepts;
mod context;
pub mod folding;
pub mod matching;
mod reasons;
mod rules;
pub mod similarity;
pub mod state;
mod tables;
mod verdict;
