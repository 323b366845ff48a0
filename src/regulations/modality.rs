//! The words of duty and power that bind an act (義務・権限の語): 「検査」 with 「させることができる」 behind it.
//!
//! Takes an act and the modality found for it, gives the span to mark and whether the two read as one phrase. Words only
//! tell the ending (「なければならない」); the span takes its verb along (「受けなければならない」).

use super::names::{BREAKS, COMMAS, COMPARISONS, HANDS_ON, LINKS, PARTICLES, SECOND_OBJECT};
use super::token::Token;

/// The farthest that a modality stands from its act in one phrase, in characters (「検査を受けなければならない」).
const PHRASE: usize = 12;
/// The longest ending of a verb in kana (「しておか」).
const KANA: usize = 6;
/// The longest verb in kanji (「照合」, 「再点検」).
const KANJI: usize = 3;

/// A modality at its place in the text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// Whether it continues the act without a break, so that both can be quoted as one.
    pub joined: bool,
}

/// The span of a modality that binds `act`; none where the two overlap.
#[must_use]
pub fn span(text: &str, act: &Token, modality: &Token) -> Option<Span> {
    // Patterns may reach over the end of the sentence (「ことができる。」); what is marked does not.
    let said = text.get(modality.start as usize..modality.end as usize)?;
    let end = modality.end - (length(said) - length(said.trim_end_matches(among(BREAKS))));
    let joined = modality.start >= act.end && phrase(text.get(act.end as usize..modality.start as usize)?);
    if !joined && modality.end > act.start && modality.start < act.end {
        return None;
    }
    let between = text.get(act.end as usize..modality.start as usize).unwrap_or("");
    if !joined && let Some(own) = handed_on(between) {
        // 「点検を行い、その結果を報告しなければならない」: the duty reaches the act by its own verb.
        let particle = length(own) - length(own.trim_start_matches(among(PARTICLES)));
        return Some(Span { start: act.end + particle, end: act.end + length(own), joined: true });
    }
    let verb = if joined && between.chars().all(is_kana) {
        between.trim_start_matches(among(PARTICLES))
    } else {
        verb(text.get(..modality.start as usize)?)
    };
    let start = modality.start - length(verb);
    Some(Span { start: if joined { start.max(act.end) } else { start }, end, joined })
}

/// The act's own verb where it hands the sentence on to the next (連用形): 「を行い」 of 「を行い、…」.
fn handed_on(between: &str) -> Option<&str> {
    let own = between.get(..between.find(among(COMMAS))?)?;
    let verb = own.trim_start_matches(among(PARTICLES));
    let hands_on = verb.ends_with(among(HANDS_ON));
    let compares = COMPARISONS.iter().any(|word| verb.ends_with(word));
    let one_verb = !compares && !verb.contains(among(SECOND_OBJECT));
    (hands_on && one_verb && own.chars().count() <= PHRASE && !own.contains(among(BREAKS))).then_some(own)
}

/// Whether act and modality are one phrase with these words between them.
fn phrase(between: &str) -> bool {
    between.chars().count() <= PHRASE && !between.contains(among(BREAKS))
}

/// The verb at the end of a text: kanji and the kana behind them, and a verb compounded with it (「申し入れ」).
fn verb(before: &str) -> &str {
    let stem = trailing(before, KANA, is_ending);
    let head = before.get(..stem).unwrap_or("");
    let kanji = trailing(head, KANJI, is_kanji);
    if head.len() == kanji {
        return before.get(stem..).unwrap_or("");
    }
    let first = before.get(..kanji).unwrap_or("");
    if first.ends_with(is_kanji) {
        // A long compound noun: only its verb is meant.
        return before.get(stem..).unwrap_or("");
    }
    let link = first.trim_end_matches(among(LINKS));
    let compound = first.chars().count() == link.chars().count() + 1 && link.ends_with(is_kanji);
    let start = if compound { trailing(link, 1, is_kanji) } else { kanji };
    before.get(start..).unwrap_or("")
}

/// Where the last characters of this kind begin, at most so many of them.
fn trailing(text: &str, most: usize, is_kind: impl Fn(char) -> bool) -> usize {
    let kept = text.char_indices().rev().take(most).take_while(|(_, character)| is_kind(*character)).last();
    kept.map_or(text.len(), |(place, _)| place)
}

const fn is_kanji(character: char) -> bool {
    matches!(character, '\u{4E00}'..='\u{9FFF}')
}

/// Hiragana.
pub(super) const fn is_kana(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{3096}')
}

fn is_ending(character: char) -> bool {
    is_kana(character) && !PARTICLES.contains(character)
}

/// Whether a letter is one of these.
pub(super) fn among(letters: &'static str) -> impl Fn(char) -> bool {
    move |letter| letters.contains(letter)
}

fn length(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(0)
}
