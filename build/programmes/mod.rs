//! `data/programmes/*.toml` and `data/groups/*.toml` to Rust: read, checked, written as constants.
//!
//! The checks are a module of their own so that the tests can prove each refusal.

pub mod check;
mod code;
mod groups;
mod schema;

pub use code::code;
pub use groups::{check_groups, groups_code};
