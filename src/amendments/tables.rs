//! Patterns and refusals of data/amendments, as the build wrote and proved them.

use super::refusal::Refusal;

include!(concat!(env!("OUT_DIR"), "/amendments.rs"));
