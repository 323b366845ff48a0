//! Applying an amendment to the text in force, as a reader of the law does: it knows the sentence and the text, not how it was made.

use crate::amendments::engine::Hand;
use crate::amendments::text::phrase::stands;
use crate::amendments::text::{Part, Place, Portion, parts};

use super::read::{Command, commands};

/// Why an amendment cannot be applied.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotApplied {
    /// The sentence is none that this reader knows.
    #[error("the sentence is not understood")]
    Sentence,
    /// The text has no such place.
    #[error("no place {0}")]
    Place(String),
    /// The words do not stand there.
    #[error("the words {0} do not stand there")]
    Words(String),
}

/// The text after the amendment. `place` is the clause that the text is.
///
/// # Errors
/// Why it cannot be applied.
pub fn apply(place: &Place, text: &str, hand: Hand, amendment: &str) -> Result<String, NotApplied> {
    let (sentence, lines) = amendment.split_once('\n').unwrap_or((amendment, ""));
    let letters: Vec<char> = text.chars().collect();
    let parts = parts(place, &letters, hand);
    let mut cells: Vec<Cell> = letters.iter().map(|letter| Cell { old: Some(*letter), new: String::new() }).collect();
    let mut appended = false;
    let located =
        |at: &Place| located(place, &parts, at, letters.len()).ok_or_else(|| NotApplied::Place(at.to_string()));
    for command in commands(sentence).ok_or(NotApplied::Sentence)? {
        match command {
            Command::Substitute { place: at, old, new } => {
                substitute(&letters, &mut cells, located(&at)?, &old, &new)?;
            }
            Command::Drop(at) => {
                let (start, end) = located(&at)?;
                cells.iter_mut().take(end).skip(start).for_each(|cell| cell.old = None);
            }
            Command::Rewrite(at) if at == place.whole() => return Ok(lines.to_owned()),
            Command::Rewrite(at) => return Err(NotApplied::Place(at.to_string())),
            Command::Append => appended = true,
        }
    }
    let mut made: String =
        cells.into_iter().flat_map(|cell| cell.new.chars().chain(cell.old).collect::<Vec<char>>()).collect();
    if appended {
        made.push('\n');
        made.push_str(lines);
    }
    Ok(made)
}

/// A character of the text in force, and what an amendment put before it. What was put in is not amended again.
struct Cell {
    old: Option<char>,
    new: String,
}

/// Puts `new` wherever `old` still stands in force.
fn substitute(
    text: &[char],
    cells: &mut [Cell],
    (start, end): (usize, usize),
    old: &str,
    new: &str,
) -> Result<(), NotApplied> {
    let length = old.chars().count();
    let mut hit = false;
    let mut at = start;
    while length > 0 && at + length <= end {
        let in_force = cells.get(at..at + length).is_some_and(|cells| cells.iter().all(|cell| cell.old.is_some()));
        if in_force && stands(text, at, old) {
            hit = true;
            replace(cells, at, length, old, new);
            at += length;
        } else {
            at += 1;
        }
    }
    if hit { Ok(()) } else { Err(NotApplied::Words(old.to_owned())) }
}

/// Words that stay stay in force, so that 「加える」 leaves them to later quotations.
fn replace(cells: &mut [Cell], at: usize, length: usize, old: &str, new: &str) {
    if let Some(added) = new.strip_prefix(old)
        && let Some(cell) = cells.get_mut(at + length)
    {
        cell.new.push_str(added);
        return;
    }
    cells.iter_mut().skip(at).take(length).for_each(|cell| cell.old = None);
    if let Some(cell) = cells.get_mut(at) {
        cell.new.push_str(new);
    }
}

/// The characters of a place: a 項 with all its parts, a part, or the whole clause.
fn located(clause: &Place, parts: &[Part], at: &Place, length: usize) -> Option<(usize, usize)> {
    if *at == clause.whole() {
        return Some((0, length));
    }
    let inside = |part: &&Part| {
        let same_item = at.item.is_empty() || part.place.item == at.item;
        let same_portion = at.portion == Portion::Whole || part.place.portion == at.portion;
        part.place.article == at.article && part.place.paragraph == at.paragraph && same_item && same_portion
    };
    let mut found = parts.iter().filter(inside);
    let first = found.next()?;
    Some((first.start, found.next_back().unwrap_or(first).end))
}
