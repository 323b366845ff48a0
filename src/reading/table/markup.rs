//! Lists written as HTML: every table of the page is a sheet. Systems export them so, often under the name `.xls`.

use std::ops::ControlFlow;

use super::sink::{Merged, Sink};
use crate::reading::note::{Beside, Reason};
use crate::reading::text::html;

/// Reads all tables into the sink.
pub(super) fn read(text: &str, sink: &mut Sink<'_, '_>) -> Result<(), Reason> {
    let (grids, outside) = html::tables(text);
    if grids.is_empty() {
        return Err(Reason::NoTable);
    }
    let alone = grids.len() == 1;
    for (place, grid) in (1..).zip(grids) {
        let name = format!("表{place}");
        sink.begin((!alone).then_some(&name), false);
        rows(grid, sink);
    }
    sink.besides.count(Beside::Outside, outside);
    if html::end_is_open(text) {
        sink.note(None, Reason::OpenEnd);
    }
    Ok(())
}

/// The rows of one table, with the cells that reach over several.
fn rows(grid: html::Grid, sink: &mut Sink<'_, '_>) {
    let mut merged: Vec<Merged> = Vec::new();
    // Rows from which each column is free again: cells that reach down from above push the next ones right.
    let mut free_from: Vec<u32> = Vec::new();
    for (number, row) in (1_u32..).zip(grid) {
        let mut cells: Vec<String> = Vec::new();
        for cell in row {
            while free_from.get(cells.len()).is_some_and(|free| *free > number) {
                cells.push(String::new());
            }
            let column = cells.len();
            if column > sink.limits.columns {
                break;
            }
            let last_row = number.saturating_add(cell.rows - 1);
            if cell.rows > 1 {
                merged.push(Merged { first_row: number, last_row, column });
            }
            cells.push(cell.text);
            let end = column.saturating_add(cell.columns as usize).min(sink.limits.columns + 1);
            cells.resize(end.max(cells.len()), String::new());
            free_from.resize(free_from.len().max(cells.len()), 0);
            for free in free_from.iter_mut().take(cells.len()).skip(column) {
                *free = last_row.saturating_add(1);
            }
        }
        if let ControlFlow::Break(()) = sink.row(number, cells) {
            break;
        }
    }
    sink.merge(&merged);
}
