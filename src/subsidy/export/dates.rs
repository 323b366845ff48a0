//! 人口別: one town at each day of the table.

use super::{PEOPLE, YEN};
use crate::municipality::Municipality;
use crate::subsidy::{DatedCeiling, Outcome, Programme, by_date};
use crate::writing::{Cell, Column, Table, TableError};
use crate::yen::Yen;

pub(super) fn table(programmes: &[&'static Programme], municipality: &Municipality) -> Result<Table, TableError> {
    let columns = vec![
        Column::text("制度"),
        Column::date("人口の基準日"),
        Column::text("人口の基準日（和暦）"),
        Column::number("人口", "人口の単位"),
        Column::text("人口の単位"),
        Column::text("人口規模の区分"),
        Column::number("上限額", "金額の単位"),
        Column::number("上限額（千円未満切捨て）", "金額の単位"),
        Column::text("金額の単位"),
        Column::text("区分の変化"),
    ];
    let dated = programmes.iter().flat_map(|programme| by_date(programme, municipality));
    Table::new("人口別", columns, dated.map(|dated| row(&dated)).collect())
}

fn row(dated: &DatedCeiling) -> Vec<Cell> {
    let ceiling = &dated.ceiling;
    let amount = ceiling.amount();
    let band = match &ceiling.outcome {
        Outcome::Amount(amount) => amount.working.band.wording,
        Outcome::NoFormula(none) => none.note,
        Outcome::NotByPopulation(_) => "",
    };
    vec![
        ceiling.programme.short_name.into(),
        dated.date.into(),
        dated.date.era().into(),
        ceiling.population.people().into(),
        PEOPLE.into(),
        band.into(),
        amount.map(Yen::get).into(),
        amount.map(|amount| amount.floor_thousand().get()).into(),
        YEN.into(),
        dated.crossing.as_ref().map(|crossing| crossing.sentence.as_str()).into(),
    ]
}
