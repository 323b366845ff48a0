//! [`Ceiling`]: a programme's ceiling for a population, or the reason why there is none.

use serde::Serialize;

use crate::date::Date;
use crate::municipality::Population;
use crate::subsidy::programme::as_id;
use crate::subsidy::{Cap, Formula, Programme, Rule, Working, programmes};
use crate::yen::Yen;

/// A programme's answer for a population.
#[derive(Debug, Clone, Serialize)]
pub struct Ceiling {
    /// The programme; written as its id.
    #[serde(serialize_with = "as_id")]
    pub programme: &'static Programme,
    /// The population.
    pub population: Population,
    /// The answer.
    pub outcome: Outcome,
}

/// What a programme says about a population.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The formula gives an amount.
    Amount(Amount),
    /// The population lies above the last band: the document gives no formula.
    NoFormula(NoFormula),
    /// The programme has caps that do not depend on the population.
    NotByPopulation(&'static [Cap]),
}

/// The amount of a formula.
#[derive(Debug, Clone, Serialize)]
pub struct Amount {
    /// The working of the amount that leads.
    pub working: Working,
    /// The other amount, where the population stands on a jump between two bands.
    pub alternatives: Vec<Alternative>,
}

/// An amount that the document allows as well.
#[derive(Debug, Clone, Serialize)]
pub struct Alternative {
    /// Its working.
    pub working: Working,
    /// What the document leaves open.
    pub reason: &'static str,
}

/// A population above the last band.
#[derive(Debug, Clone, Serialize)]
pub struct NoFormula {
    /// What to say.
    pub note: &'static str,
    /// 参考: what the last band reaches at its end. It is not the ceiling of this population.
    pub reference: Working,
}

impl Ceiling {
    /// The amount that leads, before 千円未満切捨て; nothing where there is no formula.
    #[must_use]
    pub const fn amount(&self) -> Option<Yen> {
        match &self.outcome {
            Outcome::Amount(amount) => Some(amount.working.amount),
            Outcome::NoFormula(_) | Outcome::NotByPopulation(_) => None,
        }
    }
}

/// The ceiling of a programme for a population.
///
/// ```
/// use ichimai::municipality::Population;
/// use ichimai::subsidy::{ceiling, programme};
/// let online = programme("online_procedures").ok_or("no such programme")?;
/// let ceiling = ceiling(online, Population::new(15_775));
/// assert_eq!(ceiling.amount().map(|amount| amount.get()), Some(24_475_675));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn ceiling(programme: &'static Programme, population: Population) -> Ceiling {
    let outcome = match &programme.rule {
        Rule::Formula(formula) => formula_outcome(formula, population),
        Rule::Caps(caps) => Outcome::NotByPopulation(caps),
    };
    Ceiling { programme, population, outcome }
}

/// The ceilings of every programme as of a day (see [`programmes`]) for a population.
#[must_use]
pub fn ceilings(population: Population, as_of: Option<Date>) -> Vec<Ceiling> {
    programmes(as_of).into_iter().map(|programme| ceiling(programme, population)).collect()
}

fn formula_outcome(formula: &'static Formula, population: Population) -> Outcome {
    let holds =
        |band: &&'static crate::subsidy::Band| band.from <= population && band.to.is_none_or(|to| population <= to);
    let mut workings: Vec<Working> =
        formula.bands.iter().filter(holds).map(|band| Working::new(band, population)).collect();
    // The end of a band belongs to both its bands: the lower amount leads, and the other is told where it differs.
    workings.sort_by_key(|working| working.amount);
    workings.dedup_by_key(|working| working.amount);
    let mut workings = workings.into_iter();
    let Some(working) = workings.next() else {
        return beyond(formula, population);
    };
    let jump = formula.jumps.iter().find(|jump| jump.population == population);
    let reason = jump.map_or("", |jump| jump.reason);
    let alternatives = workings.map(|working| Alternative { working, reason }).collect();
    Outcome::Amount(Amount { working, alternatives })
}

/// Above the last band. The build script refuses a formula without bands, so that there is always a last one.
fn beyond(formula: &'static Formula, population: Population) -> Outcome {
    match formula.bands.last() {
        Some(last) => {
            let reference = Working::new(last, last.to.unwrap_or(population));
            Outcome::NoFormula(NoFormula { note: formula.beyond_note, reference })
        }
        None => Outcome::NotByPopulation(&[]),
    }
}
