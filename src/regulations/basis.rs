//! What national law may stand behind a clause (法令に基づく可能性): the citation in full.
//!
//! Takes the word found (「法第0条」, 「政令で定める」), gives the span that an officer would look up (「建築基準法第十二条第三項」),
//! or the words of the title that say so (「消防法施行細則」). A hint, never a finding.

use super::finding::{Evidence, Field, Role};
use super::passage::Token;

/// The longest name of a law that is taken along, in characters.
const NAME: usize = 24;
/// The longest 「（昭和二十五年」, in characters.
const YEAR: usize = 9;

/// The citation around a word of the text.
#[must_use]
pub fn citation(text: &str, token: &Token) -> Evidence {
    let (before, rest) = (text.get(..token.start as usize).unwrap_or(""), text.get(token.end as usize..).unwrap_or(""));
    let word = text.get(token.start as usize..token.end as usize).unwrap_or("");
    let named = word.starts_with(['法', '令']);
    let back = match () {
        () if named && word.ends_with('条') => name(before),
        () if word.ends_with('号') => numbered(before),
        () => 0,
    };
    let forth = if word.contains('第') { numbers(rest) } else { 0 };
    Evidence { field: Field::Text, start: token.start - back, end: token.end + forth, role: Role::Basis }
}

/// The words of the title.
#[must_use]
pub const fn titled(token: &Token) -> Evidence {
    Evidence { field: Field::Title, start: token.start, end: token.end, role: Role::Basis }
}

/// Bytes of the law's name before 「法第…条」: kanji and katakana without a break.
fn name(before: &str) -> u32 {
    let letters = before.chars().rev().take(NAME).take_while(|character| {
        matches!(character, '\u{4E00}'..='\u{9FFF}' | 'ァ'..='ヶ' | 'ー' | '々') && *character != '同'
    });
    bytes(letters)
}

/// Bytes of 「建築基準法（昭和二十五年」 before 「法律第…号」.
fn numbered(before: &str) -> u32 {
    let Some(place) = before.rfind(['（', '(']) else { return 0 };
    let year = before.get(place..).unwrap_or("");
    if year.chars().count() > YEAR || !year.ends_with('年') {
        return 0;
    }
    bytes(year.chars()) + name(before.get(..place).unwrap_or(""))
}

/// Bytes of 「の二第三項第一号」 behind 「第…条」.
fn numbers(rest: &str) -> u32 {
    let is_number = |character: char| {
        matches!(character, '第' | '項' | '号' | 'の' | '0'..='9' | '０'..='９')
            || "〇一二三四五六七八九十百千".contains(character)
    };
    let end = rest.find(|character| !is_number(character)).unwrap_or(rest.len());
    bytes(rest.get(..end).unwrap_or("").trim_end_matches(['の', '第']).chars())
}

fn bytes(letters: impl Iterator<Item = char>) -> u32 {
    u32::try_from(letters.map(char::len_utf8).sum::<usize>()).unwrap_or(0)
}
