//! Exact money: whole yen and rational rates.
