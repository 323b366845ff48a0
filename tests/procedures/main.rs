//! The 27 procedures, from a town's own list to the answer.

mod names;
