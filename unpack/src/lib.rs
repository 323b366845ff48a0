//! Unpacks the core in the page: the small module that runs before the large one.
//!
//! Browsers unpack nothing better than gzip by themselves. LZMA makes the core a quarter smaller, since it remembers more
//! than the last 32 KB; as JavaScript it would take twice the time in Chromium and four times in Firefox.

pub mod septets;
pub mod streams;
pub mod tables;
pub mod texts;

use std::io::Read as _;

use lzma_rust2::LzmaReader;
use wasm_bindgen::prelude::wasm_bindgen;

/// How the build packs (`xtask/src/page/packing.rs`): a byte's chances hang on the upper four bits of the one before it.
pub const LITERAL_CONTEXT: u32 = 4;
/// The whole of the core is remembered.
pub const MEMORY: u32 = 1 << 23;

/// Bytes unpacked by one call of the reader: browsers change to their faster code of a function when it is called anew, not while
/// it runs.
const STEP: usize = 1 << 14;

/// What a text of raw LZMA unpacks to, of `size` bytes; `None` where it is not whole.
#[wasm_bindgen]
#[must_use]
pub fn unpack(text: &str, size: u32) -> Option<Vec<u8>> {
    let packed = septets::decode(text);
    let mut reader = LzmaReader::new(packed.as_slice(), u64::from(size), LITERAL_CONTEXT, 0, 0, MEMORY, None).ok()?;
    let mut bytes = vec![0; size as usize];
    bytes.chunks_mut(STEP).try_for_each(|chunk| reader.read_exact(chunk)).ok()?;
    Some(bytes)
}

/// The module of wasm that was packed as streams, with its tables blanked, of `size` bytes; behind it the views of the page.
#[wasm_bindgen]
#[must_use]
pub fn unpack_core(text: &str, size: u32) -> Option<Vec<u8>> {
    let bytes = unpack(text, size)?;
    let (places, apart) = tables::places(&bytes)?;
    let mut module = streams::join(apart)?;
    tables::fill(&mut module, places)?;
    Some(module)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use lzma_rust2::{LzmaOptions, LzmaWriter};

    use super::*;

    fn packed(bytes: &[u8]) -> String {
        let options = LzmaOptions { lc: LITERAL_CONTEXT, pb: 0, dict_size: MEMORY, ..LzmaOptions::default() };
        let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false).unwrap();
        writer.write_all(bytes).unwrap();
        septets::encode(&writer.finish().unwrap())
    }

    #[test]
    fn what_was_packed_comes_back() {
        for length in [0_u32, 1, 2, 300, 200_000] {
            let bytes: Vec<u8> = (0..length).map(|place| place.wrapping_mul(place).to_le_bytes()[1]).collect();
            assert_eq!(unpack(&packed(&bytes), length), Some(bytes));
        }
    }

    #[test]
    fn what_is_cut_off_or_empty_is_refused() {
        let bytes: Vec<u8> = (0..100_000_u32).map(|place| place.wrapping_mul(2_654_435_761).to_le_bytes()[3]).collect();
        let whole = packed(&bytes);
        let letters = whole.chars().count();
        for end in [0, 1, 6, 1_000, letters / 2, letters - 12] {
            let cut: String = whole.chars().take(end).collect();
            assert_eq!(unpack(&cut, 100_000), None, "{end}");
        }
    }
}
