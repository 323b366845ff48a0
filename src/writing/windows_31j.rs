//! Text to Windows-31J (Shift_JIS as Windows means it), and the characters that it does not hold.
//!
//! Takes text, gives bytes and one [`Replaced`] a character that had to be written otherwise. Two-byte
//! characters are those of [`crate::jis`]; where two sequences mean one character the first wins and the NEC-selected
//! IBM extensions are passed over, as Windows does.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::jis;

/// A character that Windows-31J does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Replaced {
    /// The character of the text.
    pub character: char,
    /// What stands in the file: the full-width twin (〜 as ～) or the mark 〓.
    pub written_as: char,
    /// How often it occurs.
    pub count: u32,
}

/// The mark that Japanese typesetting puts where a character is missing.
const MISSING: char = '〓';

/// Characters that differ only in their code between Windows and other systems.
const TWINS: [(char, char); 8] =
    [('〜', '～'), ('−', '－'), ('‖', '∥'), ('—', '―'), ('¢', '￠'), ('£', '￡'), ('¬', '￢'), ('¥', '￥')];

/// Encodes a text; the replaced characters come in the order of their codes.
pub(super) fn encode(text: &str) -> (Vec<u8>, Vec<Replaced>) {
    let codes = two_byte_codes();
    let mut bytes = Vec::with_capacity(text.len());
    let mut replaced: BTreeMap<char, Replaced> = BTreeMap::new();
    for character in text.chars() {
        if push(&mut bytes, &codes, character) {
            continue;
        }
        let twin = TWINS.iter().find(|(from, _)| *from == character);
        let written_as = twin.map_or(MISSING, |(_, to)| *to);
        push(&mut bytes, &codes, written_as);
        replaced.entry(character).or_insert(Replaced { character, written_as, count: 0 }).count += 1;
    }
    (bytes, replaced.into_values().collect())
}

/// Appends the code of a character; false where there is none.
fn push(bytes: &mut Vec<u8>, codes: &[(char, [u8; 2])], character: char) -> bool {
    let scalar = u32::from(character);
    match scalar {
        0..=0x80 => bytes.extend(u8::try_from(scalar)),
        // Half-width katakana take one byte.
        0xff61..=0xff9f => bytes.extend(u8::try_from(scalar - 0xff61 + 0xa1)),
        _ => match codes.binary_search_by_key(&character, |(known, _)| *known) {
            Ok(found) => bytes.extend(codes.get(found).iter().flat_map(|(_, code)| code)),
            Err(_) => return false,
        },
    }
    true
}

/// Every character of two bytes with its code, ordered by character.
fn two_byte_codes() -> Vec<(char, [u8; 2])> {
    // Rows 89–92 hold the NEC-selected IBM extensions, which rows 115–119 hold again.
    let passed_over = 88 * jis::CELLS..92 * jis::CELLS;
    let mut codes: Vec<(char, [u8; 2])> = jis::all()
        .filter(|(pointer, _)| !passed_over.contains(pointer))
        .filter_map(|(pointer, character)| Some((character, jis::shift_jis(pointer)?)))
        .collect();
    // A stable sort keeps the first code of a character before its doubles.
    codes.sort_by_key(|(character, _)| *character);
    codes.dedup_by_key(|(character, _)| *character);
    codes
}
