//! 集計: the sum of the ceilings of each programme.

use super::YEN;
use crate::subsidy::{Comparison, Sum};
use crate::writing::{Cell, Column, Table, TableError};

const TOWNS: &str = "団体";

pub(super) fn table(comparison: &Comparison) -> Result<Table, TableError> {
    let columns = vec![
        Column::text("制度"),
        Column::number("合計した団体の数", "団体数の単位"),
        Column::number("算式のない団体の数", "団体数の単位"),
        Column::text("団体数の単位"),
        Column::number("上限額の合計", "金額の単位"),
        Column::number("千円未満を切り捨てた上限額の合計", "金額の単位"),
        Column::text("金額の単位"),
    ];
    Table::new("集計", columns, comparison.sums.iter().map(row).collect())
}

fn row(sum: &Sum) -> Vec<Cell> {
    let count = |towns: usize| Cell::from(u32::try_from(towns).unwrap_or(u32::MAX));
    vec![
        sum.programme.short_name.into(),
        count(sum.counted),
        count(sum.without_formula.len()),
        TOWNS.into(),
        sum.total.get().into(),
        sum.total_floor_thousand.get().into(),
        YEN.into(),
    ]
}
