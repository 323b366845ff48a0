//! Words as people type them, folded so that one word has one form: width, kana, white space, stops.
//!
//! 「 ﾊｲ。」 and 「はい」 are one word, 「該当です」 and 「該当」 too. Nothing else is changed: a word that is not known stays
//! unknown. The build folds `data/inquiry` by the same function.

use crate::forms::half_width;

/// U+FF61–FF9D in order, as full-width characters.
const HALF_WIDTH_KANA: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

/// The one form of a word; empty where there is only white space.
#[must_use]
pub fn fold(typed: &str) -> String {
    let mut folded = String::with_capacity(typed.len());
    for character in characters(typed).filter(|character| !is_blank(*character)) {
        folded.push(character);
    }
    without_end(&folded).to_owned()
}

/// As [`fold`], but a space between two digits stays: 「R9 3」 is not 「R93」.
#[must_use]
pub fn fold_time(typed: &str) -> String {
    let all: Vec<char> = characters(typed.trim_matches(is_blank)).collect();
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

/// Characters in one width and one kana, ASCII in lower case.
fn characters(typed: &str) -> impl Iterator<Item = char> {
    let mut folded: Vec<char> = Vec::with_capacity(typed.len());
    for character in typed.chars() {
        match character {
            'ﾞ' | '゛' | '\u{3099}' => voice(&mut folded, 1),
            'ﾟ' | '゜' | '\u{309a}' => voice(&mut folded, 2),
            _ => folded.push(one(character)),
        }
    }
    folded.into_iter()
}

fn one(character: char) -> char {
    let wide = match character {
        '｡'..='ﾝ' => HALF_WIDTH_KANA.chars().nth((u32::from(character) - 0xff61) as usize).unwrap_or(character),
        _ => half_width(character),
    };
    match wide {
        'ァ'..='ヶ' => char::from_u32(u32::from(wide) - 0x60).unwrap_or(wide),
        _ => wide.to_ascii_lowercase(),
    }
}

/// Joins 濁点 (1) or 半濁点 (2) to the kana before it.
fn voice(folded: &mut [char], step: u32) {
    let Some(last) = folded.last_mut() else { return };
    let fits = match step {
        1 => matches!(last, 'か'..='ぢ' | 'つ'..='ど' | 'は'..='ぼ'),
        _ => matches!(last, 'は' | 'ひ' | 'ふ' | 'へ' | 'ほ'),
    };
    if fits {
        *last = char::from_u32(u32::from(*last) + step).unwrap_or(*last);
    }
}
