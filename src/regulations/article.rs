//! The article read as one (条の通し読み): what the paragraphs before a clause and the caption of its article say.
//!
//! Takes the clauses of an ordinance in order, gives [`Earlier`]: the words that 「前項」 and 「第一項」 bring into a paragraph.
//! Nothing is known of a clause that is read alone.

use std::sync::Arc;

use crate::clause::Clause;

use super::names::{ARTICLE_MARK, KANJI_DIGITS, LAST_PARAGRAPH, ORDINAL, PARAGRAPH_MARK, Sense};
use super::senses::Senses;
use super::token::Token;

/// A paragraph that was read.
#[derive(Debug, Clone, Default)]
struct Paragraph {
    cited: String,
    text: String,
    tokens: Vec<Token>,
}

/// The paragraphs of the article that is being read.
#[derive(Debug, Clone, Default)]
pub struct Article {
    title: Option<Arc<str>>,
    number: String,
    caption: String,
    /// Those that were read, and behind them the space of earlier articles, which is used again.
    paragraphs: Vec<Paragraph>,
    read: usize,
}

/// What the paragraphs before say, as far as a clause refers to them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Earlier<'a> {
    /// Senses outside their brackets.
    pub senses: Senses,
    paragraphs: &'a [Paragraph],
}

/// Longer articles are read without their beginning.
const MOST: usize = 40;

impl Article {
    /// Turns to the article of a clause; another one begins anew.
    pub fn turn_to(&mut self, clause: &Clause) {
        let number = number(&clause.article);
        let same = self.title.as_ref().is_some_and(|title| Arc::ptr_eq(title, &clause.title))
            && !clause.title.is_empty()
            && !number.is_empty()
            && self.number == number
            && self.paragraphs().iter().all(|paragraph| paragraph.cited != clause.article);
        if !same {
            self.title = Some(Arc::clone(&clause.title));
            number.clone_into(&mut self.number);
            clause.caption.clone_into(&mut self.caption);
            self.read = 0;
        }
    }

    /// Whether a paragraph of it was read before.
    #[must_use]
    pub const fn is_begun(&self) -> bool {
        self.read > 0
    }

    /// The caption of a clause, or that of its article where only the first paragraph bears it.
    #[must_use]
    pub fn caption<'a>(&'a self, clause: &'a Clause) -> &'a str {
        if clause.caption.is_empty() { &self.caption } else { &clause.caption }
    }

    /// Takes over a paragraph once it is read.
    pub fn learn(&mut self, clause: &Clause, tokens: &[Token]) {
        if self.number.is_empty() || self.read >= MOST {
            return;
        }
        if self.paragraphs.len() == self.read {
            self.paragraphs.push(Paragraph::default());
        }
        if let Some(paragraph) = self.paragraphs.get_mut(self.read) {
            clause.article.clone_into(&mut paragraph.cited);
            clause.text.clone_into(&mut paragraph.text);
            tokens.clone_into(&mut paragraph.tokens);
            self.read += 1;
        }
    }

    fn paragraphs(&self) -> &[Paragraph] {
        self.paragraphs.get(..self.read).unwrap_or_default()
    }

    /// What a text refers to: the paragraph before it (前項, 同項), or all before it (前二項, 第一項).
    #[must_use]
    pub fn back_from<'a>(&'a self, text: &str, tokens: &[Token]) -> Earlier<'a> {
        let Some(last) = self.read.checked_sub(1) else { return Earlier::default() };
        let references = tokens.iter().filter(|token| token.sense == Sense::RefersBack);
        let from = references.filter_map(|token| {
            let (before, word) =
                (text.get(..token.start as usize)?, text.get(token.start as usize..token.end as usize)?);
            match word {
                _ if LAST_PARAGRAPH.contains(&word) => Some(last),
                // 「法第十二条第三項」 is no paragraph of this article.
                _ if before.ends_with(ARTICLE_MARK) || before.ends_with(is_number) => None,
                _ => Some(0),
            }
        });
        let from = from.min();
        let paragraphs = from.and_then(|from| self.paragraphs().get(from..)).unwrap_or(&[]);
        let mut senses = Senses::default();
        for token in paragraphs.iter().flat_map(|paragraph| &paragraph.tokens).filter(|token| !token.bracketed) {
            senses.insert(token.sense);
        }
        Earlier { senses, paragraphs }
    }
}

impl Earlier<'_> {
    /// Where a word of these senses was said, as it is cited, and the word.
    #[must_use]
    pub fn said(&self, senses: Senses) -> Option<(&str, &str)> {
        self.paragraphs.iter().rev().find_map(|paragraph| {
            let token = paragraph.tokens.iter().find(|token| !token.bracketed && senses.has(token.sense))?;
            let word = paragraph.text.get(token.start as usize..token.end as usize)?;
            Some((paragraph.cited.as_str(), word))
        })
    }
}

/// 「第五条の二第三項」 without its paragraph; empty where the clause names none.
#[must_use]
pub fn number(cited: &str) -> &str {
    let paragraph = cited.rfind(ORDINAL).filter(|place| *place > 0 && cited.ends_with(PARAGRAPH_MARK));
    paragraph.and_then(|place| cited.get(..place)).unwrap_or(cited)
}

/// Whether a citation of an article may end so (「第十条の二」).
fn is_number(character: char) -> bool {
    character.is_numeric() || KANJI_DIGITS.contains(character)
}
