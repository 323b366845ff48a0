//! The wasm-bindgen surface: plain serde types in and out, no logic. The page's worker calls it, other programs may.
//!
//! What only other programs call stands behind the feature `surface`: on by default, and off in the page, which
//! every officer carries.

pub mod procedures;
pub mod reading;
pub mod regulations;
pub mod review;
#[cfg(feature = "surface")]
pub mod subsidy;
pub mod towns;
#[cfg(feature = "surface")]
pub mod writing;
