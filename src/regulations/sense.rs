//! What a word of the vocabulary means to the reader (語の意味): its class in data/regulations/words.csv.
//!
//! Takes a [`Sense`], gives what is known of its class.

use super::entries::Class;
use super::finding::Role;
use super::names::Sense;
use super::tables::CLASSES;

/// What holds of a sense that no class is known of; there is none.
static UNKNOWN: Class = Class { field: 0, act: false, core: false, role: Role::Core, against: None };

impl Sense {
    /// Its class.
    #[must_use]
    pub fn class(self) -> &'static Class {
        CLASSES.get(self as usize).unwrap_or(&UNKNOWN)
    }

    /// The field it stands in.
    #[must_use]
    pub fn field(self) -> u8 {
        self.class().field
    }

    /// Whether what follows it is read.
    #[must_use]
    pub fn is_act(self) -> bool {
        self.class().act
    }
}
