//! [`CategorySet`]: some of the categories, small enough to keep several for each of 100,000 clauses.

use crate::regulations::Category;

/// A set of categories, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct CategorySet(u16);

const _: () = assert!(Category::ALL.len() <= 16, "a set holds sixteen categories");

impl CategorySet {
    /// All of them.
    pub const ALL: Self = Self(u16::MAX >> (16 - Category::ALL.len()));
    /// None.
    pub const EMPTY: Self = Self(0);

    /// Adds a category.
    pub const fn insert(&mut self, category: Category) {
        self.0 |= 1 << category.index();
    }

    /// Whether the category is in the set.
    #[must_use]
    pub const fn contains(self, category: Category) -> bool {
        self.0 & (1 << category.index()) != 0
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in this one and not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The categories in their order.
    pub fn iter(self) -> impl Iterator<Item = Category> {
        Category::ALL.into_iter().filter(move |category| self.contains(*category))
    }
}

impl FromIterator<Category> for CategorySet {
    fn from_iter<I: IntoIterator<Item = Category>>(categories: I) -> Self {
        let mut set = Self::EMPTY;
        for category in categories {
            set.insert(category);
        }
        set
    }
}
