//! 改め文: from the changed places of a clause to the sentence that amends it, and back by applying that sentence.
//!
//! [`compose`] writes, [`apply`] reads what was written and makes the draft of it; nothing is shown that does not come out.

mod act;
mod apply;
mod compose;
mod quote;
mod read;
mod render;

pub use act::{Act, Operation};
pub use apply::{NotApplied, apply};
pub use compose::{Composed, Surroundings, compose};
pub use render::{After, render};
