//! Filling what a pattern puts: slots that the clause fills, that the pattern fills, that were chosen, and those that stay open.

use super::find::stands;
use super::hand::{Hand, folded};
use super::pattern::{Pattern, Slot};
use super::template::{Piece, Template};

/// What makes words a template; characters that have a second spelling.
const MARKS: &str = "〔＾＄つツイ()0123456789";

/// An open slot: to be filled by the drafter.
pub const OPEN: &str = "〔　〕";

/// What the wording of a draft rests on.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'a> {
    /// Title and caption of the clause.
    pub heading: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Texts of earlier clauses of the ordinance.
    pub before: &'a [&'a str],
    /// Texts of later ones.
    pub after: &'a [&'a str],
    /// The hand of the ordinance.
    pub hand: Hand,
    /// What was chosen: choice and option.
    pub chosen: &'a [(String, String)],
    /// Slots that come from outside (町, 長, 規則) or that the drafter filled.
    pub given: &'a [(String, String)],
}

impl Wording<'_> {
    /// Option chosen of a choice, or the first.
    #[must_use]
    pub fn option(&self, pattern: &Pattern, choice: &str) -> Option<&'static str> {
        let choice = pattern.choices.iter().find(|known| known.name == choice)?;
        let chosen = self.chosen.iter().find(|(name, _)| name == choice.name).map(|(_, option)| option.as_str());
        let option =
            choice.options.iter().find(|option| Some(option.id) == chosen).or_else(|| choice.options.first())?;
        Some(option.id)
    }

    /// Whether `choice=option` holds.
    #[must_use]
    pub fn holds(&self, pattern: &Pattern, when: &str) -> bool {
        let Some((choice, options)) = when.split_once('=') else { return when.is_empty() };
        self.option(pattern, choice).is_some_and(|chosen| options.split('|').any(|option| option == chosen))
    }

    /// The words that a template puts.
    #[must_use]
    pub fn fill(&self, pattern: &Pattern, says: &str, taken: &[(String, String)]) -> String {
        self.filled(pattern, says, taken, 0)
    }

    fn filled(&self, pattern: &Pattern, says: &str, taken: &[(String, String)], depth: u8) -> String {
        let Ok(template) = Template::parse(says) else { return says.to_owned() };
        let mut words = String::new();
        let mut plain = String::new();
        for piece in &template.pieces {
            match piece {
                Piece::Letter(letter) => plain.push(*letter),
                Piece::Slot { name, .. } | Piece::OneOf { name, .. } | Piece::Again(name) => {
                    words.push_str(&self.hand.write(&std::mem::take(&mut plain)));
                    words.push_str(&self.slot(pattern, name, taken, depth));
                }
                Piece::Open | Piece::Close | Piece::PhraseStart | Piece::End => {}
            }
        }
        words.push_str(&self.hand.write(&plain));
        words
    }

    fn slot(&self, pattern: &Pattern, name: &str, taken: &[(String, String)], depth: u8) -> String {
        let named = |slots: &[(String, String)]| {
            slots.iter().rev().find(|(slot, _)| slot == name).map(|(_, words)| words.clone())
        };
        if let Some(words) = named(self.given) {
            return words;
        }
        if let Some(words) = named(taken) {
            return words;
        }
        if depth > 4 {
            return OPEN.to_owned();
        }
        if let Some(choice) = pattern.choices.iter().find(|choice| choice.name == name) {
            let option = self.option(pattern, name);
            let option = choice.options.iter().find(|known| Some(known.id) == option);
            return option.map_or_else(String::new, |option| self.filled(pattern, option.says, taken, depth + 1));
        }
        let mut slots = pattern.slots.iter().chain(pattern.shared).filter(|slot| slot.name == name).peekable();
        if slots.peek().is_none() {
            return OPEN.to_owned();
        }
        let slot = slots.find(|slot| self.is_said(slot));
        slot.map_or_else(String::new, |slot| self.filled(pattern, slot.says, taken, depth + 1))
    }

    fn is_said(&self, slot: &Slot) -> bool {
        let here = |words: &[&str]| words.iter().any(|words| contains(self.text, words));
        let among =
            |texts: &[&str], words: &[&str]| words.iter().any(|words| texts.iter().any(|text| contains(text, words)));
        let again = |words: &[&str]| words.iter().any(|words| self.text.matches(words).count() > 1);
        !here(slot.unless)
            && !here(slot.unless_before)
            && !among(self.before, slot.unless_before)
            && (slot.only.is_empty() || here(slot.only) || among(self.before, slot.only))
            && (slot.only_later.is_empty() || again(slot.only_later) || among(self.after, slot.only_later))
    }
}

/// Whether a template stands in a text.
#[must_use]
pub fn contains(text: &str, template: &str) -> bool {
    if text.contains(template) {
        return true;
    }
    // Most words have no slot and one spelling: what does not stand as written does not stand.
    if template.chars().all(|letter| folded(letter) == letter && !MARKS.contains(letter)) {
        return false;
    }
    let letters: Vec<char> = text.chars().collect();
    Template::parse(template).is_ok_and(|template| stands(&template, &letters))
}
