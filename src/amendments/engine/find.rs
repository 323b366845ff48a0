//! Finding a template in a text: where it stands, what is replaced, and what its slots took.

use super::hand::folded;
use super::template::{Piece, Template};

/// Longest run that a slot takes, in characters.
const LONGEST: usize = 400;

/// A template found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// First character of the template.
    pub from: usize,
    /// First character of what is replaced.
    pub start: usize,
    /// Character after the last of what is replaced.
    pub end: usize,
    /// What the slots took.
    pub taken: Vec<(String, String)>,
}

/// All places where a template stands, from front to back, one a beginning.
#[must_use]
pub fn find_all(template: &Template, text: &[char]) -> Vec<Found> {
    (0..=text.len()).filter_map(|from| find_at(template, text, from)).collect()
}

/// The first place where a template stands.
#[must_use]
pub fn find_first(template: &Template, text: &[char]) -> Option<Found> {
    (0..=text.len()).find_map(|from| find_at(template, text, from))
}

/// Whether a template stands anywhere.
#[must_use]
pub fn stands(template: &Template, text: &[char]) -> bool {
    (0..=text.len()).any(|from| find_at(template, text, from).is_some())
}

fn find_at(template: &Template, text: &[char], from: usize) -> Option<Found> {
    let mut search = Search { text, marks: (from, from), taken: Vec::new(), closed: false };
    let end = search.rest(&template.pieces, from)?;
    let (start, stop) = search.marks;
    let end = if search.closed { stop } else { end };
    Some(Found { from, start, end, taken: search.taken })
}

struct Search<'a> {
    text: &'a [char],
    marks: (usize, usize),
    taken: Vec<(String, String)>,
    closed: bool,
}

impl Search<'_> {
    /// Where the rest of the pieces ends if it stands here.
    fn rest(&mut self, pieces: &[Piece], at: usize) -> Option<usize> {
        let Some((piece, rest)) = pieces.split_first() else { return Some(at) };
        match piece {
            Piece::Letter(letter) => {
                let here = *self.text.get(at)?;
                if folded(here) == folded(*letter) { self.rest(rest, at + 1) } else { None }
            }
            Piece::Open => {
                self.marks.0 = at;
                self.rest(rest, at)
            }
            Piece::Close => {
                self.marks.1 = at;
                self.closed = true;
                self.rest(rest, at)
            }
            Piece::PhraseStart => {
                if phrase_begins(self.text, at) {
                    self.rest(rest, at)
                } else {
                    None
                }
            }
            Piece::End => {
                let ends = self.text.get(at).is_none_or(|letter| matches!(letter, '。' | '\n'));
                if ends { self.rest(rest, at) } else { None }
            }
            Piece::Again(name) => {
                let word: Vec<char> = self.taken.iter().rev().find(|(slot, _)| slot == name)?.1.chars().collect();
                self.word(&word, rest, at)
            }
            Piece::OneOf { name, words } => words.iter().find_map(|word| {
                if !self.stands(word, at) {
                    return None;
                }
                let before = (self.taken.len(), self.marks, self.closed);
                self.taken.push((name.clone(), self.here(at, word.len())));
                self.rest(rest, at + word.len()).or_else(|| self.back(before))
            }),
            Piece::Slot { name, across } => self.slot(name, *across, rest, at),
        }
    }

    fn here(&self, at: usize, length: usize) -> String {
        self.text.iter().skip(at).take(length).collect()
    }

    fn word(&mut self, word: &[char], rest: &[Piece], at: usize) -> Option<usize> {
        if self.stands(word, at) { self.rest(rest, at + word.len()) } else { None }
    }

    fn stands(&self, word: &[char], at: usize) -> bool {
        self.text
            .get(at..at + word.len())
            .is_some_and(|here| here.iter().zip(word).all(|(here, letter)| folded(*here) == folded(*letter)))
    }

    /// Whether the rest may stand here, by its first letter or words: most places need no further look.
    fn may(&self, rest: &[Piece], at: usize) -> bool {
        let pieces = rest.iter().find(|piece| !matches!(piece, Piece::Open | Piece::Close));
        match pieces {
            Some(Piece::Letter(letter)) => self.text.get(at).is_some_and(|here| folded(*here) == folded(*letter)),
            Some(Piece::OneOf { words, .. }) => words.iter().any(|word| self.stands(word, at)),
            _ => true,
        }
    }

    fn back(&mut self, before: (usize, (usize, usize), bool)) -> Option<usize> {
        self.taken.truncate(before.0);
        (self.marks, self.closed) = (before.1, before.2);
        None
    }

    /// The shortest run of words with which the rest stands.
    fn slot(&mut self, name: &str, across: bool, rest: &[Piece], at: usize) -> Option<usize> {
        let mut depth = 0_i32;
        for (length, letter) in self.text.iter().skip(at).take(LONGEST).enumerate() {
            match *letter {
                '（' | '(' | '「' | '『' | '〔' => depth += 1,
                '）' | ')' | '」' | '』' | '〕' => depth -= 1,
                '\n' => return None,
                '。' | '｡' if depth == 0 => return None,
                '、' | '，' | '､' if depth == 0 && !across => return None,
                _ => {}
            }
            if depth < 0 {
                return None;
            }
            if depth == 0 && self.may(rest, at + length + 1) {
                let before = (self.taken.len(), self.marks, self.closed);
                self.taken.push((name.to_owned(), self.here(at, length + 1)));
                if let Some(end) = self.rest(rest, at + length + 1) {
                    return Some(end);
                }
                self.back(before);
            }
        }
        None
    }
}

/// Whether a phrase begins here: after 、 。 an opening bracket or a line end, or after the subject (…は、 included).
fn phrase_begins(text: &[char], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| text.get(before)) else { return true };
    matches!(before, '、' | '。' | '，' | '､' | '｡' | '\n' | '（' | '(' | '「' | '\u{3000}' | ' ')
}
