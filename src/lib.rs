//! 一枚点検: the core of one self-contained page for Japanese town halls.
//!
//! It answers three questions: the ceilings of the grants by population ([`subsidy`]), which of the 27 procedures
//! are online ([`procedures`]), and which clauses of the ordinances are analogue regulation ([`regulations`]).
//! Data flows one way: [`reading`] → the three questions → [`writing`]; `api` and `page` stand outside the core.

#![forbid(unsafe_code)]

pub mod amendments;
pub mod api;
pub mod clause;
pub mod date;
pub mod forms;
pub mod inquiry;
pub mod jis;
pub mod municipality;
pub mod numeral;
pub mod procedures;
pub mod reading;
pub mod regulations;
pub mod review;
pub mod source;
pub mod subsidy;
pub mod writing;
mod written;
pub mod yen;

#[cfg(feature = "page")]
pub mod page;
