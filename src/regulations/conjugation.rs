//! Verbs with their endings (動詞と語尾): what an act goes on to be, told by conjugation instead of by spellings.
//!
//! Takes the folded letters behind the stem of a verb, gives its voice and ending and how many letters spell them. The
//! data name verbs in their dictionary form and how they conjugate (data/regulations/conjugation.toml); the build cuts off their stems.

use super::entries::{Beginning, Conjugation, Ending, Follows, Spelled, Verb, VerbRow, Voice};
use super::names::Tail;
use super::tables::{ENDINGS, GODAN, ICHIDAN, KANA, SURU, VERB_ROWS};

/// The vowels in the order of a verb's kana.
const VOWELS: &str = "aiueo";

/// A verb found: the form that it gives the act, the letters that spell it, whether it ended in its dictionary form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conjugated {
    /// The form.
    pub tail: Tail,
    /// How many letters.
    pub length: usize,
    /// Whether what follows decides (「行う者」, 「行うこと」).
    pub dictionary: bool,
}

impl Verb {
    /// The verb whose stem ends after so many of these letters.
    #[must_use]
    pub fn read(&self, letters: &[char], stem: usize) -> Option<Conjugated> {
        let rest = letters.get(stem..)?;
        let beginnings: &[Beginning] = match self.conjugation {
            Conjugation::Suru => &SURU,
            Conjugation::Ichidan => &ICHIDAN,
            Conjugation::Godan(_) => &GODAN,
        };
        let (voice, ending, length) = beginnings.iter().find_map(|(spelled, voice, follows)| {
            let begun = self.begun(rest, spelled)?;
            let (ending, more) = match *follows {
                Follows::Nothing(ending) => (ending, 0),
                Follows::One(endings) => one(endings, rest.get(begun..)?)?,
            };
            Some((*voice, ending, begun + more))
        })?;
        let tail = VERB_ROWS.get(usize::from(self.row))?.form(voice, ending);
        Some(Conjugated { tail, length: stem + length, dictionary: ending == Ending::Dictionary })
    }

    /// How many letters these begin with, as far as it is all of them.
    fn begun(&self, letters: &[char], spelled: &str) -> Option<usize> {
        let own = |letter: char| match self.conjugation {
            Conjugation::Godan(number) if letter.is_ascii() => {
                VOWELS.find(letter).and_then(|place| KANA.get(usize::from(number))?.chars().nth(place))
            }
            _ => Some(letter),
        };
        let mut letters = letters.iter();
        spelled.chars().try_fold(0, |count, letter| (letters.next().copied() == own(letter)).then_some(count + 1))
    }
}

/// The first ending that fits, and how many letters spell it.
fn one(endings: &[&[Spelled]], letters: &[char]) -> Option<(Ending, usize)> {
    let fits = |(spelled, ending): &Spelled| begins(letters, spelled).map(|length| (*ending, length));
    endings.iter().flat_map(|endings| endings.iter()).find_map(fits)
}

/// How many letters a word has that they begin with.
fn begins(letters: &[char], word: &str) -> Option<usize> {
    let mut letters = letters.iter();
    word.chars().try_fold(0, |count, letter| (letters.next() == Some(&letter)).then_some(count + 1))
}

impl VerbRow {
    /// The form that an ending gives the act: its own where the verb has one, else that of all verbs.
    fn form(&self, voice: Voice, ending: Ending) -> Tail {
        let own = match voice {
            Voice::Active => self.active,
            Voice::Passive => self.passive,
            Voice::Causative => self.causative,
        };
        let tells = |(known, voices, _): &&(Ending, u8, Tail)| *known == ending && voices & (1 << voice as u8) != 0;
        let told = ENDINGS.iter().find(tells).filter(|_| self.keeps & (1 << ending as u8) == 0);
        told.map_or(own, |(_, _, form)| *form)
    }
}
