//! Where a 文節 begins and ends. Quotations of an amendment are whole 文節, or nouns without their particle.
//!
//! No dictionary: the script tells (kana before kanji begins a 文節), and a list of words that begin one in kana.

/// Words in kana that begin a 文節.
const BEGIN: [&str; 21] = [
    "もの",
    "こと",
    "とき",
    "ところ",
    "ならない",
    "その",
    "この",
    "これ",
    "ため",
    "ただし",
    "かつ",
    "あらかじめ",
    "いずれ",
    "おいて",
    "おける",
    "ついて",
    "いう",
    "ある",
    "あつて",
    "あって",
    "いつでも",
];
/// Words that begin a 文節 even behind kanji.
const JOIN: [&str; 5] = ["及び", "又は", "並びに", "若しくは", "或いは"];
/// Particles that end a noun.
const PARTICLE: [&str; 18] =
    ["を", "に", "は", "が", "の", "と", "で", "へ", "も", "や", "から", "まで", "より", "等", "、", "。", "）", ")"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Kana,
    Word,
    Mark,
}

fn script(letter: char) -> Script {
    match letter {
        'ぁ'..='ゖ' => Script::Kana,
        '、' | '。' | '，' | '､' | '｡' | '（' | '）' | '(' | ')' | '「' | '」' | '『' | '』' | '\n' | '\u{3000}'
        | ' ' | '〔' | '〕' => Script::Mark,
        _ => Script::Word,
    }
}

/// Whether a text stands at a place.
#[must_use]
pub fn stands(text: &[char], at: usize, word: &str) -> bool {
    word.chars().enumerate().all(|(offset, letter)| text.get(at + offset) == Some(&letter))
}

/// Whether a 文節 begins at this character (and another ends before it).
#[must_use]
pub fn begins(text: &[char], at: usize) -> bool {
    let (Some(before), Some(here)) = (at.checked_sub(1).and_then(|before| text.get(before)), text.get(at)) else {
        return true;
    };
    if JOIN.iter().any(|word| stands(text, at, word)) {
        return true;
    }
    match (script(*before), script(*here)) {
        (Script::Mark, _) | (_, Script::Mark) | (Script::Kana, Script::Word) => true,
        (Script::Kana, Script::Kana) => BEGIN.iter().any(|word| stands(text, at, word)),
        _ => false,
    }
}

/// Whether a noun ends before this character: a particle, a mark or a joining word follows.
#[must_use]
pub fn noun_ends(text: &[char], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| text.get(before)) else { return false };
    let formal = at >= 2 && (stands(text, at - 2, "こと") || stands(text, at - 2, "もの"));
    let noun = formal || script(*before) == Script::Word || matches!(before, '）' | ')');
    noun && (at == text.len() || PARTICLE.iter().chain(&JOIN).any(|word| stands(text, at, word)))
}

/// The text as 文節, nouns apart from their particles: places where one begins.
#[must_use]
pub fn cuts(text: &[char]) -> Vec<usize> {
    (0..=text.len()).filter(|at| *at == text.len() || begins(text, *at) || noun_ends(text, *at)).collect()
}

/// The nearest beginning of a 文節 at or before a character.
#[must_use]
pub fn back(text: &[char], mut at: usize) -> usize {
    while at > 0 && !begins(text, at) {
        at -= 1;
    }
    at
}

/// The nearest end of a 文節 at or behind a character.
#[must_use]
pub fn forth(text: &[char], mut at: usize) -> usize {
    while at < text.len() && !begins(text, at) {
        at += 1;
    }
    at
}

/// Whether words end in a noun.
#[must_use]
pub fn is_noun(words: &[char]) -> bool {
    words.last().is_some_and(|letter| script(*letter) == Script::Word || matches!(letter, '）' | ')'))
}
