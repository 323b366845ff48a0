//! The tables of a Word document as sheets: lists that offices keep in Word rather than in Excel.

use super::sink::Sink;
use super::{Role, Row, Sheet};
use crate::reading::limits::Limits;
use crate::reading::note::Reason;
use crate::reading::ordinance::{Mark, mark};
use crate::reading::text::docx::{self, Block};

/// Reads each table into the sink as a sheet of its own.
pub(super) fn read(bytes: &[u8], sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
    let limits = sink.limits;
    let sheets = docx::sheet_rows(&docx::read(bytes, &limits)?);
    if sheets.is_empty() {
        return Err(Reason::NoTable);
    }
    for (place, rows) in (1..).zip(sheets) {
        sink.begin(Some(&format!("表{place}")), false);
        for (number, cells) in (1_u32..).zip(rows) {
            if sink.row(number, cells).is_break() {
                break;
            }
        }
    }
    sink.besides = docx::beside(bytes, &limits)?;
    Ok(())
}

/// Whether a document is a list of clauses: a table names the columns of one, and no article stands outside of tables.
pub(in crate::reading) fn is_list(blocks: &[Block], limits: &Limits) -> bool {
    let article =
        |block: &Block| matches!(block, Block::Line(line) if matches!(mark(line.trim()), Mark::Article { .. }));
    if blocks.iter().any(article) {
        return false;
    }
    docx::sheet_rows(blocks).into_iter().any(|rows| {
        let rows = (1_u32..).zip(rows).take(limits.rows as usize);
        let full = rows.filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()));
        let rows = full.take(64).map(|(number, cells)| Row { number, cells }).collect();
        let header = Sheet { rows, ..Sheet::default() }.header();
        let has = |role: Role| header.column(role).is_some();
        header.row.is_some() && has(Role::Text) && (has(Role::Title) || has(Role::Article))
    })
}
