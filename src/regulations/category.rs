//! The categories (規制区分): names, definitions, PHASE, technologies of the map, as data/regulations tells them.
//!
//! Takes nothing, gives facts. Source of the seven: 「デジタル原則に照らした規制の一括見直しプラン」; PHASE table: its paper of
//! 2022-03-30; technologies: テクノロジーマップ（デジタル庁）を加工して作成.

use super::entries::Facts;
use super::names::{ALL, Category, Status};
use super::senses::Senses;
use super::tables::{CATEGORIES, SOURCES, set};

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

/// A text that is the identifier of no category.
#[derive(Debug, thiserror::Error)]
#[error("no category")]
pub struct UnknownCategory;

// Categories are written by their identifiers, whatever the format: a text is read and written everywhere already.
impl From<Category> for &'static str {
    fn from(category: Category) -> Self {
        category.id()
    }
}

impl TryFrom<String> for Category {
    type Error = UnknownCategory;

    fn try_from(id: String) -> Result<Self, UnknownCategory> {
        Self::from_id(&id).ok_or(UnknownCategory)
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
