//! Japanese texts among bytes, put apart and written shorter: UTF-8 takes three bytes a letter, of which the first tells
//! nothing.
//!
//! What stands most often is one byte; any other letter is two: one for its upper byte in UTF-16, then its lower byte. Which they
//! are is written first. Texts end with a byte of their own, so that only the bytes between them have their number written.

/// Ends a text.
const END: u8 = 0;
/// A run of letters with fewer Japanese ones stays as it is.
const LEAST: usize = 3;
/// Bytes of a length.
const LENGTH: usize = 4;

/// The letters as they are written.
struct Letters {
    /// Those of one byte: the code of each in UTF-16; their bytes begin behind [`END`].
    single: Vec<u16>,
    /// The upper bytes of the others; their bytes follow.
    upper: Vec<u8>,
}

/// Letters that are looked for: printable ASCII, ends of lines, punctuation, kana, kanji and what has their width.
fn sought(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\n' | '\t' | '\u{2000}'..='\u{27ff}' | '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// The texts of `bytes` with what stands before each, and what stands behind the last.
fn texts(bytes: &[u8]) -> (Vec<(&[u8], &str)>, &[u8]) {
    let (mut found, mut before, mut at) = (Vec::new(), 0, 0);
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let valid = match std::str::from_utf8(rest) {
            Ok(valid) => valid,
            Err(error) => {
                rest.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok()).unwrap_or("")
            }
        };
        let mut begin = at;
        for run in valid.split_inclusive(|letter| !sought(letter)) {
            let text = run.trim_end_matches(|letter| !sought(letter));
            if text.chars().filter(|letter| *letter >= '\u{800}').count() >= LEAST {
                found.push((bytes.get(before..begin).unwrap_or_default(), text));
                before = begin + text.len();
            }
            begin += run.len();
        }
        at += valid.len() + 1;
    }
    (found, bytes.get(before..).unwrap_or_default())
}

impl Letters {
    /// As few upper bytes as there must be, and as many single letters as there is place for.
    fn of(texts: &[(&[u8], &str)]) -> Self {
        let mut counts = vec![0_u32; 1 << 16];
        for unit in texts.iter().flat_map(|(_, text)| text.encode_utf16()) {
            if let Some(count) = counts.get_mut(usize::from(unit)) {
                *count += 1;
            }
        }
        let mut often: Vec<u16> = (0..=u16::MAX).filter(|unit| counts.get(usize::from(*unit)) > Some(&0)).collect();
        often.sort_by_key(|unit| std::cmp::Reverse(counts.get(usize::from(*unit)).copied()));
        let mut upper: Vec<u8> = often.iter().map(|unit| unit.to_be_bytes()[0]).collect();
        upper.sort_unstable();
        upper.dedup();
        often.truncate(usize::from(u8::MAX).saturating_sub(upper.len()));
        often.sort_unstable();
        Self { single: often, upper }
    }

    fn write(&self, text: &str, to: &mut Vec<u8>) -> Option<()> {
        for unit in text.encode_utf16() {
            let [high, low] = unit.to_be_bytes();
            if let Ok(at) = self.single.binary_search(&unit) {
                to.push(u8::try_from(at + 1).ok()?);
            } else {
                to.push(u8::try_from(self.upper.binary_search(&high).ok()? + 1 + self.single.len()).ok()?);
                to.push(low);
            }
        }
        to.push(END);
        Some(())
    }

    /// Reads a text up to its end.
    fn read(&self, from: &mut impl Iterator<Item = u8>, to: &mut Vec<u8>) -> Option<()> {
        loop {
            let Some(at) = usize::from(from.next()?).checked_sub(1) else { return Some(()) };
            let unit = match self.single.get(at) {
                Some(unit) => *unit,
                None => u16::from_be_bytes([*self.upper.get(at - self.single.len())?, from.next()?]),
            };
            to.extend(char::from_u32(unit.into())?.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }
}

/// The bytes with their texts apart: how many letters and upper bytes, how many texts, how long those are; letters, upper
/// bytes, how many bytes stand before each text, the texts, what is no text. `None` where they are too many.
#[must_use]
pub fn split(bytes: &[u8]) -> Option<Vec<u8>> {
    let (texts, behind) = texts(bytes);
    let letters = Letters::of(&texts);
    let (mut gaps, mut written, mut rest) = (Vec::new(), Vec::new(), Vec::new());
    for (before, text) in &texts {
        let mut gap = before.len();
        while gap >= 0x80 {
            gaps.push(u8::try_from(gap & 0x7f | 0x80).ok()?);
            gap >>= 7;
        }
        gaps.push(u8::try_from(gap).ok()?);
        rest.extend(*before);
        letters.write(text, &mut written)?;
    }
    let mut all = vec![u8::try_from(letters.single.len()).ok()?, u8::try_from(letters.upper.len()).ok()?];
    for length in [texts.len(), gaps.len(), written.len()] {
        all.extend(u32::try_from(length).ok()?.to_le_bytes());
    }
    all.extend(letters.single.iter().flat_map(|unit| unit.to_le_bytes()));
    Some([&all, &letters.upper, &gaps, &written, &rest, behind].concat())
}

/// The bytes again; `None` where they were not put apart so.
#[must_use]
pub fn join(apart: &[u8]) -> Option<Vec<u8>> {
    let (&[singles, uppers], apart) = apart.split_first_chunk()?;
    let (lengths, apart) = apart.split_first_chunk::<{ 3 * LENGTH }>()?;
    let (lengths, _) = lengths.as_chunks::<LENGTH>();
    let mut lengths = lengths.iter().map(|length| u32::from_le_bytes(*length) as usize);
    let count = lengths.next()?;
    let (single, apart) = apart.split_at_checked(2 * usize::from(singles))?;
    let (upper, apart) = apart.split_at_checked(usize::from(uppers))?;
    let (gaps, apart) = apart.split_at_checked(lengths.next()?)?;
    let (written, mut rest) = apart.split_at_checked(lengths.next()?)?;
    let single = single.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit)).collect();
    let letters = Letters { single, upper: upper.to_vec() };
    let (mut gaps, mut written) = (gaps.iter(), written.iter().copied());
    let mut bytes = Vec::with_capacity(2 * apart.len());
    for _ in 0..count {
        let (mut gap, mut bits) = (0, 0);
        loop {
            let byte = usize::from(*gaps.next()?);
            gap |= (byte & 0x7f).checked_shl(bits)?;
            bits += 7;
            if byte < 0x80 {
                break;
            }
        }
        let (before, behind) = rest.split_at_checked(gap)?;
        bytes.extend(before);
        rest = behind;
        letters.read(&mut written, &mut bytes)?;
    }
    bytes.extend(rest);
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_among_any_bytes_come_back() {
        let kanji: String = ('\u{4e00}'..'\u{9fff}').collect();
        let long = [vec![0x81; 300], kanji.into_bytes()].concat();
        for bytes in [
            &b""[..],
            b"only ascii",
            &[0xe3, 0x81],
            &[0xff; 40],
            "公示送達、\u{2028}又はウェブサイト（様式第１号）".as_bytes(),
            &["掲示する。".as_bytes(), &[0, 0xe3, 0x82, 7], "\u{1f600}検査を行う\n".as_bytes(), &[0x80, 0xbf]].concat(),
            &long,
        ] {
            let apart = split(bytes).unwrap();
            assert_eq!(join(&apart).as_deref(), Some(bytes));
        }
    }

    #[test]
    fn what_is_frequent_is_one_byte_and_what_is_cut_off_is_refused() {
        let text = "条例の規定による検査".repeat(40);
        let apart = split(text.as_bytes()).unwrap();
        assert!(apart.len() < text.len() / 3 + 80, "{} of {}", apart.len(), text.len());
        for cut in 0..apart.len() {
            assert_eq!(join(&apart[..cut]), None, "cut at {cut}");
        }
    }
}
