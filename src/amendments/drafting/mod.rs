//! Drafting (たたき台): a clause, its categories and its ordinance give drafts, or the reason why there is none.

mod defined;
mod draft;
mod kind;
mod ordinance;
mod related;
mod town;

pub use draft::{ChoiceMade, Draft, Drafter, Drafts, Request};
pub use kind::Level;
pub use ordinance::Ordinance;
pub use related::{Relation, related};
