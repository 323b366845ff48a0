//! Files out: the rules of tables, CSV in both character sets, workbooks read back.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops at the first surprise")]

mod csv;
mod date;
mod table;
mod windows_31j;
mod workbook;

use ichimai::writing::{Cell, Column, Table};

/// A table of one text column.
fn one_column(sheet: &str, texts: &[&str]) -> Table {
    let rows = texts.iter().map(|text| vec![Cell::from(*text)]).collect();
    Table::new(sheet, vec![Column::text("本文")], rows).unwrap()
}

/// 和木町 and 阿武町 with their populations, the unit beside the number.
fn towns() -> Table {
    let columns = vec![
        Column::text("団体名"),
        Column::number("人口", "人口の単位"),
        Column::text("人口の単位"),
        Column::date("基準日"),
    ];
    let day = ichimai::date::Date::new(2020, 1, 1);
    let row = |name: &str, population: i64| vec![name.into(), population.into(), "人".into(), day.into()];
    Table::new("結果", columns, vec![row("和木町", 6353), row("阿武町", 3246)]).unwrap()
}
