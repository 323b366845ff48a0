//! The answers as tables for files: 試算, 結果, 内訳 and what belongs to them, 凡例, 条件.
//!
//! Takes a comparison (of one town or of many), a cost and what the officer must be able to see in the file: the day and the version.
//! Gives tables that keep the rules for machine-readable statistics; [`crate::writing`] makes CSV and XLSX of them.

mod caps;
mod conditions;
mod dates;
mod estimate;
mod legend;
mod origins;
mod remarks;
mod result;
mod steps;
mod sums;
mod unmatched;

use crate::date::Date;
use crate::subsidy::Comparison;
use crate::subsidy::list::List;
use crate::writing::{Table, TableError};
use crate::yen::Yen;

pub use origins::population_origins;
pub use remarks::list_remarks;
pub use result::table as result;
pub use unmatched::{not_usable, reason, unmatched};

/// 金額の単位
const YEN: &str = "円";
/// 人口の単位
const PEOPLE: &str = "人";

/// What a file says about its making.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Making<'a> {
    /// The day of its making.
    pub on: Date,
    /// What made it, with its version.
    pub by: &'a str,
}

/// The tables of a comparison: 試算, 結果, 内訳, 人口別 (one town), 集計 (several), 一覧の確認 (a list), 人口によらない上限, 凡例, 条件.
///
/// # Errors
/// A rule of tables is broken, which only an amount of more than 15 digits could do.
pub fn tables(
    comparison: &Comparison,
    cost: Option<Yen>,
    list: Option<&List>,
    making: Making<'_>,
) -> Result<Vec<Table>, TableError> {
    let mut tables =
        vec![estimate::table(comparison, cost)?, result::table(comparison, cost)?, steps::table(comparison)?];
    if let [row] = comparison.rows.as_slice()
        && let Some(municipality) = row.entry.municipality
    {
        tables.push(dates::table(&comparison.programmes, municipality)?);
    }
    if comparison.rows.len() > 1 {
        tables.push(sums::table(comparison)?);
    }
    if let Some(list) = list {
        tables.push(unmatched::table(list)?);
    }
    tables.push(caps::table()?);
    tables.push(legend::table(&tables)?);
    tables.push(conditions::table(comparison, list, making)?);
    Ok(tables)
}
