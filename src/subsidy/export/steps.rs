//! 内訳: every step of every ceiling, a row a step.

use crate::subsidy::{Ceiling, Comparison, Outcome};
use crate::writing::{Cell, Column, Table, TableError};

pub(super) fn table(comparison: &Comparison) -> Result<Table, TableError> {
    let columns = vec![
        Column::text("団体名"),
        Column::text("制度"),
        Column::text("人口規模の区分"),
        Column::plain_number("手順の番号"),
        Column::text("手順"),
    ];
    let rows = comparison.rows.iter().flat_map(|row| {
        row.ceilings.iter().flat_map(|ceiling| {
            steps(ceiling).into_iter().map(|(band, number, step)| {
                let label = row.entry.label.as_str();
                vec![label.into(), ceiling.programme.short_name.into(), band.into(), number.into(), Cell::from(step)]
            })
        })
    });
    Table::new("内訳", columns, rows.collect())
}

/// Band, number and text of each step; those of the other band at a jump follow.
fn steps(ceiling: &Ceiling) -> Vec<(&'static str, u32, String)> {
    let Outcome::Amount(amount) = &ceiling.outcome else {
        return Vec::new();
    };
    let others = amount.alternatives.iter().map(|other| &other.working);
    std::iter::once(&amount.working)
        .chain(others)
        .flat_map(|working| {
            let numbered = (1..).zip(working.steps());
            numbered.map(|(number, step)| (working.band.wording, number, step)).collect::<Vec<_>>()
        })
        .collect()
}
