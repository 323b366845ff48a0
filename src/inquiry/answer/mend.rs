//! What the officer decides by hand of what was not understood: the number of a row, the meaning of a cell.
//!
//! The account goes on adding up: what is understood leaves what was not.

use super::super::choice::Value;
use super::super::column::Column;
use super::super::number::Number;
use super::{FileAnswers, Given, Row, State};

impl FileAnswers {
    /// Reads the row of an unknown number, by its place among them, as an answer to this number.
    pub fn accept(&mut self, place: usize, number: Number) {
        if place >= self.unknown.len() {
            return;
        }
        let unknown = self.unknown.remove(place);
        let mut row = Row {
            sheet: unknown.sheet,
            row: unknown.row,
            number,
            number_typed: unknown.typed,
            given: unknown.given,
            erased: Vec::new(),
            state: State::Unanswered,
            right_section: None,
        };
        self.judge(&mut row);
        let at = self.rows.iter().position(|other| other.sheet == row.sheet && other.row > row.row);
        self.rows.insert(at.unwrap_or(self.rows.len()), row);
    }

    /// Takes the words of a cell that was not understood, by its place among them, to mean this value.
    pub fn understand(&mut self, place: usize, value: Value) {
        if place >= self.not_understood.len() {
            return;
        }
        let cell = self.not_understood.remove(place);
        let given = Given { value, typed: cell.typed, cell: cell.cell, confirm: false };
        let own = |row: &Row| row.row == cell.row && row.sheet == cell.sheet;
        if let Some(at) = self.rows.iter().position(own) {
            let mut row = self.rows.remove(at);
            row.given.insert(cell.column, given);
            self.judge(&mut row);
            self.rows.insert(at, row);
        } else if let Some(unknown) = self.unknown.iter_mut().find(|row| row.row == cell.row && row.sheet == cell.sheet)
        {
            unknown.given.insert(cell.column, given);
        }
    }

    /// How far a row is answered now.
    fn judge(&self, row: &mut Row) {
        let open = |column: Option<Column>| {
            self.not_understood.iter().any(|cell| {
                cell.row == row.row && cell.sheet == row.sheet && column.is_none_or(|column| cell.column == column)
            })
        };
        row.state = if row.given.contains_key(&Column::Decision) {
            State::Answered
        } else if open(Some(Column::Decision)) {
            State::Unclear
        } else if !row.given.is_empty() || !row.erased.is_empty() || open(None) {
            State::Partial
        } else {
            State::Unanswered
        };
    }
}
