//! The categories (規制区分): names, definitions, PHASE, technologies of the map, as data/regulations tells them.
//!
//! Takes nothing, gives facts. Source of the seven: 「デジタル原則に照らした規制の一括見直しプラン」; PHASE table: its paper of
//! 2022-03-30; technologies: テクノロジーマップ（デジタル庁）を加工して作成.

use serde::{Deserialize, Serialize};

use super::rule::set;
use super::senses::Senses;
use super::tables::{ALL, CATEGORIES, SOURCES};
pub use super::tables::{Category, Status};

/// How far digitalisation has come, as far as the text tells (PHASE 3 cannot be read from a text that still regulates).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Phase {
    /// PHASE 1: the analogue way only.
    #[serde(rename = "1")]
    One,
    /// PHASE 2 or later: the clause names a digital way.
    #[serde(rename = "2")]
    Two,
}

/// What is known of a category.
#[derive(Debug)]
pub struct Facts {
    /// Identifier in files and interfaces.
    pub id: &'static str,
    /// Japanese name.
    pub name: &'static str,
    /// Japanese name where there is little room.
    pub short: &'static str,
    /// Whether it is one of the seven of the plan; 記録媒体の指定 stands beside them.
    pub of_the_seven: bool,
    /// Definition and where its wording comes from.
    pub definition: (&'static str, Status),
    /// PHASE 1 to 3 and where the wording comes from; 記録媒体の指定 has no table.
    pub phases: Option<([&'static str; 3], Status)>,
    /// Technologies that could replace the act, and where they come from.
    pub technologies: (&'static [&'static str], Status),
    /// What is looked for, what is not, and what is in doubt, in short.
    pub sought: [&'static str; 3],
    /// Classes that make a clause worth a look where they stand in its caption and no word of the text is an act.
    pub captions: u8,
}

/// What holds of a category that nothing is known of; there is none.
static UNKNOWN: Facts = Facts {
    id: "",
    name: "",
    short: "",
    of_the_seven: false,
    definition: ("", Status::OwnWording),
    phases: None,
    technologies: (&[], Status::OwnWording),
    sought: [""; 3],
    captions: 0,
};

impl Status {
    /// Where it comes from, as officers read it.
    #[must_use]
    pub fn origin(self) -> &'static str {
        SOURCES.get(self as usize).copied().unwrap_or_default()
    }
}

impl Category {
    /// All in the order of the plan.
    pub const ALL: [Self; ALL.len()] = ALL;

    fn facts(self) -> &'static Facts {
        CATEGORIES.get(self.index()).unwrap_or(&UNKNOWN)
    }

    /// Identifier in files and interfaces.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.facts().id
    }

    /// The category of an identifier.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.id() == id)
    }

    /// Japanese name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// Japanese name where there is little room.
    #[must_use]
    pub fn short_name(self) -> &'static str {
        self.facts().short
    }

    /// Place in [`Category::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Whether it is one of the seven of the plan; 記録媒体の指定 stands beside them.
    #[must_use]
    pub fn is_of_the_seven(self) -> bool {
        self.facts().of_the_seven
    }

    /// Definition and where its wording comes from.
    #[must_use]
    pub fn definition(self) -> (&'static str, Status) {
        self.facts().definition
    }

    /// PHASE 1 to 3 of the category and where the wording comes from; 記録媒体の指定 has no table.
    #[must_use]
    pub fn phases(self) -> Option<([&'static str; 3], Status)> {
        self.facts().phases
    }

    /// Where the technologies come from, as officers read it.
    #[must_use]
    pub fn technologies_origin(self) -> &'static str {
        self.facts().technologies.1.origin()
    }

    /// Technologies that could replace the act.
    #[must_use]
    pub fn technologies(self) -> &'static [&'static str] {
        self.facts().technologies.0
    }

    /// What is looked for, what is not, and what is in doubt, in short, as officers read it.
    #[must_use]
    pub fn sought(self) -> [&'static str; 3] {
        self.facts().sought
    }

    /// Classes of its captions.
    #[must_use]
    pub(super) fn captions(self) -> Senses {
        set(self.facts().captions)
    }
}
