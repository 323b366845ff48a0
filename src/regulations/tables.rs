//! The tables that the build makes of data/regulations (see the README there): what is known of the classes of words, spellings,
//! verbs, categories with their readings and rows. Takes nothing, gives facts.

#![allow(clippy::unreadable_literal, reason = "sets are written by the build as numbers")]

use super::entries::{
    Asked, Beginning, CLEAR, Class, Condition, Conjugation, Ending, FAINT, Facts, Follows, FormsNumber, LIKELY,
    Outcome, Reach, Reading, Row, SentenceNumber, SetNumber, Spelled, TRACE, Verb, VerbRow, Voice,
};
use super::finding::Role;
use super::frame::Frame;
use super::names::{Category, Sense, Status, Tail};
use super::senses::Senses;

include!(concat!(env!("OUT_DIR"), "/regulations.rs"));

/// Every word with the number of its class, as `spelled` reads them.
pub const WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/regulations_words.bin"));
/// How acts go on: every spelling with the number of its form, and every verb up to its ending with its own behind those.
pub const FORMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/regulations_forms.bin"));
/// Every verb without its particle, up to its ending.
pub const STEMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/regulations_stems.bin"));

/// The set of a number: sets of several classes come first, then those of one.
#[must_use]
pub fn set(number: SetNumber) -> Senses {
    let number = usize::from(number);
    SETS.get(number).copied().unwrap_or_else(|| {
        let one = number.checked_sub(SETS.len()).and_then(|place| ALONE.get(place));
        one.map_or_else(Senses::default, |sense| Senses::only(*sense))
    })
}

/// The forms of a number, as bits.
#[must_use]
pub fn forms(number: FormsNumber) -> u32 {
    FORM_SETS.get(usize::from(number)).copied().unwrap_or(0)
}

/// The sentence of a number.
#[must_use]
pub fn sentence(number: SentenceNumber) -> &'static str {
    SENTENCES.get(usize::from(number)).copied().unwrap_or("")
}

/// The rows of a reading, each with its number.
pub fn rows(reading: &Reading) -> impl Iterator<Item = (u16, &'static Row)> + use<> {
    let (first, count) = (usize::from(reading.first), usize::from(reading.count));
    (reading.first..).zip(ROWS.get(first..first + count).unwrap_or(&[]))
}

/// Where the word is sought that a row leans on, and what is sought from that word on.
#[must_use]
pub fn places(row: &Row) -> (&'static [Reach], Option<&'static Reach>) {
    let rest = PLACES.get(usize::from(row.places)..).unwrap_or(&[]);
    let (with, behind) = rest.split_at_checked(usize::from(row.with)).unwrap_or((&[], &[]));
    (with, behind.first().filter(|_| row.then))
}

/// The conditions of a row that must hold, alternatives one behind the other, and those that must not.
#[must_use]
pub fn conditions(row: &Row) -> (&'static [Asked], &'static [Asked]) {
    let rest = CONDITIONS.get(usize::from(row.conditions)..).unwrap_or(&[]);
    let (when, behind) = rest.split_at_checked(usize::from(row.when)).unwrap_or((&[], &[]));
    (when, behind.get(..usize::from(row.unless)).unwrap_or(&[]))
}
