//! Tables that no packer makes smaller: the module carries blanks in their places, and they are computed anew.
//!
//! What reads and writes ZIP brings a score of sums of CRC-32, a kilobyte each; what reads numbers brings the powers of five
//! to 128 bits and the powers of ten.

/// The last order of sums that is looked for: four words of four bytes and as many behind them are summed at a time.
const LAST_SUM: u8 = 19;
/// The kind that is the powers of five.
const FIVES: u8 = LAST_SUM + 1;
/// The kind that is the powers of ten, and the last.
const TENS: u8 = FIVES + 1;
/// The least and the greatest power of five, and the greatest of ten.
const LEAST: usize = 342;
const GREATEST: u16 = 308;
/// Words of 32 bits that hold every power of five, and two to their end over each of them, to 128 bits and more.
const WORDS: usize = 31;
/// Bits that a power of five is kept to.
const KEPT: u32 = 128;
/// Powers below one are rounded up as far as they are exact in 64 bits.
const ROUNDED: usize = 27;
/// What the exponent of a binary fraction is written with, and how many bits stand behind it.
const BIAS: u32 = 1023;
const FRACTION: u32 = 52;
/// Polynomial of ISO 3309, its lowest bit first.
const POLYNOMIAL: u32 = 0xedb8_8320;
/// A place as it is written: where the table begins, and its kind.
const PLACE: usize = 5;

/// The table of a kind; up to [`LAST_SUM`] for each byte the sum of it and as many zero bytes after it.
fn table(kind: u8) -> Vec<u8> {
    match kind {
        FIVES => fives(),
        TENS => tens(),
        order => {
            let step = |sum: u32, _| (sum >> 1) ^ if sum & 1 == 1 { POLYNOMIAL } else { 0 };
            (0..=255_u32).flat_map(|byte| (0..8 * (u32::from(order) + 1)).fold(byte, step).to_le_bytes()).collect()
        }
    }
}

/// A long number, its lowest word first.
type Long = [u32; WORDS];

/// The lower word.
fn low(both: u64) -> u32 {
    u32::try_from(both & u64::from(u32::MAX)).unwrap_or(0)
}

/// The uppermost 128 bits, and how many bits there are.
fn uppermost(long: &Long) -> (u128, u32) {
    let above = long.iter().rev().take_while(|word| **word == 0).count();
    let word = |down: usize| long.iter().rev().nth(above + down).map_or(0, |word| u128::from(*word));
    let head = (0..4).fold(0, |head, down| head << 32 | word(down));
    let zeros = head.leading_zeros();
    let words = u32::try_from(WORDS - above).unwrap_or(0);
    (head << zeros | (word(4) << zeros) >> 32, 32 * words - zeros)
}

/// The powers of five from nought on.
fn powers() -> impl Iterator<Item = (u128, u32)> {
    let mut long = Long::default();
    long[0] = 1;
    (0..=GREATEST).map(move |_| {
        let power = uppermost(&long);
        let mut carried = 0;
        for word in &mut long {
            let product = u64::from(*word) * 5 + carried;
            (*word, carried) = (low(product), product >> 32);
        }
        power
    })
}

/// What is needed to read decimal fractions (Lemire 2021): each power of five to 128 bits, upper half first.
fn fives() -> Vec<u8> {
    let mut long = Long::default();
    long[WORDS - 1] = 1;
    let below = (1..=LEAST).map(|power| {
        let mut left = 0;
        for word in long.iter_mut().rev() {
            let whole = left << 32 | u64::from(*word);
            (*word, left) = (low(whole / 5), whole % 5);
        }
        uppermost(&long).0 + u128::from(power <= ROUNDED)
    });
    let mut all: Vec<u128> = below.collect();
    all.reverse();
    all.extend(powers().map(|(power, _)| power));
    all.into_iter().flat_map(|power| power.rotate_left(64).to_le_bytes()).collect()
}

/// The powers of ten from nought on as binary fractions.
#[expect(clippy::cast_precision_loss, reason = "what is meant is the nearest fraction")]
fn tens() -> Vec<u8> {
    let scaled = |((power, bits), exponent): ((u128, u32), u32)| {
        power as f64 * f64::from_bits(u64::from(BIAS + bits + exponent - KEPT) << FRACTION)
    };
    powers().zip(0..).flat_map(|power| scaled(power).to_le_bytes()).collect()
}

/// Blanks the tables of a module and tells their places: their number in a byte, then each place.
pub fn blank(module: &mut [u8]) -> Vec<u8> {
    let mut places = Vec::new();
    for kind in 0..=TENS {
        let sought = table(kind);
        while let Some(begin) = module.windows(sought.len()).position(|bytes| bytes == sought) {
            let Ok(place) = u32::try_from(begin) else { break };
            if let Some(bytes) = module.get_mut(begin..begin + sought.len()) {
                bytes.fill(0);
            }
            places.extend(place.to_le_bytes());
            places.push(kind);
        }
    }
    let count = u8::try_from(places.len() / PLACE).unwrap_or(u8::MAX);
    [&[count], places.as_slice()].concat()
}

/// The places, and what stands behind them.
#[must_use]
pub fn places(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (count, rest) = bytes.split_first()?;
    rest.split_at_checked(usize::from(*count) * PLACE)
}

/// Writes the tables to their places again; `None` where the module is too short.
pub fn fill(module: &mut [u8], places: &[u8]) -> Option<()> {
    let (places, _) = places.as_chunks::<PLACE>();
    places.iter().try_for_each(|[a, b, c, d, kind]| {
        let table = table(*kind);
        let begin = u32::from_le_bytes([*a, *b, *c, *d]) as usize;
        module.get_mut(begin..begin.checked_add(table.len())?)?.copy_from_slice(&table);
        Some(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes of a table of sums.
    const SIZE: usize = 1 << 10;

    #[test]
    fn powers_are_those_that_the_library_reads_with() {
        let tens = tens();
        assert_eq!(tens.len(), 309 * 8);
        for (power, bytes) in tens.as_chunks::<8>().0.iter().enumerate() {
            assert_eq!(*bytes, format!("1e{power}").parse::<f64>().unwrap().to_le_bytes(), "{power}");
        }
        let fives = fives();
        assert_eq!(fives.len(), 651 * 16);
        // The first, a rounded one, one and the last of the table of the standard library.
        for (place, upper, lower) in [
            (0, 0xeef4_53d6_923b_d65a_u64, 0x113f_aa29_06a1_3b3f_u64),
            (341, 0xcccc_cccc_cccc_cccc, 0xcccc_cccc_cccc_cccd),
            (342, 1 << 63, 0),
            (650, 0x8e67_9c2f_5e44_ff8f, 0x570f_09ea_a7ea_7648),
        ] {
            let expected = [upper.to_le_bytes(), lower.to_le_bytes()].concat();
            assert_eq!(fives[16 * place..16 * (place + 1)], expected, "{place}");
        }
    }

    #[test]
    fn a_table_sums_as_the_standard_does() {
        let first = table(0);
        let sum = b"123456789".iter().fold(u32::MAX, |sum, byte| {
            let place = 4 * ((sum ^ u32::from(*byte)) & 0xff) as usize;
            (sum >> 8) ^ u32::from_le_bytes(first[place..place + 4].try_into().unwrap())
        });
        assert_eq!(!sum, 0xcbf4_3926, "the check value of the standard");
    }

    #[test]
    fn tables_are_blanked_wherever_they_stand_and_come_back() {
        let whole: Vec<u8> = [5, 0, 15, 5]
            .into_iter()
            .flat_map(|order| [7_u8, 7, 7].into_iter().chain(table(order)))
            .chain(table(2).into_iter().take(SIZE - 1))
            .collect();
        let mut module = whole.clone();
        let list = blank(&mut module);
        assert_eq!(list.len(), 1 + 4 * PLACE, "what is cut short is no table");
        assert_eq!(
            module.iter().filter(|byte| **byte != 0).count(),
            12 + table(2).iter().take(SIZE - 1).filter(|byte| **byte != 0).count()
        );
        let both = [list.as_slice(), module.as_slice()].concat();
        let (places, rest) = places(&both).unwrap();
        assert_eq!(rest, module);
        fill(&mut module, places).unwrap();
        assert_eq!(module, whole);
        assert_eq!(fill(&mut module[..SIZE], places), None);
    }
}
