//! The same town at each day of the table: how its ceiling changes, and where it crosses into another band.

use serde::Serialize;

use crate::date::Date;
use crate::municipality::{Municipality, Population};
use crate::subsidy::{Ceiling, Outcome, Programme, ceiling};
use crate::yen::notation::people;

/// A ceiling by the population of a day.
#[derive(Debug, Clone, Serialize)]
pub struct DatedCeiling {
    /// The day of the population.
    pub date: Date,
    /// The ceiling.
    pub ceiling: Ceiling,
    /// The crossing into another band since the day before it in the table.
    pub crossing: Option<Crossing>,
}

/// A town in another band than before.
#[derive(Debug, Clone, Serialize)]
pub struct Crossing {
    /// The day before.
    pub since: Date,
    /// 人口 on that day.
    pub before: Population,
    /// 人口規模 on that day; none above the last band.
    pub from: Option<&'static str>,
    /// 人口規模 now; none above the last band.
    pub to: Option<&'static str>,
    /// All of it in a sentence.
    pub sentence: String,
}

/// The ceilings of a town at each day of the table, oldest first.
#[must_use]
pub fn by_date(programme: &'static Programme, municipality: &Municipality) -> Vec<DatedCeiling> {
    let mut dated: Vec<DatedCeiling> = Vec::new();
    for (date, population) in municipality.populations() {
        let ceiling = ceiling(programme, population);
        let crossing = dated.last().and_then(|before| crossing(before, date, &ceiling));
        dated.push(DatedCeiling { date, ceiling, crossing });
    }
    dated
}

fn crossing(before: &DatedCeiling, date: Date, ceiling: &Ceiling) -> Option<Crossing> {
    let (from, to) = (wording(&before.ceiling), wording(ceiling));
    if from == to {
        return None;
    }
    let named =
        |wording: Option<&str>| wording.map_or_else(|| "算式のない規模".to_owned(), |name| format!("「{name}」"));
    let sentence = format!(
        "{}の{}から{}の{}になり、区分が{}から{}に変わります。",
        before.date.era(),
        people(before.ceiling.population),
        date.era(),
        people(ceiling.population),
        named(from),
        named(to),
    );
    Some(Crossing { since: before.date, before: before.ceiling.population, from, to, sentence })
}

fn wording(ceiling: &Ceiling) -> Option<&'static str> {
    match &ceiling.outcome {
        Outcome::Amount(amount) => Some(amount.working.band.wording),
        Outcome::NoFormula(_) | Outcome::NotByPopulation(_) => None,
    }
}
