//! JIS X 0208 as Windows-31J extends it (①, ㈱, 髙, 﨑): the table that Shift_JIS, EUC-JP and ISO-2022-JP share.
//!
//! A pointer is `(row - 1) * 94 + (cell - 1)`. The table is a file of our own (`data/jis_x_0208.txt`, checked cell by
//! cell against `encoding_rs` in the tests), because a library of all the world's encodings weighs ten times as much.

use std::sync::LazyLock;

/// Cells of a row.
pub const CELLS: u16 = 94;

/// Characters by pointer; a blank where there is none.
static TABLE: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut table = Vec::with_capacity(119 * usize::from(CELLS));
    for line in include_str!("../data/jis_x_0208.txt").lines() {
        let Some((row, cells)) = line.split_once('\t') else { continue };
        let start = row.parse().map_or(0, |row: usize| (row - 1) * usize::from(CELLS));
        table.resize(start, ' ');
        table.extend(cells.chars());
    }
    table
});

/// The character at a pointer.
#[must_use]
pub fn character(pointer: u16) -> Option<char> {
    TABLE.get(usize::from(pointer)).copied().filter(|character| *character != ' ')
}

/// The two bytes of a pointer in Shift_JIS.
#[must_use]
pub fn shift_jis(pointer: u16) -> Option<[u8; 2]> {
    let (lead, trail) = (pointer / 188, pointer % 188);
    let lead = lead + if lead < 0x1F { 0x81 } else { 0xC1 };
    let trail = trail + if trail < 0x3F { 0x40 } else { 0x41 };
    Some([u8::try_from(lead).ok()?, u8::try_from(trail).ok()?])
}

/// The pointer of two bytes in Shift_JIS; `None` where they are no such pair.
#[must_use]
pub fn pointer_of_shift_jis(lead: u8, trail: u8) -> Option<u16> {
    let lead = match lead {
        0x81..=0x9F => lead - 0x81,
        0xE0..=0xFC => lead - 0xC1,
        _ => return None,
    };
    let trail = match trail {
        0x40..=0x7E => trail - 0x40,
        0x80..=0xFC => trail - 0x41,
        _ => return None,
    };
    Some(u16::from(lead) * 188 + u16::from(trail))
}

/// All pointers with their characters, in order.
pub fn all() -> impl Iterator<Item = (u16, char)> {
    (0_u16..).zip(TABLE.iter().copied()).filter(|(_, character)| *character != ' ')
}
