//! The ordinance around a clause: what stands before and after it, and which 項 its article has.

use crate::amendments::text::Place;
use crate::clause::{Clause, Part};
use crate::numeral::{is_digit, leading};

/// The clauses of one ordinance in their order.
#[derive(Debug, Clone, Default)]
pub struct Ordinance<'a> {
    clauses: Vec<&'a Clause>,
}

impl<'a> Ordinance<'a> {
    /// The clauses of the ordinance that a clause stands in, chosen among all by its title.
    #[must_use]
    pub fn around(clause: &Clause, all: impl IntoIterator<Item = &'a Clause>) -> Self {
        Self::of(
            all.into_iter()
                .filter(|other| other.title == clause.title && other.place.file == clause.place.file)
                .collect(),
        )
    }

    /// From clauses that are of one ordinance; they are put in the order of their articles.
    #[must_use]
    pub fn of(mut clauses: Vec<&'a Clause>) -> Self {
        clauses.sort_by_cached_key(|clause| {
            (matches!(clause.part, Part::Supplementary | Part::Table | Part::Form), order(&clause.article))
        });
        Self { clauses }
    }

    /// The clauses.
    #[must_use]
    pub fn clauses(&self) -> &[&'a Clause] {
        &self.clauses
    }

    fn position(&self, clause: &Clause) -> Option<usize> {
        self.clauses
            .iter()
            .position(|other| std::ptr::eq(*other, clause))
            .or_else(|| self.clauses.iter().position(|other| *other == clause))
    }

    /// Texts before the clause and after it.
    #[must_use]
    pub fn texts(&self, clause: &Clause) -> (Vec<&'a str>, Vec<&'a str>) {
        let Some(at) = self.position(clause) else { return (Vec::new(), Vec::new()) };
        let text = |other: &&'a Clause| other.text.as_str();
        (self.clauses.iter().take(at).map(text).collect(), self.clauses.iter().skip(at + 1).map(text).collect())
    }

    /// The last 項 of the article of a clause, where it is behind the clause.
    #[must_use]
    pub fn last_paragraph(&self, clause: &Clause) -> Option<u32> {
        let place = Place::parse(&clause.article);
        let last =
            self.clauses.iter().filter(|other| other.part == clause.part).map(|other| Place::parse(&other.article));
        let last = last
            .filter(|other| other.article == place.article && !other.paragraph.is_empty())
            .map(|other| other.paragraph_number())
            .max()?;
        (last > place.paragraph_number()).then_some(last)
    }
}

/// The numbers of a citation in turn: 第5条の2第3項 is 5, 2, 3 with a mark between 条 and 項.
fn order(article: &str) -> Vec<(u8, u32)> {
    let place = Place::parse(article);
    let mut numbers = Vec::new();
    for (mark, part) in [(2, &place.article), (1, &place.paragraph), (0, &place.item)] {
        let mut rest = part.as_str();
        let mut step = mark;
        while let Some(at) = rest.find(is_digit) {
            let Some((value, _, behind)) = rest.get(at..).and_then(leading) else { break };
            numbers.push((step, value));
            rest = behind;
            step = 3;
        }
    }
    numbers
}
