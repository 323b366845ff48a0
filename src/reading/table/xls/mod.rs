//! XLS (Excel 97–2003, BIFF8; and the labels of Excel 95), after [MS-CFB] and [MS-XLS].
//!
//! Our own reader: it walks the records once, trusts no length and no chain, and has no path that can panic.

mod biff;
mod compound;
mod strings;

use super::sink::Sink;
use crate::reading::note::Reason;

/// Reads all sheets into the sink.
pub(super) fn read(bytes: &[u8], sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
    let file = compound::Compound::open(bytes)?;
    let stream = match file.stream("Workbook")? {
        Some(stream) => stream,
        None => file.stream("Book")?.ok_or_else(|| Reason::damaged("no workbook stream"))?,
    };
    biff::read(&stream, sink)
}
