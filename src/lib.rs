//! 一枚点検: the core of one self-contained page for Japanese town halls.
//!
//! It answers three questions: the ceilings of the grants by population ([`subsidy`]), which of the 27 procedures
//! are online ([`procedures`]), and which clauses of the ordinances are analogue regulation ([`regulations`]).
//! Data flows one way: [`reading`] → the three questions → [`writing`]; `api` and `page` stand outside the core.

#![forbid(unsafe_code)]

pub mod api;
pub mod clause;
pub mod date;
pub mod jis;
pub mod municipality;
pub mod procedures;
pub mod reading;
pub mod regulations;
pub mod review;
pub mod subsidy;
pub mod width;
pub mod writing;
pub mod yen;

#[cfg(feature = "page")]
pub mod page;
