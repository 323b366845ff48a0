//! Words as people type them, folded so that one word has one form: width, kana, white space, stops.
//!
//! 「 ﾊｲ。」 and 「はい」 are one word, 「該当です」 and 「該当」 too. Nothing else is changed: a word that is not known stays
//! unknown. The build folds `data/inquiry` by the same function.

use crate::forms::{half_width, hiragana, voice, voicing};

/// The one form of a word; empty where there is only white space.
#[must_use]
pub fn fold(typed: &str) -> String {
    let folded: String = plain(typed).chars().filter(|character| !is_blank(*character)).collect();
    without_end(&folded).to_owned()
}

/// As [`fold`], but a space between two digits stays: 「R9 3」 is not 「R93」.
#[must_use]
pub fn fold_time(typed: &str) -> String {
    let all: Vec<char> = plain(typed.trim_matches(is_blank)).chars().collect();
    let digit = |place: Option<&char>| place.is_some_and(char::is_ascii_digit);
    let mut folded = String::with_capacity(typed.len());
    for (place, character) in all.iter().enumerate() {
        if !is_blank(*character) {
            folded.push(*character);
        } else if digit(folded.chars().last().as_ref()) && digit(all.iter().skip(place).find(|next| !is_blank(**next)))
        {
            folded.push(' ');
        }
    }
    without_end(&folded).to_owned()
}

/// Whether nothing stands there that a person would see.
#[must_use]
pub fn is_blank_text(typed: &str) -> bool {
    typed.chars().all(is_blank)
}

fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{fe00}'..='\u{fe0f}')
}

fn without_end(folded: &str) -> &str {
    let stops = ['。', '．', '.'];
    let bare = folded.trim_end_matches(stops);
    bare.strip_suffix("です").map_or(bare, |bare| bare.trim_end_matches(stops))
}

/// A text in one width and one kana, ASCII in lower case.
fn plain(typed: &str) -> String {
    let mut plain = String::with_capacity(typed.len());
    for character in typed.chars() {
        match voicing(character) {
            Some(voicing) => voice(&mut plain, voicing),
            None => plain.push(hiragana(half_width(character)).to_ascii_lowercase()),
        }
    }
    plain
}

/// A text taken apart at its brackets.
pub struct Bracketed {
    /// What stands outside of them.
    pub outside: String,
    /// What stands in each, in the order in which they open.
    pub inside: Vec<String>,
    /// Whether each that opens closes.
    pub matched: bool,
}

impl Bracketed {
    /// Takes a text apart at these brackets.
    #[must_use]
    pub fn of(text: &str, open: &str, close: &str) -> Self {
        let (mut depth, mut parts) = (0_usize, Self { outside: String::new(), inside: Vec::new(), matched: true });
        for character in text.chars() {
            if open.contains(character) {
                depth += 1;
                parts.inside.push(String::new());
            } else if close.contains(character) {
                parts.matched &= depth > 0;
                depth = depth.saturating_sub(1);
            } else if let Some(inside) = parts.inside.last_mut().filter(|_| depth > 0) {
                inside.push(character);
            } else {
                parts.outside.push(character);
            }
        }
        parts.matched &= depth == 0;
        parts
    }
}
