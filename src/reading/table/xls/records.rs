//! The records of a BIFF stream: an identifier, a length, a payload.

use super::compound::u16_at;

/// Record identifiers of [MS-XLS] 2.3.
pub(super) mod id {
    pub const FORMULA: u16 = 0x0006;
    pub const EOF: u16 = 0x000A;
    pub const HEADER: u16 = 0x0014;
    pub const FOOTER: u16 = 0x0015;
    pub const NOTE: u16 = 0x001C;
    pub const DATE_MODE: u16 = 0x0022;
    pub const FILE_PASS: u16 = 0x002F;
    pub const CONTINUE: u16 = 0x003C;
    pub const BOUND_SHEET: u16 = 0x0085;
    pub const MUL_RK: u16 = 0x00BD;
    pub const RICH_STRING: u16 = 0x00D6;
    pub const XF: u16 = 0x00E0;
    pub const MERGE_CELLS: u16 = 0x00E5;
    pub const SHARED_STRINGS: u16 = 0x00FC;
    pub const TEXT_OBJECT: u16 = 0x01B6;
    pub const LABEL_SHARED: u16 = 0x00FD;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOLEAN_OR_ERROR: u16 = 0x0205;
    pub const STRING: u16 = 0x0207;
    pub const RK: u16 = 0x027E;
    pub const FORMAT: u16 = 0x041E;
    pub const BOF: u16 = 0x0809;
}

/// A record: its identifier and payload.
#[derive(Clone, Copy)]
pub(in crate::reading::table) struct Record<'a> {
    pub id: u16,
    pub data: &'a [u8],
}

/// Walks the records of a stream from an offset.
pub(in crate::reading::table) struct Records<'a> {
    pub stream: &'a [u8],
    pub at: usize,
}

impl<'a> Records<'a> {
    /// The payload of a record with those of the records that continue it.
    pub fn continued(&mut self, first: &'a [u8]) -> Vec<&'a [u8]> {
        let mut pieces = vec![first];
        while u16_at(self.stream, self.at) == Some(id::CONTINUE) {
            pieces.extend(self.next().map(|record| record.data));
        }
        pieces
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let id = u16_at(self.stream, self.at)?;
        let length = usize::from(u16_at(self.stream, self.at + 2)?);
        let rest = self.stream.get(self.at + 4..)?;
        self.at += 4 + length;
        Some(Record { id, data: rest.get(..length).unwrap_or(rest) })
    }
}
