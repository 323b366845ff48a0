//! Answers as they come back: any file of any program, read against what was sent.
//!
//! Takes a file's name and bytes and the list of what was sent; gives each row with what was understood, and beside it
//! everything that was not: unknown numbers, words, colours, comments, texts outside the table. The numbers add up.

mod cells;
mod conflict;
mod file;
mod head;
mod json;
mod mend;
mod notes;
mod row;
mod table;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::choice::Value;
use super::column::Column;
use super::number::{NotANumber, Number};

pub use cells::cell_name;
pub use conflict::conflicts;
pub use file::{Error, Seen, holds_answers, read, read_all, read_next};
pub use head::Head;
pub use json::{file_json, row_json};

/// How far a row is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// 判定 was understood.
    Answered,
    /// Something stands under 判定 that was not understood.
    Unclear,
    /// 判定 is blank, something else is filled in.
    Partial,
    /// Nothing is filled in.
    Unanswered,
}

/// A value with where and how it was typed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Given {
    /// What was understood.
    pub value: Value,
    /// The typed words.
    pub typed: String,
    /// Its cell, `I5`.
    pub cell: String,
    /// Whether the officer must look before it is taken (確認).
    pub confirm: bool,
}

/// One row of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Sheet; empty for CSV.
    pub sheet: String,
    /// Row of the sheet.
    pub row: u32,
    /// 照会番号
    pub number: Number,
    /// As it was typed.
    pub number_typed: String,
    /// What was understood, by column.
    pub given: BTreeMap<Column, Given>,
    /// Columns whose former answer is taken back (取消).
    pub erased: Vec<Column>,
    /// How far it is answered.
    pub state: State,
    /// 正しい所管課, where the row proposes one.
    pub right_section: Option<String>,
}

/// Words that were not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotUnderstood {
    /// Sheet.
    pub sheet: String,
    /// Row.
    pub row: u32,
    /// Column of the sheet as it was sent.
    pub column: Column,
    /// Cell.
    pub cell: String,
    /// The typed words.
    pub typed: String,
}

/// Why the number of a row is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// Its check is wrong.
    #[serde(rename = "check")]
    Check,
    /// It was never sent.
    #[serde(rename = "never sent")]
    NeverSent,
    /// It has not the form of a number.
    #[serde(rename = "form")]
    Form,
    /// There is none.
    #[serde(rename = "blank")]
    Blank,
    /// There are two.
    #[serde(rename = "two numbers")]
    Two,
}

impl From<NotANumber> for Why {
    fn from(reason: NotANumber) -> Self {
        match reason {
            NotANumber::Blank => Self::Blank,
            NotANumber::Form => Self::Form,
            NotANumber::Check => Self::Check,
            NotANumber::Two => Self::Two,
        }
    }
}

/// A row whose number is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unknown {
    /// Sheet.
    pub sheet: String,
    /// Row.
    pub row: u32,
    /// What stands under 照会番号.
    pub typed: String,
    /// Why it is not known.
    pub why: Why,
    /// The one item with the same 例規名, 条項 and 規制区分.
    pub proposal: Option<Number>,
    /// What the row says, for the officer who accepts the proposal.
    pub given: BTreeMap<Column, Given>,
}

/// Something that is no answer and must not be lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// A comment on a cell.
    Comment {
        /// Sheet.
        sheet: String,
        /// Cell.
        cell: String,
        /// Its words.
        text: String,
    },
    /// Rows with a colour of their own.
    Fill {
        /// Sheet.
        sheet: String,
        /// Rows.
        rows: Vec<u32>,
    },
    /// Words outside the table.
    Text {
        /// Sheet.
        sheet: String,
        /// Cell.
        cell: String,
        /// The words.
        text: String,
    },
}

/// A row that asks to be sent to another section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    /// Sheet.
    pub sheet: String,
    /// Row.
    pub row: u32,
    /// 照会番号
    pub number: Number,
    /// Column.
    pub column: Column,
    /// Cell.
    pub cell: String,
    /// The typed words.
    pub typed: String,
    /// The section that they name.
    pub to: Option<String>,
}

/// A text that is no longer the one that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Altered {
    /// Sheet.
    pub sheet: String,
    /// Row.
    pub row: u32,
    /// 照会番号
    pub number: Number,
    /// Heading.
    pub column: String,
    /// What stands there now.
    pub typed: String,
}

/// One answer of a conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// File.
    pub file: String,
    /// Sheet.
    pub sheet: String,
    /// Row.
    pub row: u32,
    /// The value as the sheet writes it.
    pub value: String,
}

/// Rows of one number that differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// 照会番号
    pub number: Number,
    /// Column.
    pub column: Column,
    /// All that was said.
    pub answers: Vec<Voice>,
}

/// What one file says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FileAnswers {
    /// Name.
    pub name: String,
    /// Why it was not read.
    pub error: Option<Error>,
    /// 回答課, 回答者, 回答日 as the head of the sheet tells them.
    pub head: Head,
    /// Rows in the order of the file.
    pub rows: Vec<Row>,
    /// Rows whose number is not known.
    pub unknown: Vec<Unknown>,
    /// Words that were not understood.
    pub not_understood: Vec<NotUnderstood>,
    /// What is no answer.
    pub notes: Vec<Note>,
    /// Rows for another section.
    pub transfer: Vec<Transfer>,
    /// Texts that were changed.
    pub altered: Vec<Altered>,
    /// Differences within the file.
    pub conflicts: Vec<Conflict>,
    /// Rows that are hidden.
    pub hidden_rows: Vec<u32>,
    /// Sheets that hold no answers.
    pub other_sheets: Vec<String>,
    /// The sections whose sheet it is.
    pub sent_to: Vec<String>,
    /// Numbers of theirs that the file does not have; nothing where it is no section's sheet.
    pub missing: Option<Vec<Number>>,
}

impl FileAnswers {
    /// Rows in a state.
    #[must_use]
    pub fn count(&self, state: State) -> usize {
        self.rows.iter().filter(|row| row.state == state).count()
    }

    /// Rows read: those of known and of unknown numbers.
    #[must_use]
    pub const fn rows_read(&self) -> usize {
        self.rows.len() + self.unknown.len()
    }

    /// Different numbers, and how many of them have a row whose 判定 was understood.
    #[must_use]
    pub fn numbers(&self) -> (usize, usize) {
        let mut numbers: BTreeMap<Number, bool> = BTreeMap::new();
        for row in &self.rows {
            *numbers.entry(row.number).or_default() |= row.state == State::Answered;
        }
        (numbers.len(), numbers.values().filter(|answered| **answered).count())
    }
}
