//! [`Token`]: a word of the vocabulary at its place, as the vocabulary gives it and all others read it.

use super::names::{CHECKING_FIELD, Sense, Tail};

/// A word of the vocabulary at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it means.
    pub sense: Sense,
    /// First byte in the text.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// First folded character.
    pub from: u32,
    /// Folded character after the last.
    pub to: u32,
    /// Whether it stands in brackets.
    pub bracketed: bool,
    /// What follows it, for acts.
    pub tail: Tail,
}

impl Token {
    /// Whether it is an act of looking that only forms part of a name (「測定器」).
    #[must_use]
    pub fn names(&self) -> bool {
        self.tail == Tail::Compound && self.sense.field() == CHECKING_FIELD
    }
}
