//! Verbs with their endings (動詞と語尾): what an act goes on to be, told by conjugation instead of by spellings.
//!
//! Takes the folded letters behind an act, gives the form of grammar.toml that a verb of its `[[verbs]]` has there (「を実施さ
//! せなければ」: `causes`) and how many letters spell it. The data names verbs in their dictionary form; how they conjugate
//! is what this file knows of Japanese.

use super::automaton::folded;
use super::fold::{Folded, rank};
use super::tables::{ENDINGS, Tail, VERBS};

/// How a verb conjugates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// サ変: する, 実施する; ザ変 (命ずる) folds to the same letters.
    Suru,
    /// 一段: 受ける, 求める
    Ichidan,
    /// 五段: 行う, 申し込む
    Godan,
}

/// What an ending says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Ending {
    /// 終止・連体: 行う
    Dictionary,
    /// 連用: 行い
    Continuative,
    /// 行って
    Connective,
    /// 行った
    Past,
    /// 行わない, 行わず
    Negative,
    /// 行わなければ(ならない), 行わなくては, 行わねば
    Must,
    /// 行おうと(する)
    Intends,
    /// 行えば
    Conditional,
}

/// Who does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// 行う
    Active,
    /// 行われる, 行うことができる as 行える
    Passive,
    /// 行わせる
    Causative,
}

/// A verb that may follow an act.
#[derive(Debug, Clone)]
struct Verb {
    /// The first letter of particle and stem; none of bare する.
    first: Option<Folded>,
    /// Its place in the data: the later one wins among equals.
    place: usize,
    particle: Vec<Folded>,
    stem: Vec<Folded>,
    row: Row,
    /// Kana of a godan verb in the order あいうえお; empty for others.
    kana: Vec<Folded>,
    entry: &'static VerbRow,
}

/// The verbs of grammar.toml, ready.
#[derive(Debug, Clone)]
pub struct Conjugation {
    /// In the order of their first letters, so that nearly all are ruled out at once.
    verbs: Vec<Verb>,
}

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

/// A verb of grammar.toml with what it says of the act before it.
#[derive(Debug)]
pub struct VerbRow {
    /// What joins it to the act, by spaces; empty where it follows at once.
    pub particles: &'static str,
    /// サ変 verbs in their dictionary form.
    pub suru: &'static str,
    /// 一段 verbs.
    pub ichidan: &'static str,
    /// 五段 verbs.
    pub godan: &'static str,
    /// The form that it gives the act.
    pub active: Tail,
    /// … in the passive.
    pub passive: Tail,
    /// … in the causative.
    pub causative: Tail,
    /// Endings that leave it so, whatever they say of other verbs, as bits.
    pub keeps: u8,
}

/// Kana of the rows that statutes need, each by its dictionary ending, folded.
const KANA: [(char, &str); 10] = [
    ('う', "わいうえお"),
    ('く', "かきくけこ"),
    ('ぐ', "かきくけこ"),
    ('す', "さしすせそ"),
    ('つ', "たちつてと"),
    ('ふ', "はひふへほ"),
    ('ぶ', "はひふへほ"),
    ('む', "まみむめも"),
    ('る', "らりるれろ"),
    ('ぬ', "なにぬねの"),
];

impl Conjugation {
    /// Derives stems and rows.
    #[must_use]
    pub fn new() -> Self {
        let mut verbs = Vec::new();
        for entry in &VERBS {
            for particle in entry.particles.split(' ') {
                for (row, words) in [(Row::Suru, entry.suru), (Row::Ichidan, entry.ichidan), (Row::Godan, entry.godan)]
                {
                    verbs.extend(words.split_whitespace().filter_map(|word| verb(entry, particle, row, word)));
                }
            }
        }
        for (place, verb) in verbs.iter_mut().enumerate() {
            verb.place = place;
        }
        verbs.sort_by_key(|verb: &Verb| rank(verb.first));
        Self { verbs }
    }

    /// The verbs that begin with a letter, or with none.
    fn begun(&self, first: Option<Folded>) -> &[Verb] {
        let from = self.verbs.partition_point(|verb| rank(verb.first) < rank(first));
        let to = self.verbs.partition_point(|verb| rank(verb.first) <= rank(first));
        self.verbs.get(from..to).unwrap_or(&[])
    }

    /// The longest verb with its particle at the beginning of these letters.
    #[must_use]
    pub fn behind(&self, letters: &[Folded]) -> Option<Conjugated> {
        let first = letters.first().filter(|letter| **letter != Folded::Nothing);
        let begun = first.map_or(&[][..], |first| self.begun(Some(*first)));
        let found = self.begun(None).iter().chain(begun).filter_map(|verb| {
            let rest = letters.strip_prefix(verb.particle.as_slice())?;
            Some((verb.read(rest, verb.particle.len())?, verb.place))
        });
        found.max_by_key(|(found, place)| (found.length, *place)).map(|(found, _)| found)
    }

    /// The longest verb of its own name (not bare する) at the beginning of these letters.
    #[must_use]
    pub fn alone(&self, letters: &[Folded]) -> Option<Conjugated> {
        let first = letters.first();
        let named = self.verbs.iter().filter(|verb| !verb.stem.is_empty() && verb.stem.first() == first);
        let found = named.filter_map(|verb| Some((verb.read(letters, 0)?, verb.place)));
        found.max_by_key(|(found, place)| (found.length, *place)).map(|(found, _)| found)
    }
}

impl Default for Conjugation {
    fn default() -> Self {
        Self::new()
    }
}

fn verb(entry: &'static VerbRow, particle: &str, row: Row, word: &'static str) -> Option<Verb> {
    let last = word.chars().last()?;
    let (stem, kana) = match row {
        Row::Suru => (word.strip_suffix("する").or_else(|| word.strip_suffix("ずる"))?, ""),
        Row::Ichidan => (word.strip_suffix('る')?, ""),
        Row::Godan => (word.strip_suffix(last)?, KANA.iter().find(|(ending, _)| *ending == last)?.1),
    };
    let (particle, stem) = (folded(particle), folded(stem));
    let first = particle.first().or(stem.first()).copied();
    Some(Verb { first, place: 0, particle, stem, row, kana: folded(kana), entry })
}

impl Verb {
    fn read(&self, letters: &[Folded], before: usize) -> Option<Conjugated> {
        let rest = letters.strip_prefix(self.stem.as_slice())?;
        let (voice, ending, length) = match self.row {
            Row::Suru => suru(rest),
            Row::Ichidan => ichidan(rest, Voice::Active),
            Row::Godan => self.godan(rest),
        }?;
        let tail = self.entry.form(voice, ending);
        let length = before + self.stem.len() + length;
        Some(Conjugated { tail, length, dictionary: ending == Ending::Dictionary })
    }

    fn godan(&self, letters: &[Folded]) -> Option<(Voice, Ending, usize)> {
        let [denying, joining, ending, iff, willing] = self.kana.as_slice() else { return None };
        let first = letters.first()?;
        let rest = letters.get(1..)?;
        let derived = |word: &str, voice| {
            let rest = strip(rest, word)?;
            let (voice, ending, length) = ichidan(rest, voice)?;
            Some((voice, ending, 1 + word.chars().count() + length))
        };
        let stem = || {
            derived("せ", Voice::Causative)
                .or_else(|| derived("しめ", Voice::Causative))
                .or_else(|| derived("れ", Voice::Passive))
                .or_else(|| denied(rest).map(|(ending, length)| (Voice::Active, ending, 1 + length)))
        };
        let active = |said, length| Some((Voice::Active, said, length));
        // 音便: 行って, 申し込んで, 置いて, 示して; folded, one kana and て or た.
        let sound = [Folded::Letter('つ'), Folded::Letter('ん'), Folded::Letter('い'), Folded::Letter('し')];
        if sound.contains(first) && begins(rest, "て") {
            return active(Ending::Connective, 2);
        }
        if sound.contains(first) && begins(rest, "た") {
            return active(Ending::Past, 2);
        }
        match first {
            letter if letter == denying => stem(),
            letter if letter == willing && begins(rest, "うと") => active(Ending::Intends, 3),
            letter if letter == iff && begins(rest, "は") => active(Ending::Conditional, 2),
            letter if letter == iff => {
                ichidan(rest, Voice::Passive).map(|(voice, ending, length)| (voice, ending, 1 + length))
            }
            letter if letter == ending => active(Ending::Dictionary, 1),
            letter if letter == joining => active(Ending::Continuative, 1),
            _ => None,
        }
    }
}

/// サ変, and what is built on it.
fn suru(letters: &[Folded]) -> Option<(Voice, Ending, usize)> {
    let derived = |word: &str, voice| {
        let (voice, ending, length) = ichidan(strip(letters, word)?, voice)?;
        Some((voice, ending, word.chars().count() + length))
    };
    let plain = || {
        let rest = strip(letters, "し")?;
        let (ending, length) = denied(rest).or_else(|| joined(rest)).unwrap_or((Ending::Continuative, 0));
        Some((Voice::Active, ending, 1 + length))
    };
    let literary = || {
        let (ending, length) = denied(strip(letters, "せ")?)?;
        Some((Voice::Active, ending, 1 + length))
    };
    let dictionary = || strip(letters, "する").map(|_| (Voice::Active, Ending::Dictionary, 2));
    let conditional = || strip(letters, "すれは").map(|_| (Voice::Active, Ending::Conditional, 3));
    // 「検査すべき者」: the duty is the word's own.
    let ought = || strip(letters, "すへ").map(|_| (Voice::Active, Ending::Must, 2));
    derived("させ", Voice::Causative)
        .or_else(|| derived("せしめ", Voice::Causative))
        .or_else(|| derived("され", Voice::Passive))
        .or_else(|| derived("せられ", Voice::Passive))
        .or_else(conditional)
        .or_else(ought)
        .or_else(dictionary)
        .or_else(literary)
        .or_else(plain)
}

/// 一段: what follows its stem; passive and causative are 一段 again.
fn ichidan(letters: &[Folded], voice: Voice) -> Option<(Voice, Ending, usize)> {
    if voice == Voice::Active {
        let derived = |word: &str, voice| {
            let (voice, ending, length) = ichidan(strip(letters, word)?, voice)?;
            Some((voice, ending, word.chars().count() + length))
        };
        if let Some(found) = derived("させ", Voice::Causative).or_else(|| derived("られ", Voice::Passive)) {
            return Some(found);
        }
    }
    let plain = |ending, length| Some((voice, ending, length));
    match () {
        () if begins(letters, "れは") => plain(Ending::Conditional, 2),
        () if begins(letters, "ようと") => plain(Ending::Intends, 3),
        () if begins(letters, "るへ") => plain(Ending::Must, 2),
        () if begins(letters, "る") => plain(Ending::Dictionary, 1),
        () => {
            let (ending, length) = denied(letters).or_else(|| joined(letters)).unwrap_or((Ending::Continuative, 0));
            plain(ending, length)
        }
    }
}

/// 「て」 and 「た」.
fn joined(letters: &[Folded]) -> Option<(Ending, usize)> {
    if begins(letters, "ようと") {
        return Some((Ending::Intends, 3));
    }
    match letters.first()? {
        Folded::Letter('て') => Some((Ending::Connective, 1)),
        Folded::Letter('た') => Some((Ending::Past, 1)),
        _ => None,
    }
}

/// 「なければ」 lays down, 「ない」 and 「ず」 deny.
fn denied(letters: &[Folded]) -> Option<(Ending, usize)> {
    const MUST: [&str; 5] = ["なけれは", "なくては", "ねは", "なけれはなら", "さるを得"];
    const NOT: [&str; 4] = ["ない", "なかつ", "す", "ぬ"];
    let fits =
        |words: &[&str]| words.iter().filter(|word| begins(letters, word)).map(|word| word.chars().count()).max();
    let must = fits(&MUST).map(|length| (Ending::Must, length));
    must.or_else(|| fits(&NOT).map(|length| (Ending::Negative, length)))
}

fn strip<'a>(letters: &'a [Folded], word: &str) -> Option<&'a [Folded]> {
    begins(letters, word).then(|| letters.get(word.chars().count()..)).flatten()
}

/// Whether the letters begin with a word that is written as it folds.
fn begins(letters: &[Folded], word: &str) -> bool {
    let mut letters = letters.iter();
    word.chars().all(|character| letters.next() == Some(&Folded::Letter(character)))
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
