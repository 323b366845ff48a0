//! Which clauses are analogue regulation (アナログ規制7項目), of which category, and why.
//!
//! Takes a [`crate::clause::Clause`], gives [`Finding`]s. One pass over the text finds the words (`automaton`,
//! `vocabulary`), `passage` reads the sentences as law, the rows of data/regulations are tried on each act (`rule`),
//! `classify` puts the findings together. The engine knows no word: words, forms and rows are data. What a label means is
//! settled in data/gold/CODEBOOK.md; how well it is met, in docs/ACCURACY.md.

pub mod article;
pub mod automaton;
mod basis;
pub mod category;
mod classify;
pub mod conjugation;
pub mod entries;
pub mod finding;
pub mod fold;
pub mod frame;
mod modality;
pub mod names;
pub mod passage;
mod reason;
pub mod rule;
pub mod sense;
pub mod senses;
pub mod spelled;
pub mod tables;
pub mod tail;
pub mod tally;
pub mod token;
pub mod vocabulary;

pub use classify::Classifier;
pub use finding::{Discount, Evidence, Explanation, Field, Finding, Phase, Role, Trust, Verdict};
pub use names::{Category, Status};
pub use vocabulary::Workspace;
