//! The surface of [`crate::writing`]: plain tables in, bytes of a file out.
//!
//! A table is `{sheet, columns: [{header, kind, unitColumn?}], rows: [[cell]]}`; a cell is null, a text, a whole number or, under a date
//! column, a day written `YYYY-MM-DD`.

use js_sys::{Function, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::date::Date;
use crate::writing::{
    Cell, CharacterSet, Column, LongText, Progress, Properties, Replaced, Table, TableError, csv, workbook,
};

/// Kind of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KindInput {
    /// Texts.
    Text,
    /// Whole numbers.
    Number,
    /// Days.
    Date,
}

/// A column.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ColumnInput {
    /// Row 1.
    pub header: String,
    /// What stands below.
    pub kind: KindInput,
    /// For numbers: the column with their unit.
    pub unit_column: Option<String>,
}

/// A cell.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum CellInput {
    /// A whole number.
    Number(i64),
    /// A text or a day.
    Text(String),
}

/// A table.
#[derive(Debug, Clone, Deserialize)]
pub struct TableInput {
    /// Name of the sheet.
    pub sheet: String,
    /// Columns.
    pub columns: Vec<ColumnInput>,
    /// Rows of cells.
    pub rows: Vec<Vec<Option<CellInput>>>,
}

impl TableInput {
    /// The checked table.
    ///
    /// # Errors
    /// The rule of tables that is broken; a day that is none is told as a cell of the wrong kind.
    pub fn table(&self) -> Result<Table, TableError> {
        let columns = self.columns.iter().map(|column| match (column.kind, &column.unit_column) {
            (KindInput::Text, _) => Column::text(&column.header),
            (KindInput::Date, _) => Column::date(&column.header),
            (KindInput::Number, Some(unit)) => Column::number(&column.header, unit),
            (KindInput::Number, None) => Column::plain_number(&column.header),
        });
        let rows = self.rows.iter().map(|row| {
            let kinds = self.columns.iter().map(|column| Some(column.kind)).chain(std::iter::repeat(None));
            row.iter().zip(kinds).map(|(cell, kind)| typed(cell.as_ref(), kind)).collect()
        });
        Table::new(&self.sheet, columns.collect(), rows.collect())
    }
}

fn typed(cell: Option<&CellInput>, kind: Option<KindInput>) -> Cell {
    match cell {
        None => Cell::Empty,
        Some(CellInput::Number(number)) => (*number).into(),
        Some(CellInput::Text(text)) if kind == Some(KindInput::Date) => {
            text.parse::<Date>().map_or_else(|_| text.as_str().into(), Cell::from)
        }
        Some(CellInput::Text(text)) => text.as_str().into(),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CsvInput {
    table: TableInput,
    #[serde(default)]
    character_set: CharacterSet,
}

#[derive(Deserialize)]
struct WorkbookInput {
    tables: Vec<TableInput>,
    title: String,
    author: String,
    created: Date,
}

/// A CSV file.
#[wasm_bindgen(js_name = CsvFile)]
#[derive(Debug)]
pub struct CsvFile {
    bytes: Vec<u8>,
    replaced: Vec<Replaced>,
}

#[wasm_bindgen(js_class = CsvFile)]
impl CsvFile {
    /// The file.
    #[must_use]
    #[wasm_bindgen(getter)]
    pub fn bytes(&self) -> Uint8Array {
        Uint8Array::from(self.bytes.as_slice())
    }

    /// `[{character, written_as, count}]`: what the character set does not hold.
    ///
    /// # Errors
    /// None in practice.
    #[wasm_bindgen(getter)]
    pub fn replaced(&self) -> Result<JsValue, JsValue> {
        given(&self.replaced)
    }
}

/// An XLSX file.
#[wasm_bindgen(js_name = WorkbookFile)]
#[derive(Debug)]
pub struct WorkbookFile {
    bytes: Vec<u8>,
    long_texts: Vec<LongText>,
}

#[wasm_bindgen(js_class = WorkbookFile)]
impl WorkbookFile {
    /// The file.
    #[must_use]
    #[wasm_bindgen(getter)]
    pub fn bytes(&self) -> Uint8Array {
        Uint8Array::from(self.bytes.as_slice())
    }

    /// `[{sheet, row, header, length}]`: the cells whose text stands on a sheet of its own.
    ///
    /// # Errors
    /// None in practice.
    #[wasm_bindgen(getter, js_name = longTexts)]
    pub fn long_texts(&self) -> Result<JsValue, JsValue> {
        given(&self.long_texts)
    }
}

/// `{table, characterSet?}` → CSV; the character set is `utf8` or `windows31_j`.
///
/// # Errors
/// An input of another form, or the rule of tables that is broken, as text.
#[wasm_bindgen(js_name = writeCsv)]
pub fn write_csv(input: JsValue) -> Result<CsvFile, JsValue> {
    let CsvInput { table, character_set } = serde_wasm_bindgen::from_value(input)?;
    let file = csv(&table.table().map_err(|error| as_text(&error))?, character_set);
    Ok(CsvFile { bytes: file.bytes, replaced: file.replaced })
}

/// `{tables, title, author, created}` → XLSX; `progress` hears `{rows, of}`.
///
/// # Errors
/// An input of another form, or the rule that is broken, as text.
#[wasm_bindgen(js_name = writeWorkbook)]
pub fn write_workbook(input: JsValue, progress: &Function) -> Result<WorkbookFile, JsValue> {
    let WorkbookInput { tables, title, author, created } = serde_wasm_bindgen::from_value(input)?;
    let tables: Result<Vec<Table>, TableError> = tables.iter().map(TableInput::table).collect();
    let tables = tables.map_err(|error| as_text(&error))?;
    let mut tell = |done: Progress| {
        // A listener that fails does not stop the file.
        let _ = given(&done).and_then(|done| progress.call1(&JsValue::NULL, &done));
    };
    let file = workbook(&tables, &Properties { title, author, created }, &mut tell).map_err(|error| as_text(&error))?;
    Ok(WorkbookFile { bytes: file.bytes, long_texts: file.long_texts })
}

fn given<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

fn as_text(error: &dyn std::error::Error) -> JsValue {
    error.to_string().into()
}
