//! The answer as tables for CSV and XLSX: 結果, 照合, 集計, 比較, 凡例, 条件.
//!
//! The state's rules for machine-readable tables: one table a sheet, one datum a cell, numbers as numbers with their
//! unit beside them, codes explained in 凡例, everything the figures rest on in 条件.

mod legend;
mod results;
mod terms;

use super::answer::Answer;
use crate::writing::{Table, TableError};

/// 結果 alone, for CSV.
///
/// # Errors
/// As [`tables`].
pub fn result(answer: &Answer) -> Result<Table, TableError> {
    results::procedures(answer)
}

/// The tables in the order of the workbook.
///
/// # Errors
/// None for answers of this program; [`TableError`] says which rule a table would break.
pub fn tables(answer: &Answer) -> Result<Vec<Table>, TableError> {
    Ok(vec![
        results::procedures(answer)?,
        results::names(answer)?,
        results::counts(answer)?,
        results::comparison(answer)?,
        legend::legend()?,
        terms::terms(answer)?,
    ])
}
