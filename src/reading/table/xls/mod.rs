//! XLS (Excel 97–2003, BIFF8; and Excel 95), after [MS-CFB] and [MS-XLS].
//!
//! Our own reader: it walks the records once, trusts no length and no chain, and has no path that can panic.

mod biff;
mod book;
mod compound;
mod records;
mod strings;

use super::sink::Sink;
use crate::reading::limits::Limits;
use crate::reading::note::Reason;

pub(super) use compound::{u16_at, u32_at};
pub(super) use records::{Record, Records};
pub(super) use strings::characters;

/// Reads all sheets into the sink.
pub(super) fn read(bytes: &[u8], sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
    let (stream, whole) = workbook(bytes)?;
    biff::read(&stream, sink)?;
    if whole { Ok(()) } else { Err(Reason::damaged("compound file: the workbook breaks off")) }
}

/// The stream that holds the records, and whether it is whole.
fn workbook(bytes: &[u8]) -> Result<(Vec<u8>, bool), Reason> {
    let file = compound::Compound::open(bytes)?;
    match file.stream("Workbook")? {
        Some(stream) => Ok(stream),
        None => file.stream("Book")?.ok_or_else(|| Reason::damaged("no workbook stream")),
    }
}

/// The records and where each sheet begins among them, for whoever looks at more than values.
pub(super) fn sheets(bytes: &[u8], limits: &Limits) -> Result<(Vec<u8>, Vec<usize>), Reason> {
    let (stream, _) = workbook(bytes)?;
    let starts = book::globals(&stream, limits)?.sheets.iter().map(|sheet| sheet.offset).collect();
    Ok((stream, starts))
}
