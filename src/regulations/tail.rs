//! What follows the name of an act (行為の語尾): 「検査させ」, 「検査を受け」, 「検査の結果」, 「検査機関」.
//!
//! Takes the text behind a word, gives [`Tail`]. The tail tells whether the clause lays the act down or only mentions
//! it. Brackets between the word and its tail are skipped; in a list (「検査、点検又は調査を行う」) the last word decides.

use super::conjugation::Conjugated;
use super::fold::{NOTHING, fold};
use super::names::{
    CIRCUMSTANCE_FOLLOWS, CLAUSE_ENDS, DICTIONARY_ENDS, LONG_MARK, MENTIONS, OBJECT, RULE_FOLLOWS, Tail,
};
use super::spelled::Tree;
use super::tables::{FORMS, STEMS, TAILS, VERBS};

impl Tail {
    /// The act is only mentioned: its results, papers, fees and bodies, its absence, or something that it describes.
    #[must_use]
    pub const fn only_mentions(self) -> bool {
        self.is_in(MENTIONS)
    }

    /// Whether it is one of these forms.
    #[must_use]
    pub const fn is_in(self, forms: u32) -> bool {
        forms & (1 << self as u32) != 0
    }
}

/// The tails, ready for look-up.
#[derive(Debug, Clone)]
pub struct Tails {
    /// What stands behind an act: forms as they are spelled, and verbs up to their endings. Numbers are of [`TAILS`], behind them
    /// of [`VERBS`].
    spelled: Tree,
    /// Verbs without what joins them to the act, by their numbers in [`VERBS`].
    stems: Tree,
}

/// No tail is longer than this many folded characters.
const LONGEST: usize = 32;
/// No adverb between an act and its verb is longer than this.
const ADVERB: usize = 14;
/// No noun of a list is longer than this.
const NOUN: usize = 10;

impl Tails {
    /// Reads the tables.
    #[must_use]
    pub fn new() -> Self {
        Self { spelled: Tree::read(FORMS).by_codes(), stems: Tree::read(STEMS).by_codes() }
    }

    /// The tail at the beginning of this text.
    #[must_use]
    pub fn of(&self, text: &str) -> Tail {
        let mut letters = [NOTHING; LONGEST];
        let length = read(text, &mut letters);
        self.at(letters.get(..length).unwrap_or(&[])).0
    }

    /// The tail behind the noun that a list goes on with (「若しくは質問の業務」), if that is all that follows.
    #[must_use]
    pub fn beyond(&self, text: &str) -> Option<Tail> {
        let mut letters = [NOTHING; LONGEST];
        let length = read(text, &mut letters);
        let letters = letters.get(..length).unwrap_or(&[]);
        let (_, joint) = self.at(letters);
        let rest = letters.get(joint..).unwrap_or(&[]);
        let noun = rest.iter().take_while(|letter| is_noun(**letter)).count();
        if noun == 0 || noun > NOUN {
            return None;
        }
        let tail = self.at(rest.get(noun..).unwrap_or(&[])).0;
        (!matches!(tail, Tail::Listed | Tail::Other | Tail::Compound)).then_some(tail)
    }

    /// The tail at the beginning of these letters, and how many of them spell it.
    fn at(&self, letters: &[char]) -> (Tail, usize) {
        // What is spelled out wins over a verb that is no longer.
        match (self.longest(letters), self.verb(letters)) {
            (longest, Some(verb)) if longest.is_none_or(|(spelled, _)| verb.length > spelled) => {
                (goes_on(verb, letters), verb.length)
            }
            (Some((spelled, tail)), _) => {
                let (spelling, rest) = letters.split_at_checked(spelled).unwrap_or((letters, &[]));
                let dictionary = spelling.last().is_some_and(|last| DICTIONARY_ENDS.contains(*last));
                (continued(tail, dictionary, rest), spelled)
            }
            (None, _) => (self.distant(letters), 0),
        }
    }

    /// The longest spelling at the beginning of these letters: how many it has, and what it says.
    fn longest(&self, letters: &[char]) -> Option<(usize, Tail)> {
        let tail = |(length, number)| Some((length, *TAILS.get(usize::from(number))?));
        self.spelled.beginnings(letters).filter_map(tail).last()
    }

    /// The longest verb at the beginning of these letters; among equals that which the data name last.
    #[must_use]
    pub fn verb(&self, letters: &[char]) -> Option<Conjugated> {
        let verb = |(stem, number)| Some((stem, usize::from(number).checked_sub(TAILS.len())?));
        longest(self.spelled.beginnings(letters).filter_map(verb), letters)
    }

    /// The longest verb of its own name (not bare する) at the beginning of these letters.
    fn alone(&self, letters: &[char]) -> Option<Conjugated> {
        longest(self.stems.beginnings(letters).map(|(stem, number)| (stem, number.into())), letters)
    }
}

/// The longest of these verbs, by how many letters its stem has and its number, that ends so.
fn longest(verbs: impl Iterator<Item = (usize, usize)>, letters: &[char]) -> Option<Conjugated> {
    let read = |(stem, number): (usize, usize)| Some((VERBS.get(number)?.read(letters, stem)?, number));
    verbs.filter_map(read).max_by_key(|(verb, number)| (verb.length, *number)).map(|(verb, _)| verb)
}

impl Tails {
    /// The tail of a verb that an adverb keeps apart from the act (「を高度に実施し」, 「を、それぞれ、行わなければ」).
    fn distant(&self, letters: &[char]) -> Tail {
        let first = letters.first().copied().unwrap_or(NOTHING);
        let Some((_, rest)) = letters.split_first().filter(|(one, _)| OBJECT.contains(**one)) else {
            return unknown(first);
        };
        let ends = |letter: &char| CLAUSE_ENDS.contains(*letter);
        let reach = rest.iter().position(ends).unwrap_or(rest.len()).min(ADVERB);
        let found = (1..reach).find_map(|place| {
            let rest = rest.get(place..)?;
            self.alone(rest).map(|verb| goes_on(verb, rest))
        });
        found.unwrap_or_else(|| unknown(first))
    }
}

/// The form of a verb, by what stands behind it.
fn goes_on(verb: Conjugated, letters: &[char]) -> Tail {
    continued(verb.tail, verb.dictionary, letters.get(verb.length..).unwrap_or(&[]))
}

fn is_noun(letter: char) -> bool {
    matches!(letter, '\u{4E00}'..='\u{9FFF}') || letter == LONG_MARK
}

fn unknown(first: char) -> Tail {
    match first {
        '\u{4E00}'..='\u{9FFF}' => Tail::Compound,
        _ => Tail::Other,
    }
}

/// A verb in its dictionary form lays the act down only where the sentence goes on as a rule; before 場合・とき・ため it is a
/// circumstance, before any other noun it describes (「検査を行う者」).
fn continued(tail: Tail, dictionary: bool, rest: &[char]) -> Tail {
    let dictionary_form = dictionary && matches!(tail, Tail::Does | Tail::Causes | Tail::Undergoes | Tail::Asked);
    let follows = |words: &str| words.split_whitespace().any(|word| begins(rest, word));
    let ends = rest.first().is_none_or(|next| *next == '\n');
    if !dictionary_form || ends || follows(RULE_FOLLOWS) {
        tail
    } else if follows(CIRCUMSTANCE_FOLLOWS) {
        Tail::When
    } else {
        Tail::Describes
    }
}

/// Whether the letters begin with a word.
fn begins(letters: &[char], word: &str) -> bool {
    let mut letters = letters.iter();
    word.chars().all(|character| letters.next() == Some(&fold(character)))
}

impl Default for Tails {
    fn default() -> Self {
        Self::new()
    }
}

/// Reads folded characters outside brackets.
fn read(text: &str, letters: &mut [char; LONGEST]) -> usize {
    let mut depth = 0_usize;
    let mut length = 0;
    // The end of the text reads like the end of a line.
    for character in text.chars().take(400).chain(['\n']) {
        match fold(character) {
            NOTHING => {}
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            letter => {
                if let Some(slot) = letters.get_mut(length) {
                    *slot = letter;
                    length += 1;
                } else {
                    break;
                }
            }
        }
    }
    length
}
