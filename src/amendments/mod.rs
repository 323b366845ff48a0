//! From a decided clause to a draft of its amendment (改正案のたたき台): precedents, what the state changed, drafts by patterns.
//!
//! Takes clauses and their categories; gives precedents that are near ([`similarity`]), amended national provisions behind
//! the clause ([`national`]) and drafts ([`drafting`]) with an 改め文 that was applied before it is shown ([`amending`]). No sentence of
//! law comes from here that no precedent holds: patterns are data, and the build proves them.

pub mod amending;
pub mod answer;
pub mod drafting;
pub mod engine;
pub mod export;
pub mod national;
pub mod records;
pub mod refusal;
pub mod settings;
pub mod similarity;
pub mod tables;
pub mod text;
