//! Files out: CSV and XLSX that an office can use as they are.
//!
//! Takes [`Table`]s, gives bytes. A [`Table`] can only be built when it keeps the state's rules for machine-readable tables
//! (one table a sheet, header in row 1, unique headers, one datum a cell, numbers as numbers with a unit column);
//! 結果 / 凡例 / 条件 are three tables of the same file. The same tables and properties give the same bytes.

mod cell;
mod column;
mod csv;
pub mod docx;
mod long_text;
mod table;
mod windows_31j;
mod workbook;

pub use cell::{Cell, Decimal};
pub use column::{Column, Kind};
pub use csv::{CharacterSet, Csv, csv};
pub use long_text::{CELL_LIMIT, LONG_TEXT_SHEET, LongText};
pub use table::{Table, TableError};
pub use windows_31j::Replaced;
pub use workbook::{Progress, Properties, Workbook, WorkbookError, workbook};
