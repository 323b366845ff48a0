//! Tables of the check sum CRC-32, which no packer makes smaller: the module carries blanks in their places, and they are
//! computed anew.
//!
//! What reads and writes ZIP brings a score of them, a kilobyte each.

use std::ops::Range;

/// Bytes of a table: 256 sums of four bytes.
const SIZE: usize = 1 << 10;
/// The last order that is looked for: sixteen bytes are summed at a time.
const LAST: u8 = 15;
/// CRC-32 of ISO 3309, its lowest bit first.
const POLYNOMIAL: u32 = 0xedb8_8320;
/// A place as it is written: where the table begins, and its order.
const PLACE: usize = 5;

/// The table of this order: for each byte the sum of it and as many zero bytes after it.
fn table(order: u8) -> impl Iterator<Item = u8> {
    let step = |sum: u32, _| (sum >> 1) ^ if sum & 1 == 1 { POLYNOMIAL } else { 0 };
    (0..=255_u32).flat_map(move |byte| (0..8 * (u32::from(order) + 1)).fold(byte, step).to_le_bytes())
}

/// Blanks the tables of a module and tells their places: their number in a byte, then each place.
pub fn blank(module: &mut [u8]) -> Vec<u8> {
    let mut places = Vec::new();
    for order in 0..=LAST {
        let sought: Vec<u8> = table(order).collect();
        while let Some(begin) = module.windows(SIZE).position(|bytes| bytes == sought) {
            let Ok(place) = u32::try_from(begin) else { break };
            if let Some(bytes) = module.get_mut(range(begin)) {
                bytes.fill(0);
            }
            places.extend(place.to_le_bytes());
            places.push(order);
        }
    }
    let count = u8::try_from(places.len() / PLACE).unwrap_or(u8::MAX);
    [&[count], places.as_slice()].concat()
}

fn range(begin: usize) -> Range<usize> {
    begin..begin.saturating_add(SIZE)
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
    places.iter().try_for_each(|[a, b, c, d, order]| {
        let begin = u32::from_le_bytes([*a, *b, *c, *d]) as usize;
        let blanks = module.get_mut(range(begin))?;
        blanks.iter_mut().zip(table(*order)).for_each(|(blank, byte)| *blank = byte);
        Some(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_sums_as_the_standard_does() {
        let first: Vec<u8> = table(0).collect();
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
            .chain(table(2).take(SIZE - 1))
            .collect();
        let mut module = whole.clone();
        let list = blank(&mut module);
        assert_eq!(list.len(), 1 + 4 * PLACE, "what is cut short is no table");
        assert_eq!(
            module.iter().filter(|byte| **byte != 0).count(),
            12 + table(2).take(SIZE - 1).filter(|byte| *byte != 0).count()
        );
        let both = [list.as_slice(), module.as_slice()].concat();
        let (places, rest) = places(&both).unwrap();
        assert_eq!(rest, module);
        fill(&mut module, places).unwrap();
        assert_eq!(module, whole);
        assert_eq!(fill(&mut module[..SIZE], places), None);
    }
}
