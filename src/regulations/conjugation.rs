//! Verbs with their endings (動詞と語尾): what an act goes on to be, told by conjugation instead of by spellings.
//!
//! Takes the folded letters behind the stem of a verb, gives its voice and ending and how many letters spell them. The
//! data name verbs in their dictionary form, the build cuts off their stems; how they conjugate is what this file knows
//! of Japanese.

use super::entries::{Conjugation, Ending, Verb, VerbRow, Voice};
use super::names::Tail;
use super::tables::{ENDINGS, VERB_ROWS};

/// What an ending may begin with: letters, the voice that they give, and what follows them. In [`GODAN`] the vowels stand for
/// the verb's own kana.
type Beginning = (&'static str, Voice, Follows);
/// Letters, and the ending that they are.
type Spelled = (&'static str, Ending);

/// What follows the beginning of an ending.
#[derive(Debug, Clone, Copy)]
enum Follows {
    /// Nothing: it is this ending.
    Nothing(Ending),
    /// Of these the first that fits.
    One(&'static [&'static [Spelled]]),
}

/// サ変, and what is built on it. 「検査すべき者」: the duty is the word's own.
const SURU: [Beginning; 9] = [
    ("させ", Voice::Causative, ANY),
    ("せしめ", Voice::Causative, ANY),
    ("され", Voice::Passive, ANY),
    ("せられ", Voice::Passive, ANY),
    ("すれは", Voice::Active, Follows::Nothing(Ending::Conditional)),
    ("すへ", Voice::Active, Follows::Nothing(Ending::Must)),
    ("する", Voice::Active, Follows::Nothing(Ending::Dictionary)),
    ("せ", Voice::Active, Follows::One(&[&DENIED])),
    ("し", Voice::Active, Follows::One(&[&DENIED, &JOINED])),
];
/// 一段; passive and causative are 一段 again.
const ICHIDAN: [Beginning; 3] =
    [("させ", Voice::Causative, ANY), ("られ", Voice::Passive, ANY), ("", Voice::Active, ANY)];
/// 五段. First 音便: 行って, 申し込んで, 置いて, 示して; folded, one kana and て or た.
const GODAN: [Beginning; 17] = [
    ("つて", Voice::Active, Follows::Nothing(Ending::Connective)),
    ("んて", Voice::Active, Follows::Nothing(Ending::Connective)),
    ("いて", Voice::Active, Follows::Nothing(Ending::Connective)),
    ("して", Voice::Active, Follows::Nothing(Ending::Connective)),
    ("つた", Voice::Active, Follows::Nothing(Ending::Past)),
    ("んた", Voice::Active, Follows::Nothing(Ending::Past)),
    ("いた", Voice::Active, Follows::Nothing(Ending::Past)),
    ("した", Voice::Active, Follows::Nothing(Ending::Past)),
    ("aせ", Voice::Causative, ANY),
    ("aしめ", Voice::Causative, ANY),
    ("aれ", Voice::Passive, ANY),
    ("a", Voice::Active, Follows::One(&[&DENIED])),
    ("oうと", Voice::Active, Follows::Nothing(Ending::Intends)),
    ("eは", Voice::Active, Follows::Nothing(Ending::Conditional)),
    ("e", Voice::Passive, ANY),
    ("u", Voice::Active, Follows::Nothing(Ending::Dictionary)),
    ("i", Voice::Active, Follows::Nothing(Ending::Continuative)),
];
/// The vowels in the order of a verb's kana.
const VOWELS: &str = "aiueo";
/// Kana of the rows that statutes need, folded, in the order of their dictionary endings うくぐすつふぶむるぬ.
const KANA: [&str; 10] = [
    "わいうえお",
    "かきくけこ",
    "かきくけこ",
    "さしすせそ",
    "たちつてと",
    "はひふへほ",
    "はひふへほ",
    "まみむめも",
    "らりるれろ",
    "なにぬねの",
];

/// Every ending of 一段.
const ANY: Follows = Follows::One(&[&PLAIN, &DENIED, &JOINED]);
const PLAIN: [Spelled; 4] =
    [("れは", Ending::Conditional), ("ようと", Ending::Intends), ("るへ", Ending::Must), ("る", Ending::Dictionary)];
/// 「なければ」 lays down, 「ない」 and 「ず」 deny.
const DENIED: [Spelled; 9] = [
    ("なけれはなら", Ending::Must),
    ("なけれは", Ending::Must),
    ("なくては", Ending::Must),
    ("ねは", Ending::Must),
    ("さるを得", Ending::Must),
    ("ない", Ending::Negative),
    ("なかつ", Ending::Negative),
    ("す", Ending::Negative),
    ("ぬ", Ending::Negative),
];
/// 「て」 and 「た」, or nothing at all.
const JOINED: [Spelled; 4] =
    [("ようと", Ending::Intends), ("て", Ending::Connective), ("た", Ending::Past), ("", Ending::Continuative)];

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
