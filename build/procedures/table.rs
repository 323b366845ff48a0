//! A CSV file of facts as rows that are asked by column name.

use std::{collections::BTreeMap, path::Path};

/// One row: the values by column name.
pub type Row = BTreeMap<String, String>;

/// Reads a CSV file with a header row.
pub fn read(path: &Path) -> Result<Vec<Row>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    parse(&text).map_err(|error| format!("{}: {error}", path.display()))
}

/// Rows of a CSV text with a header row.
pub fn parse(text: &str) -> Result<Vec<Row>, csv::Error> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().collect()
}

/// The value of a column; a missing column reads as empty.
pub fn value<'row>(row: &'row Row, column: &str) -> &'row str {
    row.get(column).map_or("", |value| value.trim())
}

/// The parts of a column that holds a list.
pub fn parts<'row>(row: &'row Row, column: &str, separator: char) -> Vec<&'row str> {
    value(row, column).split(separator).filter(|part| !part.is_empty()).collect()
}
