//! What a word of the vocabulary means to the reader (語の意味): its class in data/regulations/words.csv.
//!
//! Takes nothing, gives [`Sense`] and what is known of its class.

use super::category::Category;
use super::finding::Role;
use super::tables::CLASSES;
pub use super::tables::Sense;

/// A class of words.
#[derive(Debug)]
pub struct Class {
    /// Name in the data.
    pub name: &'static str,
    /// Words hide shorter words within them only inside their own field: 「定期講習」 hides 「定期」, not 「講習」.
    pub field: u8,
    /// Whether what follows a word of it is read.
    pub act: bool,
    /// Whether a finding may begin from it: everything but sentence words, objects and people.
    pub core: bool,
    /// What it contributes to the evidence.
    pub role: Role,
    /// The category whose words it hides, for words that only look like one.
    pub against: Option<Category>,
    /// Spelling patterns.
    pub spellings: &'static str,
}

/// What holds of a sense that no class is known of; there is none.
static UNKNOWN: Class =
    Class { name: "", field: 0, act: false, core: false, role: Role::Core, against: None, spellings: "" };

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
