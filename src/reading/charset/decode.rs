//! Decoders of the Japanese character sets after the WHATWG Encoding Standard; what is malformed becomes U+FFFD.
//!
//! EUC-JP is read without its third set (JIS X 0212, rare kanji after byte 8F): such a character counts as one that
//! cannot be decoded, with its place.

use crate::jis;

const DAMAGED: char = '\u{FFFD}';
/// Shift_JIS pointers of the private-use area that offices fill with their own characters (外字).
const PRIVATE: std::ops::RangeInclusive<u16> = 8836..=10715;

/// Text and a cursor over the bytes.
struct Decoder<'a> {
    bytes: std::iter::Peekable<std::slice::Iter<'a, u8>>,
    text: String,
}

impl<'a> Decoder<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { bytes: bytes.iter().peekable(), text: String::with_capacity(bytes.len() + bytes.len() / 2) }
    }

    fn next(&mut self) -> Option<u8> {
        self.bytes.next().copied()
    }

    /// The second byte of a pair. An ASCII byte that makes no pair is left to be read by itself.
    fn pair(&mut self, character: impl Fn(u8) -> Option<char>) {
        let Some(trail) = self.bytes.peek().map(|byte| **byte) else {
            self.text.push(DAMAGED);
            return;
        };
        let found = character(trail);
        if found.is_some() || !trail.is_ascii() {
            self.next();
        }
        self.text.push(found.unwrap_or(DAMAGED));
    }
}

/// A half-width katakana of one byte.
fn half_width_katakana(byte: u8) -> Option<char> {
    let offset = byte.checked_sub(0xA1).filter(|offset| *offset <= 0x3E)?;
    char::from_u32(0xFF61 + u32::from(offset))
}

/// `Shift_JIS` as Windows-31J.
pub(super) fn shift_jis(bytes: &[u8]) -> String {
    let mut decoder = Decoder::new(bytes);
    while let Some(byte) = decoder.next() {
        match byte {
            0..=0x80 => decoder.text.push(char::from(byte)),
            0xA1..=0xDF => decoder.text.push(half_width_katakana(byte).unwrap_or(DAMAGED)),
            0x81..=0x9F | 0xE0..=0xFC => decoder.pair(|trail| {
                let pointer = jis::pointer_of_shift_jis(byte, trail)?;
                if PRIVATE.contains(&pointer) {
                    return char::from_u32(0xE000 + u32::from(pointer - PRIVATE.start()));
                }
                jis::character(pointer)
            }),
            _ => decoder.text.push(DAMAGED),
        }
    }
    decoder.text
}

/// The character of a row and a cell, both as bytes from `first` on.
fn by_rows(first: u8, row: u8, cell: u8) -> Option<char> {
    let row = row.checked_sub(first).filter(|row| u16::from(*row) < jis::CELLS)?;
    let cell = cell.checked_sub(first).filter(|cell| u16::from(*cell) < jis::CELLS)?;
    jis::character(u16::from(row) * jis::CELLS + u16::from(cell))
}

/// EUC-JP.
pub(super) fn euc_jp(bytes: &[u8]) -> String {
    let mut decoder = Decoder::new(bytes);
    while let Some(byte) = decoder.next() {
        match byte {
            0..=0x7F => decoder.text.push(char::from(byte)),
            0x8E => decoder.pair(half_width_katakana),
            0x8F => {
                for _ in 0..2 {
                    decoder.bytes.next_if(|byte| (0xA1..=0xFE).contains(*byte));
                }
                decoder.text.push(DAMAGED);
            }
            0xA1..=0xFE => decoder.pair(|trail| by_rows(0xA1, byte, trail)),
            _ => decoder.text.push(DAMAGED),
        }
    }
    decoder.text
}

/// What the bytes of ISO-2022-JP mean until the next escape.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Set {
    Ascii,
    Roman,
    Katakana,
    TwoBytes,
}

/// ISO-2022-JP (JIS).
pub(super) fn iso_2022_jp(bytes: &[u8]) -> String {
    let mut decoder = Decoder::new(bytes);
    let mut set = Set::Ascii;
    while let Some(byte) = decoder.next() {
        match (byte, set) {
            (0x1B, _) => set = escape(&mut decoder).unwrap_or(set),
            (0x80.., _) => decoder.text.push(DAMAGED),
            (b'\\', Set::Roman) => decoder.text.push('¥'),
            (b'~', Set::Roman) => decoder.text.push('‾'),
            (b'\n' | b'\r', _) | (_, Set::Ascii | Set::Roman) => decoder.text.push(char::from(byte)),
            (0x21..=0x5F, Set::Katakana) => decoder.text.push(half_width_katakana(byte + 0x80).unwrap_or(DAMAGED)),
            (0x21..=0x7E, Set::TwoBytes) => match decoder.bytes.next_if(|trail| (0x21..=0x7E).contains(*trail)) {
                Some(trail) => decoder.text.push(by_rows(0x21, byte, *trail).unwrap_or(DAMAGED)),
                None => decoder.text.push(DAMAGED),
            },
            _ => decoder.text.push(DAMAGED),
        }
    }
    decoder.text
}

/// The set that an escape begins; an unknown escape is damage.
fn escape(decoder: &mut Decoder<'_>) -> Option<Set> {
    let (first, second) = (decoder.next(), decoder.next());
    let set = match (first?, second?) {
        (b'(', b'B') => Set::Ascii,
        (b'(', b'J') => Set::Roman,
        (b'(', b'I') => Set::Katakana,
        (b'$', b'@' | b'B') => Set::TwoBytes,
        _ => {
            decoder.text.push(DAMAGED);
            return None;
        }
    };
    Some(set)
}

/// UTF-16; `unit` puts two bytes together.
pub(super) fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let mut text: String = char::decode_utf16(units).map(|character| character.unwrap_or(DAMAGED)).collect();
    if !rest.is_empty() {
        text.push(DAMAGED);
    }
    text
}
