//! Bytes as text in 85 characters: a quarter more than the bytes, where base64 takes a third.
//!
//! Four bytes, the first the most significant, become five digits to the base of 85; a rest of one to three bytes is
//! filled with zeros and loses as many digits. `www/boot.js` decodes it with the same alphabet.

/// 85 printable characters that end no script, open no markup comment and need no escape.
const ALPHABET: &[u8; 85] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+,-./:;=?@[]^_{}";

/// Encodes `bytes`.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(4) * 5);
    for group in bytes.chunks(4) {
        let mut filled = [0; 4];
        for (place, byte) in filled.iter_mut().zip(group) {
            *place = *byte;
        }
        let digits = digits(u32::from_be_bytes(filled));
        text.extend(digits.iter().take(group.len() + 1).copied());
    }
    text
}

/// Five digits, the most significant first.
fn digits(mut number: u32) -> [char; 5] {
    let mut digits = ['0'; 5];
    for digit in digits.iter_mut().rev() {
        *digit = ALPHABET.get((number % 85) as usize).map_or('0', |byte| char::from(*byte));
        number /= 85;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `www/boot.js` does it.
    fn decode(text: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        for group in text.as_bytes().chunks(5) {
            let value = |place: usize| {
                group.get(place).map_or(84, |byte| ALPHABET.iter().position(|known| known == byte).unwrap() as u64)
            };
            let number = (0..5).fold(0_u64, |number, place| number * 85 + value(place));
            bytes.extend_from_slice(&u32::try_from(number).unwrap().to_be_bytes()[..group.len() - 1]);
        }
        bytes
    }

    #[test]
    fn bytes_of_every_length_come_back() {
        let bytes: Vec<u8> = (0..=255).cycle().map(|byte: u8| byte.wrapping_mul(167)).take(1000).collect();
        for length in 0..bytes.len() {
            assert_eq!(decode(&encode(&bytes[..length])), &bytes[..length]);
        }
        assert_eq!(decode(&encode(&[255; 9])), [255; 9]);
    }

    #[test]
    fn the_alphabet_has_85_different_characters_that_end_no_script() {
        let mut seen = ALPHABET.to_vec();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 85);
        assert!(!ALPHABET.iter().any(|byte| b"<>&\"'`\\ ".contains(byte)));
    }
}
