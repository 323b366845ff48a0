//! [`Sink`]: where all table readers put their rows; the caps, the progress and the notes live here once.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::{Options, Row, Sheet};
use crate::reading::beside::Besides;
use crate::reading::charset::{self, Charset};
use crate::reading::limits::Limits;
use crate::reading::note::{Cap, Note, Reason};
use crate::reading::progress::{Progress, STRIDE, Stage, Watch};

/// Rows whose damage is told one by one; beyond them only the number is told.
const LOCATED: usize = 1_000;

/// An area of merged cells: its rows (1-based, both included) and its first column (0-based), which holds the value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Merged {
    pub first_row: u32,
    pub last_row: u32,
    pub column: usize,
}

/// Notes that one file may have one by one; beyond them only their number is told.
const NOTES: usize = 5_000;

/// Text cut to one character more than a cell may have: enough for [`Sink::row`] to cut and note it, and no more, so
/// that a huge string which many cells name is not held many times.
pub(super) fn bounded(mut text: String, limits: &Limits) -> String {
    if text.len() > limits.cell_characters
        && let Some((end, _)) = text.char_indices().nth(limits.cell_characters + 1)
    {
        text.truncate(end);
        text.shrink_to_fit();
    }
    text
}

/// Characters that are not seen and make two cells differ that look the same: marks of joined files, joiners, soft
/// hyphens, marks of direction.
const fn invisible(letter: char) -> bool {
    matches!(letter, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{AD}' | '\0')
}

/// Whether the reader goes on with the sheet.
pub(super) type Flow = ControlFlow<()>;

/// Gathers sheets, rows and notes under the caps.
pub(super) struct Sink<'a, 'w> {
    file: Arc<str>,
    pub limits: Limits,
    wanted: Option<usize>,
    watch: &'a mut Watch<'w>,
    sheets: Vec<Sheet>,
    notes: Vec<Note>,
    further_notes: u32,
    cells_left: u64,
    text_left: u64,
    rows_done: u64,
    stopped: Option<Reason>,
    /// Cells of the current sheet whose text the file does not hold, and formulas without their result.
    missing: Tally,
    no_result: Tally,
    /// Texts of the current sheet that stand beside its cells.
    pub besides: Besides,
}

/// Cells of a sheet that are told together: how many, and where the first one is.
#[derive(Default)]
struct Tally {
    count: u32,
    row: u32,
    column: u64,
}

impl Tally {
    fn add(&mut self, row: u32, column: usize) {
        if self.count == 0 {
            (self.row, self.column) = (row, column as u64 + 1);
        }
        self.count = self.count.saturating_add(1);
    }
}

impl<'a, 'w> Sink<'a, 'w> {
    pub fn new(file: Arc<str>, options: &Options, watch: &'a mut Watch<'w>) -> Self {
        Self {
            file,
            limits: options.limits,
            wanted: options.rows,
            watch,
            sheets: Vec::new(),
            notes: Vec::new(),
            further_notes: 0,
            cells_left: options.limits.cells,
            text_left: options.limits.text_bytes,
            rows_done: 0,
            stopped: None,
            missing: Tally::default(),
            no_result: Tally::default(),
            besides: Besides::default(),
        }
    }

    /// Whether only the first rows are wanted.
    pub fn previews(&self) -> bool {
        self.wanted.is_some()
    }

    /// Begins a sheet; the rows that follow belong to it.
    pub fn begin(&mut self, name: Option<&str>, hidden: bool) {
        self.tell_tallies();
        self.sheets.push(Sheet { name: name.map(Arc::from), hidden, ..Sheet::default() });
    }

    /// A cell (0-based column) whose text the file does not hold.
    pub fn text_missing(&mut self, row: u32, column: usize) {
        self.missing.add(row, column);
    }

    /// A formula (0-based column) whose result was not kept.
    pub fn no_result(&mut self, row: u32, column: usize) {
        self.no_result.add(row, column);
    }

    /// Notes that the current sheet was not read to its end, with the last row that was.
    pub fn broke_off(&mut self, reason: Reason) {
        let last = self.sheets.last().and_then(|sheet| sheet.rows.last()).map(|row| row.number);
        self.note(last, reason);
    }

    fn tell_tallies(&mut self) {
        let missing = std::mem::take(&mut self.missing);
        if missing.count > 0 {
            self.note(Some(missing.row), Reason::TextMissing { column: missing.column, count: missing.count });
        }
        let none = std::mem::take(&mut self.no_result);
        if none.count > 0 {
            self.note(Some(none.row), Reason::FormulaWithoutResult { column: none.column, count: none.count });
        }
        for reason in std::mem::take(&mut self.besides).reasons() {
            self.note(None, reason);
        }
    }

    /// Tells that the current sheet is hidden, where the file says so behind its rows.
    pub fn hide(&mut self) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.hidden = true;
        }
    }

    /// Takes a row; breaks when no further row of this sheet is wanted or allowed.
    pub fn row(&mut self, number: u32, cells: Vec<String>) -> Flow {
        if self.stopped.is_some() {
            return ControlFlow::Break(());
        }
        let cells = self.fit(number, cells);
        if cells.is_empty() {
            return ControlFlow::Continue(());
        }
        if self.wanted.is_some_and(|wanted| self.rows_here() >= wanted) {
            self.cut();
            return ControlFlow::Break(());
        }
        if let Some(reason) = self.over(number, &cells) {
            self.note(Some(number), reason.clone());
            self.stopped = Some(reason);
            return ControlFlow::Break(());
        }
        let last = self.sheets.last().and_then(|sheet| sheet.rows.last()).map_or(0, |row| row.number);
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.blank_rows += number.saturating_sub(last).saturating_sub(1);
            sheet.rows.push(Row { number, cells });
        }
        self.rows_done += 1;
        self.report()
    }

    /// Fills merged cells downwards, so that each row carries the value that the officer sees beside it.
    pub fn merge(&mut self, merged: &[Merged]) {
        let Some(sheet) = self.sheets.last_mut() else { return };
        // Rows come in order in every file that a spreadsheet wrote; others are put in order.
        if !sheet.rows.is_sorted_by_key(|row| row.number) {
            sheet.rows.sort_by_key(|row| row.number);
        }
        for area in merged.iter().filter(|area| area.last_row > area.first_row && area.column < self.limits.columns) {
            let from = sheet.rows.partition_point(|row| row.number < area.first_row);
            let Some((first, below)) = sheet.rows.get_mut(from..).and_then(<[Row]>::split_first_mut) else { continue };
            let value = first.cell(area.column);
            if first.number != area.first_row || value.is_empty() {
                continue;
            }
            let end = below.partition_point(|row| row.number <= area.last_row);
            let (cells, text) = ((end * (area.column + 1)) as u64, (end * value.len()) as u64);
            let left = self.cells_left.checked_sub(cells).zip(self.text_left.checked_sub(text));
            let Some(left) = left else {
                let limit = self.limits.cells;
                self.note(Some(area.first_row), Reason::Limit { cap: Cap::Cells, limit, found: None });
                return;
            };
            (self.cells_left, self.text_left) = left;
            for row in below.iter_mut().take(end) {
                row.fill(area.column, value);
            }
        }
    }

    /// Marks the current sheet as read only in its first rows.
    pub fn cut(&mut self) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.cut = true;
        }
    }

    /// Notes something about the current sheet.
    pub fn note(&mut self, row: Option<u32>, reason: Reason) {
        if self.notes.len() >= NOTES {
            self.further_notes = self.further_notes.saturating_add(1);
            return;
        }
        let sheet = self.sheets.last().and_then(|sheet| sheet.name.clone());
        self.notes.push(Note { file: Arc::clone(&self.file), sheet, row, reason });
    }

    /// Notes a row that goes on behind the columns that are read.
    pub fn too_wide(&mut self, row: u32, columns: usize) {
        let (limit, found) = (self.limits.columns as u64, Some(columns as u64));
        self.note(Some(row), Reason::Limit { cap: Cap::Columns, limit, found });
    }

    /// Notes the rows that hold undecodable characters.
    pub fn note_undecodable(&mut self, charset: Charset) {
        let rows = self.sheets.last().map(|sheet| sheet.rows.as_slice()).unwrap_or_default();
        let damaged: Vec<(u32, u32)> = rows
            .iter()
            .map(|row| (row.number, row.cells.iter().map(|cell| charset::undecodable(cell)).sum()))
            .filter(|(_, count)| *count > 0)
            .collect();
        for (row, count) in damaged.iter().take(LOCATED) {
            self.note(Some(*row), Reason::Undecodable { charset, count: *count });
        }
        let count: u32 = damaged.iter().skip(LOCATED).map(|(_, count)| *count).sum();
        if count > 0 {
            self.note(None, Reason::Undecodable { charset, count });
        }
    }

    /// Ends the reading: what was gathered, and a note if it broke off.
    pub fn finish(mut self, outcome: Result<(), Reason>) -> (Vec<Sheet>, Vec<Note>) {
        self.tell_tallies();
        if self.further_notes > 0 {
            let reason = Reason::FurtherNotes { count: self.further_notes };
            self.notes.push(Note::file(&self.file, reason));
        }
        if let Err(reason) = outcome {
            self.notes.push(Note::file(&self.file, reason));
        }
        (self.sheets, self.notes)
    }

    fn rows_here(&self) -> usize {
        self.sheets.last().map_or(0, |sheet| sheet.rows.len())
    }

    /// Cuts what is too long or too far right, drops trailing blanks, unifies line ends.
    fn fit(&mut self, number: u32, mut cells: Vec<String>) -> Vec<String> {
        for cell in &mut cells {
            if cell.starts_with(invisible) || cell.ends_with(invisible) {
                *cell = cell.trim_matches(invisible).to_owned();
            }
        }
        while cells.last().is_some_and(|cell| cell.trim().is_empty()) {
            cells.pop();
        }
        if cells.len() > self.limits.columns {
            self.too_wide(number, cells.len());
            cells.truncate(self.limits.columns);
        }
        let limit = self.limits.cell_characters;
        for cell in &mut cells {
            if cell.contains('\r') {
                *cell = cell.replace("\r\n", "\n").replace('\r', "\n");
            }
            // Bytes bound characters from above: only a very long cell is counted.
            if cell.len() > limit
                && let Some((end, _)) = cell.char_indices().nth(limit)
            {
                let found = Some(cell.chars().count() as u64);
                self.note(Some(number), Reason::Limit { cap: Cap::CellCharacters, limit: limit as u64, found });
                cell.truncate(end);
            }
        }
        cells
    }

    /// Takes the row from the budgets, or tells which is used up.
    fn over(&mut self, number: u32, cells: &[String]) -> Option<Reason> {
        if number > self.limits.rows {
            let (limit, found) = (u64::from(self.limits.rows), Some(u64::from(number)));
            return Some(Reason::Limit { cap: Cap::Rows, limit, found });
        }
        let Some(cells_left) = self.cells_left.checked_sub(cells.len() as u64) else {
            return Some(Reason::Limit { cap: Cap::Cells, limit: self.limits.cells, found: None });
        };
        let text: u64 = cells.iter().map(|cell| cell.len() as u64).sum();
        let Some(text_left) = self.text_left.checked_sub(text) else {
            return Some(Reason::Limit { cap: Cap::TextBytes, limit: self.limits.text_bytes, found: None });
        };
        (self.cells_left, self.text_left) = (cells_left, text_left);
        None
    }

    fn report(&mut self) -> Flow {
        if !self.rows_done.is_multiple_of(STRIDE as u64) {
            return ControlFlow::Continue(());
        }
        let progress = Progress { stage: Stage::Rows, done: self.rows_done, total: None };
        if (self.watch)(progress).is_break() {
            self.note(None, Reason::Cancelled);
            self.stopped = Some(Reason::Cancelled);
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }
}
