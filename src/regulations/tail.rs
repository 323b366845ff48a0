//! What follows the name of an act (行為の語尾): 「検査させ」, 「検査を受け」, 「検査の結果」, 「検査機関」.
//!
//! Takes the text behind a word, gives [`Tail`]. The tail tells whether the clause lays the act down or only mentions
//! it. Brackets between the word and its tail are skipped; in a list (「検査、点検又は調査を行う」) the last word decides.

use super::conjugation::{Conjugated, Conjugation};
use super::fold::{Folded, fold, rank};
pub use super::tables::Tail;
use super::tables::{
    CIRCUMSTANCE_FOLLOWS, CLAUSE_ENDS, DICTIONARY_ENDS, FORMS, LONG_MARK, MENTIONS, OBJECT, RULE_FOLLOWS,
};

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
    /// Sorted by spelling; the longest of the same beginning last.
    entries: Vec<(Vec<Folded>, Tail)>,
    verbs: Conjugation,
}

/// No tail is longer than this many folded characters.
const LONGEST: usize = 32;
/// No adverb between an act and its verb is longer than this.
const ADVERB: usize = 14;
/// No noun of a list is longer than this.
const NOUN: usize = 10;

impl Tails {
    /// Folds and sorts the table.
    #[must_use]
    pub fn new() -> Self {
        let mut entries: Vec<(Vec<Folded>, Tail)> = FORMS
            .iter()
            .flat_map(|(tail, _, spellings)| {
                spellings
                    .split_whitespace()
                    .map(move |spelling| (super::automaton::folded(&spelling.replace('↵', "\n")), *tail))
            })
            .collect();
        entries.sort_by(|a, b| order(&a.0, &b.0));
        entries.dedup_by(|a, b| a.0 == b.0);
        Self { entries, verbs: Conjugation::new() }
    }

    /// The tail at the beginning of this text.
    #[must_use]
    pub fn of(&self, text: &str) -> Tail {
        let mut letters = [Folded::Nothing; LONGEST];
        let length = read(text, &mut letters);
        self.at(letters.get(..length).unwrap_or(&[])).0
    }

    /// The tail behind the noun that a list goes on with (「若しくは質問の業務」), if that is all that follows.
    #[must_use]
    pub fn beyond(&self, text: &str) -> Option<Tail> {
        let mut letters = [Folded::Nothing; LONGEST];
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
    fn at(&self, letters: &[Folded]) -> (Tail, usize) {
        let longest = self.longest(letters);
        let spelled = longest.map_or(0, |(spelling, _)| spelling.len());
        // What is spelled out wins over a verb that is no longer.
        match (longest, self.verbs.behind(letters)) {
            (_, Some(verb)) if verb.length > spelled => (goes_on(verb, letters), verb.length),
            (Some((spelling, tail)), _) => {
                let dictionary = spelling.last().is_some_and(|last| is_among(*last, DICTIONARY_ENDS));
                (continued(*tail, dictionary, letters.get(spelled..).unwrap_or(&[])), spelled)
            }
            (None, _) => (self.distant(letters), 0),
        }
    }
}

impl Tails {
    /// The longest spelling at the beginning of these letters.
    fn longest(&self, letters: &[Folded]) -> Option<&(Vec<Folded>, Tail)> {
        let (mut begun, mut longest) = (self.entries.as_slice(), None);
        for (place, letter) in letters.iter().enumerate() {
            let here = |entry: &(Vec<Folded>, Tail)| rank(entry.0.get(place).copied()).cmp(&rank(Some(*letter)));
            let from = begun.partition_point(|entry| here(entry).is_lt());
            let to = begun.partition_point(|entry| here(entry).is_le());
            begun = begun.get(from..to).unwrap_or(&[]);
            let Some(first) = begun.first() else { break };
            longest = if first.0.len() == place + 1 { Some(first) } else { longest };
        }
        longest
    }

    /// The tail of a verb that an adverb keeps apart from the act (「を高度に実施し」, 「を、それぞれ、行わなければ」).
    fn distant(&self, letters: &[Folded]) -> Tail {
        let first = letters.first().copied().unwrap_or(Folded::Nothing);
        let Some((_, rest)) = letters.split_first().filter(|(one, _)| is_among(**one, OBJECT)) else {
            return unknown(first);
        };
        let ends = |letter: &Folded| is_among(*letter, CLAUSE_ENDS);
        let reach = rest.iter().position(ends).unwrap_or(rest.len()).min(ADVERB);
        let found = (1..reach).find_map(|place| {
            let rest = rest.get(place..)?;
            self.verbs.alone(rest).map(|verb| goes_on(verb, rest))
        });
        found.unwrap_or_else(|| unknown(first))
    }
}

/// The form of a verb, by what stands behind it.
fn goes_on(verb: Conjugated, letters: &[Folded]) -> Tail {
    continued(verb.tail, verb.dictionary, letters.get(verb.length..).unwrap_or(&[]))
}

fn is_noun(letter: Folded) -> bool {
    matches!(letter, Folded::Letter('\u{4E00}'..='\u{9FFF}')) || is_among(letter, LONG_MARK)
}

fn unknown(first: Folded) -> Tail {
    match first {
        Folded::Letter('\u{4E00}'..='\u{9FFF}') => Tail::Compound,
        _ => Tail::Other,
    }
}

/// A verb in its dictionary form lays the act down only where the sentence goes on as a rule; before 場合・とき・ため it is a
/// circumstance, before any other noun it describes (「検査を行う者」).
fn continued(tail: Tail, dictionary: bool, rest: &[Folded]) -> Tail {
    let dictionary_form = dictionary && matches!(tail, Tail::Does | Tail::Causes | Tail::Undergoes | Tail::Asked);
    let follows = |words: &str| words.split_whitespace().any(|word| begins(rest, word));
    let ends = rest.first().is_none_or(|next| *next == Folded::Letter('\n'));
    if !dictionary_form || ends || follows(RULE_FOLLOWS) {
        tail
    } else if follows(CIRCUMSTANCE_FOLLOWS) {
        Tail::When
    } else {
        Tail::Describes
    }
}

/// Whether a letter is one of these.
fn is_among(letter: Folded, letters: &str) -> bool {
    matches!(letter, Folded::Letter(letter) if letters.contains(letter))
}

/// Whether the letters begin with a word.
fn begins(letters: &[Folded], word: &str) -> bool {
    let mut letters = letters.iter();
    word.chars().all(|character| letters.next() == Some(&fold(character)))
}

impl Default for Tails {
    fn default() -> Self {
        Self::new()
    }
}

fn order(one: &[Folded], other: &[Folded]) -> std::cmp::Ordering {
    one.iter().map(|letter| rank(Some(*letter))).cmp(other.iter().map(|letter| rank(Some(*letter))))
}

/// Reads folded characters outside brackets.
fn read(text: &str, letters: &mut [Folded; LONGEST]) -> usize {
    let mut depth = 0_usize;
    let mut length = 0;
    // The end of the text reads like the end of a line.
    for character in text.chars().take(400).chain(['\n']) {
        match fold(character) {
            Folded::Nothing => {}
            Folded::Letter('(') => depth += 1,
            Folded::Letter(')') => depth = depth.saturating_sub(1),
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
