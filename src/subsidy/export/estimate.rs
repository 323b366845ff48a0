//! 試算: what a finance section asks for, in few columns under the first reading; everything else stands in 結果.

use super::{PEOPLE, YEN};
use crate::subsidy::{Ceiling, ChosenTown, Comparison, GrantUnder, Outcome, grant};
use crate::writing::{Cell, Column, Table, TableError};
use crate::yen::Yen;

/// The name in the line of a sum.
const SUM: &str = "合計";

pub(super) fn table(comparison: &Comparison, cost: Option<Yen>) -> Result<Table, TableError> {
    let towns = comparison.rows.iter();
    let mut rows: Vec<Vec<Cell>> =
        towns.flat_map(|row| row.ceilings.iter().map(|ceiling| line(&row.entry, ceiling, cost))).collect();
    if comparison.rows.len() > 1 {
        rows.extend(comparison.sums.iter().map(|sum| {
            let left_out = match sum.without_formula.len() {
                0 => String::new(),
                towns => format!("算式のない{towns}団体を除いた合計です。"),
            };
            let mut cells = vec![Cell::from(SUM), Cell::Empty, Cell::Empty, sum.programme.short_name.into()];
            cells.extend([sum.programme.rate_wording.into(), sum.total.get().into()]);
            cells.extend([Cell::Empty, Cell::Empty, Cell::Empty, YEN.into(), left_out.as_str().into()]);
            cells
        }));
    }
    Table::new("試算", columns(), rows)
}

fn columns() -> Vec<Column> {
    let amount = |header| Column::number(header, "金額の単位");
    vec![
        Column::text("団体名"),
        Column::number("人口", "人口の単位"),
        Column::text("人口の単位"),
        Column::text("制度"),
        Column::text("補助率"),
        amount("上限額"),
        amount("対象事業費"),
        amount("国庫補助"),
        amount("市町村負担"),
        Column::text("金額の単位"),
        Column::text("備考"),
    ]
}

fn line(entry: &ChosenTown, ceiling: &Ceiling, cost: Option<Yen>) -> Vec<Cell> {
    let programme = ceiling.programme;
    let reading = programme.formula().map(|formula| formula.first_reading);
    let granted = ceiling.amount().zip(cost).map(|(amount, cost)| grant(programme, amount, cost));
    let part = |part: fn(&GrantUnder) -> Yen| -> Cell {
        granted.as_ref().zip(reading).map(|(granted, reading)| part(granted.under(reading)).get()).into()
    };
    let remark = match &ceiling.outcome {
        Outcome::Amount(amount) if amount.alternatives.is_empty() => "",
        Outcome::Amount(_) => "人口が区分の境にあり、もう一つの額があります（「結果」のシート）。",
        Outcome::NoFormula(_) | Outcome::NotByPopulation(_) => "人口による算式がありません（「結果」のシート）。",
    };
    vec![
        entry.municipality.map_or(entry.label.as_str(), |town| town.name).into(),
        entry.population.people().into(),
        PEOPLE.into(),
        programme.short_name.into(),
        programme.rate_wording.into(),
        ceiling.amount().map(Yen::get).into(),
        cost.map(Yen::get).into(),
        part(|under| under.grant),
        part(|under| under.own_share),
        YEN.into(),
        remark.into(),
    ]
}
