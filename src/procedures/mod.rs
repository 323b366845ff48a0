//! The 27 procedures that must be online (手続オンライン化).
