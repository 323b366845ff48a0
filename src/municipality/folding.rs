//! Names written in other ways, folded to one key: width, kana, ヶ and の, old and variant characters.
//!
//! The key is only for comparison and never shown. Every pair stands for a name of the table or for a character that offices type for it.

use crate::forms::{half_width, hiragana, usual};

/// The key of a text: two names of one key are written differently at most.
pub(super) fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            // A voiced half-width kana is two characters.
            'ﾞ' | '\u{3099}' => voice(&mut out, 1),
            'ﾟ' | '\u{309a}' => voice(&mut out, 2),
            '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => {}
            _ => {
                let folded = fold(character);
                if !folded.is_whitespace() {
                    out.push(folded);
                }
            }
        }
    }
    out
}

fn fold(character: char) -> char {
    match hiragana(half_width(character)) {
        // ヶ and ケ as they are read (がヶ関), ノ and 之 as の.
        'ゖ' | 'ゕ' | 'け' | 'が' => 'け',
        '之' | '乃' => 'の',
        other => usual(other).to_ascii_lowercase(),
    }
}

/// Puts a mark onto the kana before it: the voiced one has the next code, the half-voiced one the next but one.
fn voice(out: &mut String, step: u32) {
    match out.pop() {
        // が is folded to け, and so is か with its mark.
        Some('か') => out.push('け'),
        Some(kana) => out.push(char::from_u32(u32::from(kana) + step).unwrap_or(kana)),
        None => {}
    }
}
