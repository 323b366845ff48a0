//! 結果: a row for each town and programme.

use super::{PEOPLE, YEN};
use crate::date::Date;
use crate::subsidy::{Amount, Ceiling, ChosenTown, Comparison, GrantUnder, Outcome, Reading, grant};
use crate::writing::{Cell, Column, Table, TableError};
use crate::yen::Yen;

/// The table by itself, for CSV.
///
/// # Errors
/// As [`super::tables`].
pub fn table(comparison: &Comparison, cost: Option<Yen>) -> Result<Table, TableError> {
    let rows = comparison.rows.iter().flat_map(|row| {
        row.ceilings.iter().map(|ceiling| {
            let mut cells = town(&row.entry);
            cells.extend(amounts(ceiling));
            cells.extend(grants(ceiling, cost));
            cells.extend([Cell::from(YEN), remark(&ceiling.outcome).into()]);
            cells
        })
    });
    Table::new("結果", columns(), rows.collect())
}

fn columns() -> Vec<Column> {
    let amount = |header| Column::number(header, "金額の単位");
    vec![
        Column::text("団体コード"),
        Column::text("都道府県"),
        Column::text("郡"),
        Column::text("団体名"),
        Column::number("人口", "人口の単位"),
        Column::text("人口の単位"),
        Column::date("人口の基準日"),
        Column::text("人口の基準日（和暦）"),
        Column::text("制度"),
        Column::text("人口規模の区分"),
        Column::text("算式"),
        amount("上限額"),
        amount("上限額（千円未満切捨て）"),
        amount("もう一方の区分による額"),
        amount("参考額"),
        amount("対象事業費"),
        amount("国庫補助（対象事業費の上限と解する）"),
        amount("市町村負担（対象事業費の上限と解する）"),
        amount("国庫補助（補助金の上限と解する）"),
        amount("市町村負担（補助金の上限と解する）"),
        Column::text("金額の単位"),
        Column::text("備考"),
    ]
}

fn town(entry: &ChosenTown) -> Vec<Cell> {
    let town = entry.municipality;
    vec![
        town.map(|town| town.code.to_string()).into(),
        town.map(|town| town.prefecture).into(),
        town.map(|town| town.district).into(),
        town.map_or(entry.label.as_str(), |town| town.name).into(),
        entry.population.people().into(),
        PEOPLE.into(),
        entry.population_date.into(),
        entry.population_date.map(Date::era).into(),
    ]
}

fn amounts(ceiling: &Ceiling) -> Vec<Cell> {
    let mut cells = vec![Cell::from(ceiling.programme.short_name)];
    match &ceiling.outcome {
        Outcome::Amount(Amount { working, alternatives }) => cells.extend([
            working.band.wording.into(),
            working.formula().into(),
            working.amount.get().into(),
            working.amount.floor_thousand().get().into(),
            alternatives.first().map(|other| other.working.amount.get()).into(),
            Cell::Empty,
        ]),
        Outcome::NoFormula(none) => {
            cells.extend(std::iter::repeat_n(Cell::Empty, 5));
            cells.push(none.reference.amount.get().into());
        }
        Outcome::NotByPopulation(_) => cells.extend(std::iter::repeat_n(Cell::Empty, 6)),
    }
    cells
}

fn grants(ceiling: &Ceiling, cost: Option<Yen>) -> Vec<Cell> {
    let granted = ceiling.amount().zip(cost).map(|(amount, cost)| grant(ceiling.programme, amount, cost));
    let of = |reading: Reading, part: fn(&GrantUnder) -> Yen| -> Cell {
        granted.as_ref().map(|granted| part(granted.under(reading)).get()).into()
    };
    vec![
        cost.map(Yen::get).into(),
        of(Reading::AsEligibleCost, |under| under.grant),
        of(Reading::AsEligibleCost, |under| under.own_share),
        of(Reading::AsGrant, |under| under.grant),
        of(Reading::AsGrant, |under| under.own_share),
    ]
}

fn remark(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Amount(amount) => amount.alternatives.first().map_or("", |other| other.reason),
        Outcome::NoFormula(none) => none.note,
        Outcome::NotByPopulation(_) => "",
    }
}
