//! The engine of patterns (型): a clause and a pattern give the changed places. Standard library only, because the build proves every
//! pattern of data/amendments with this same code.

mod companion;
pub mod fill;
pub mod find;
pub mod hand;
pub mod pattern;
pub mod rewrite;
pub mod template;

pub use fill::{OPEN, Wording};
pub use hand::{Hand, Numerals};
pub use pattern::{Class, Pattern};
pub use rewrite::{Change, Compiled, Misfit, Rewritten, apply};
pub use template::Template;
