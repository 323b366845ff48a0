//! The wasm-bindgen surface: plain serde types in and out, no logic. The page's worker calls it, other programs may.

pub mod procedures;
pub mod reading;
pub mod regulations;
pub mod review;
pub mod subsidy;
pub mod writing;
