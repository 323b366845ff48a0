//! Where populations come from: the one place that says it, for the page, the paper and the file.

use std::collections::BTreeMap;

use crate::date::Date;
use crate::municipality::POPULATIONS;
use crate::subsidy::Comparison;
use crate::subsidy::list::{Column, List};
use crate::yen::notation::grouped;

/// A sentence for each source of the populations of a comparison, with the number of towns where there are several.
#[must_use]
pub fn population_origins(comparison: &Comparison, list: Option<&List>) -> Vec<String> {
    let mut counts: BTreeMap<Option<Date>, i64> = BTreeMap::new();
    for row in &comparison.rows {
        *counts.entry(row.entry.population_date).or_default() += 1;
    }
    let column = list.and_then(|list| list.population.column.as_ref()).map(Column::shown);
    let own = column.map_or_else(|| "入力された人口".to_owned(), |column| format!("開いた一覧の「{column}」"));
    let several = counts.len() > 1;
    let sentence = |(date, towns): (Option<Date>, i64)| {
        let origin =
            date.map_or_else(|| own.clone(), |date| format!("{} {}現在", POPULATIONS.document, date.western_and_era()));
        if several { format!("{origin}（{}団体）", grouped(towns)) } else { origin }
    };
    counts.into_iter().map(sentence).collect()
}
