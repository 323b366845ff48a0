//! Bytes as text of the page, a seventh more than the bytes, where 85 printable characters take a quarter.
//!
//! Seven bits, the first the most significant, are one character of ASCII; a rest is filled with zeros. The three that
//! the markup would change or end (`FORBIDDEN`) go together with the seven bits after them as one character of two
//! bytes. Other control characters stay: they are an oddity in markup, and every parser keeps them. `www/boot.js` reads it too, for what
//! comes before this module or is small.

/// NUL and CR, which the parser replaces, and the beginning of a tag.
const FORBIDDEN: [u8; 3] = [0, b'\r', b'<'];
/// The first character of two bytes: 128 for each forbidden one from here on.
const PAIRS: u32 = 0x100;

/// Encodes `bytes`.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(7) * 8);
    let mut septets = septets(bytes);
    while let Some(septet) = septets.next() {
        let code = match (0..).zip(FORBIDDEN).find(|(_, forbidden)| *forbidden == septet) {
            Some((place, _)) => PAIRS + place * 128 + u32::from(septets.next().unwrap_or(0)),
            None => u32::from(septet),
        };
        text.extend(char::from_u32(code));
    }
    text
}

/// Decodes a text; it may end with a byte of nothing but filling.
#[must_use]
pub fn decode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 8 * 7 + 7);
    let (mut held, mut bits) = (0_u32, 0);
    let mut take = |septet: u32| {
        held = held << 7 | septet;
        bits += 7;
        if bits >= 8 {
            bits -= 8;
            bytes.extend(u8::try_from(held >> bits & 0xff));
        }
    };
    for code in text.chars().map(u32::from) {
        let Some(pair) = code.checked_sub(PAIRS) else {
            take(code & 127);
            continue;
        };
        take(FORBIDDEN.get(pair as usize / 128).copied().map_or(0, u32::from));
        take(pair % 128);
    }
    bytes
}

/// Seven bits at a time.
fn septets(bytes: &[u8]) -> impl Iterator<Item = u8> {
    let bit = |place: usize| bytes.get(place / 8).map_or(0, |byte| byte >> (7 - place % 8) & 1);
    (0..(bytes.len() * 8).div_ceil(7))
        .map(move |septet| (0..7).fold(0, |bits, place| bits << 1 | bit(septet * 7 + place)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_every_length_come_back() {
        let bytes: Vec<u8> = (0..=255).cycle().map(|byte: u8| byte.wrapping_mul(167)).take(1000).collect();
        for length in 0..bytes.len() {
            // A forbidden character at the end brings a septet more, which is a byte at most.
            let decoded = decode(&encode(&bytes[..length]));
            assert_eq!(&decoded[..length], &bytes[..length]);
            assert!(decoded.len() <= length + 1);
        }
        for byte in 0..=255 {
            assert_eq!(&decode(&encode(&[byte; 21]))[..21], [byte; 21]);
        }
    }

    #[test]
    fn no_character_ends_a_script_or_is_changed_by_the_parser() {
        let bytes: Vec<u8> = (0..50_000_u32).map(|place| place.wrapping_mul(2_654_435_761).to_le_bytes()[3]).collect();
        let text = encode(&bytes);
        assert!(text.chars().all(|character| !"\0\r<".contains(character) && u32::from(character) < PAIRS + 3 * 128));
        assert!(text.len() * 7 <= bytes.len() * 8 + 14, "{} bytes for {}", text.len(), bytes.len());
    }
}
