//! The words of duty and power that bind an act (義務・権限の語): 「検査」 with 「させることができる」 behind it.
//!
//! Takes an act and the modality found for it, gives the span to mark and whether the two read as one phrase. Words only
//! tell the ending (「なければならない」); the span takes its verb along (「受けなければならない」).

use super::passage::Token;

/// The farthest that a modality stands from its act in one phrase, in characters (「検査を受けなければならない」).
const PHRASE: usize = 12;
/// The longest verb before an ending, in characters of each script (「受け」, 「行わ」).
const VERB: usize = 3;

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
    let joined = modality.start >= act.end && phrase(text.get(act.end as usize..modality.start as usize)?);
    if !joined && modality.end > act.start && modality.start < act.end {
        return None;
    }
    let between = text.get(act.end as usize..modality.start as usize).unwrap_or("");
    let verb = if joined && between.chars().all(|character| matches!(character, 'ぁ'..='ゖ')) {
        between.trim_start_matches(is_particle)
    } else {
        verb(text.get(..modality.start as usize)?)
    };
    let start = modality.start - length(verb);
    Some(Span { start: if joined { start.max(act.end) } else { start }, end: modality.end, joined })
}

/// Whether act and modality are one phrase with these words between them.
fn phrase(between: &str) -> bool {
    between.chars().count() <= PHRASE && !between.chars().any(breaks)
}

/// The verb at the end of a text: kanji and the kana behind them.
fn verb(before: &str) -> &str {
    let stem = trailing(before, is_ending);
    let kana = before.get(stem..).unwrap_or("");
    let head = before.get(..stem).unwrap_or("");
    let kanji = trailing(head, |character| matches!(character, '\u{4E00}'..='\u{9FFF}'));
    let whole = before.get(kanji..).unwrap_or("");
    if whole.chars().count() > kana.chars().count() + 2 { kana } else { whole }
}

/// Where the last characters of this kind begin, at most [`VERB`] of them.
fn trailing(text: &str, is_kind: impl Fn(char) -> bool) -> usize {
    let kept = text.char_indices().rev().take(VERB).take_while(|(_, character)| is_kind(*character)).last();
    kept.map_or(text.len(), |(place, _)| place)
}

fn is_ending(character: char) -> bool {
    matches!(character, 'ぁ'..='ゖ') && !is_particle(character)
}

const fn is_particle(character: char) -> bool {
    matches!(character, 'を' | 'は' | 'が' | 'に' | 'も' | 'と' | 'の')
}

const fn breaks(character: char) -> bool {
    matches!(character, '、' | '。' | '，' | '．' | ',' | '.' | '（' | '(' | '）' | ')' | '「' | '」' | '\n')
}

fn length(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(0)
}
