//! The 1,741 municipalities and their populations by date.
