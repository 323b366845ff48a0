//! Full-width forms (全角) of ASCII as the half-width characters they mean.

/// The ASCII character of a full-width one, the ideographic space included; any other character as it is.
#[must_use]
pub fn half_width(character: char) -> char {
    match character {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        _ => character,
    }
}
