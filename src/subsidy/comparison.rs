//! [`Comparison`]: several towns side by side with the sums of their ceilings.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::municipality::{Municipality, Population};
use crate::subsidy::programme::{as_id, as_ids};
use crate::subsidy::{Ceiling, Programme, ceiling, programmes};
use crate::yen::Yen;

/// A town of a comparison: of the table, or only named with its population.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenTown {
    /// The name to show.
    pub label: String,
    /// The municipality, where it is one of the table.
    pub municipality: Option<&'static Municipality>,
    /// The population to compute with.
    pub population: Population,
    /// The day of the population, where it is known.
    pub population_date: Option<Date>,
}

impl ChosenTown {
    /// A municipality with its population on a day of the table.
    #[must_use]
    pub fn of(municipality: &'static Municipality, on: Date) -> Option<Self> {
        let population = municipality.population(on)?;
        let label = municipality.full_name();
        Some(Self { label, municipality: Some(municipality), population, population_date: Some(on) })
    }

    /// A name with a typed population.
    #[must_use]
    pub fn typed(label: &str, population: Population) -> Self {
        Self { label: label.to_owned(), municipality: None, population, population_date: None }
    }
}

/// Several towns under every programme that has a formula.
#[derive(Debug, Clone, Serialize)]
pub struct Comparison {
    /// The programmes, in the order of the page; written as their ids.
    #[serde(serialize_with = "as_ids")]
    pub programmes: Vec<&'static Programme>,
    /// The towns in the order given.
    pub rows: Vec<ComparedTown>,
    /// A sum for each programme.
    pub sums: Vec<Sum>,
}

/// A town's ceilings, one for each programme.
#[derive(Debug, Clone, Serialize)]
pub struct ComparedTown {
    /// The town.
    pub entry: ChosenTown,
    /// Its ceilings.
    pub ceilings: Vec<Ceiling>,
}

/// The sum of a programme's ceilings.
#[derive(Debug, Clone, Serialize)]
pub struct Sum {
    /// The programme; written as its id.
    #[serde(serialize_with = "as_id")]
    pub programme: &'static Programme,
    /// The sum of the amounts, each 円未満切捨て.
    pub total: Yen,
    /// The sum of the amounts, each 千円未満切捨て.
    pub total_floor_thousand: Yen,
    /// Towns that are in the sum.
    pub counted: usize,
    /// Towns that are not, because there is no formula for them.
    pub without_formula: Vec<String>,
}

/// Compares towns under the programmes as the documents stated them on a day (see [`programmes`]).
#[must_use]
pub fn compare(entries: Vec<ChosenTown>, as_of: Option<Date>) -> Comparison {
    let by_formula = |programme: &&'static Programme| programme.formula().is_some();
    let programmes: Vec<&'static Programme> = programmes(as_of).into_iter().filter(by_formula).collect();
    let compared = |entry: ChosenTown| {
        let ceilings = programmes.iter().map(|programme| ceiling(programme, entry.population)).collect();
        ComparedTown { entry, ceilings }
    };
    let rows: Vec<ComparedTown> = entries.into_iter().map(compared).collect();
    let sums = programmes.iter().enumerate().map(|(place, programme)| sum(programme, place, &rows)).collect();
    Comparison { programmes, rows, sums }
}

fn sum(programme: &'static Programme, place: usize, rows: &[ComparedTown]) -> Sum {
    let mut sum =
        Sum { programme, total: Yen::ZERO, total_floor_thousand: Yen::ZERO, counted: 0, without_formula: Vec::new() };
    for row in rows {
        match row.ceilings.get(place).and_then(Ceiling::amount) {
            // A list has at most a million rows of at most a billion yen each: the sum fits.
            Some(amount) => {
                sum.total = sum.total.checked_add(amount).unwrap_or(sum.total);
                let floored = amount.floor_thousand();
                sum.total_floor_thousand =
                    sum.total_floor_thousand.checked_add(floored).unwrap_or(sum.total_floor_thousand);
                sum.counted += 1;
            }
            None => sum.without_formula.push(row.entry.label.clone()),
        }
    }
    sum
}
