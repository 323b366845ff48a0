//! Strings of BIFF8 ([MS-XLS] 2.5.240, 2.5.293): one or two bytes a character, with runs and readings that are
//! skipped, continued over records where each continuation may change the width.

use super::compound::{u16_at, u32_at};

/// A cursor over the payloads of a record and its continuations.
pub(super) struct Pieces<'a> {
    payloads: Vec<&'a [u8]>,
    piece: usize,
    at: usize,
}

impl<'a> Pieces<'a> {
    /// Begins with the first byte of the first payload.
    pub fn new(pieces: Vec<&'a [u8]>) -> Self {
        Self { payloads: pieces, piece: 0, at: 0 }
    }

    /// What is left of the current payload; moves to the next payload at its end. Empty at the end of all.
    fn rest(&mut self) -> &'a [u8] {
        while let Some(piece) = self.payloads.get(self.piece) {
            match piece.get(self.at..) {
                Some(rest) if !rest.is_empty() => return rest,
                _ => {
                    self.piece += 1;
                    self.at = 0;
                }
            }
        }
        &[]
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = self.rest().first().copied()?;
        self.at += 1;
        Some(byte)
    }

    fn skip(&mut self, mut count: usize) {
        while count > 0 {
            let here = self.rest().len();
            if here == 0 {
                return;
            }
            self.at += here.min(count);
            count -= here.min(count);
        }
    }

    /// Numbers do not straddle payloads in files of Excel; byte by byte is safe either way.
    fn number(&mut self, bytes: usize) -> Option<u32> {
        (0..bytes).try_fold(0_u32, |number, place| Some(number | u32::from(self.byte()?) << (8 * place)))
    }

    /// The next string with a 16-bit count of characters, and whether it is whole; `None` when the record ends before it
    /// begins.
    pub fn string(&mut self) -> Option<(String, bool)> {
        let characters = self.number(2)? as usize;
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { self.number(2)? as usize };
        let readings = if flags & 4 == 0 { 0 } else { self.number(4)? as usize };
        let (string, whole) = self.characters(characters, flags & 1 == 1);
        self.skip(runs.saturating_mul(4));
        self.skip(readings);
        Some((string, whole))
    }

    /// Characters; when they go on in the next payload, its first byte tells the width anew.
    fn characters(&mut self, mut count: usize, mut wide: bool) -> (String, bool) {
        let mut units: Vec<u16> = Vec::new();
        let mut piece = self.piece;
        while count > 0 {
            let rest = self.rest();
            if rest.is_empty() {
                break;
            }
            if self.piece != piece {
                piece = self.piece;
                wide = self.byte().is_some_and(|flags| flags & 1 == 1);
                continue;
            }
            let width = if wide { 2 } else { 1 };
            let here = count.min(rest.len() / width);
            if here == 0 {
                // Half a character at the end of a payload: damage; go on with the next.
                self.at += rest.len();
                continue;
            }
            let bytes = rest.get(..here * width).unwrap_or(rest);
            if wide {
                units.extend((0..here).filter_map(|unit| u16_at(bytes, unit * 2)));
            } else {
                units.extend(bytes.iter().map(|byte| u16::from(*byte)));
            }
            self.at += here * width;
            count -= here;
        }
        (String::from_utf16_lossy(&units), count == 0)
    }
}

/// So many characters of one or two bytes; fewer where the bytes end.
pub(in crate::reading::table) fn characters(bytes: &[u8], count: usize, wide: bool) -> String {
    let unit = |at: usize| if wide { u16_at(bytes, at * 2) } else { bytes.get(at).map(|byte| u16::from(*byte)) };
    String::from_utf16_lossy(&(0..count).map_while(unit).collect::<Vec<u16>>())
}

/// The shared strings (SST), `None` for one that breaks off: their number stands behind the total of references.
pub(super) fn shared(pieces: Vec<&[u8]>, most: u64) -> Vec<Option<String>> {
    let declared = pieces.first().and_then(|first| u32_at(first, 4)).unwrap_or(0);
    let most = usize::try_from(u64::from(declared).min(most)).unwrap_or(0);
    let mut cursor = Pieces::new(pieces);
    cursor.skip(8);
    std::iter::from_fn(|| cursor.string()).map(|(string, whole)| whole.then_some(string)).take(most).collect()
}
