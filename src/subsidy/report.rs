//! [`Report`]: the answer to one population as plain fields, for the command line and for other programs.
//!
//! The field names are a promise to programs that read them; amounts are whole yen.

use serde::Serialize;

use crate::date::Date;
use crate::municipality::Population;
use crate::subsidy::{Cap, Ceiling, Grant, Outcome, Reading, Standing, Working, ceilings, grant};
use crate::yen::Yen;

/// Every programme's answer for a population.
#[derive(Debug, Serialize)]
pub struct Report {
    /// The population that was understood.
    pub population: Population,
    /// The eligible cost that was understood.
    pub cost: Option<Yen>,
    /// The day that was asked for.
    pub as_of: Option<Date>,
    /// The programmes in the order of the page.
    pub programmes: Vec<ProgrammeReport>,
}

/// One programme's answer.
#[derive(Debug, Serialize)]
pub struct ProgrammeReport {
    /// Identifier of the programme.
    pub id: &'static str,
    /// 制度名
    pub name: &'static str,
    /// The day as of which its document states the facts.
    pub stated_as_of: Date,
    /// How it stands on the day asked for.
    pub standing: Option<Standing>,
    /// 補助率 as written.
    pub rate: &'static str,
    /// 人口規模 as written.
    pub band: Option<&'static str>,
    /// 上限額, 円未満切捨て.
    pub ceiling: Option<Yen>,
    /// 上限額, 千円未満切捨て.
    pub ceiling_floor_thousand: Option<Yen>,
    /// Why there is no amount.
    pub reason: Option<NoAmount>,
    /// 参考: what the last band reaches; never the ceiling of this population.
    pub reference: Option<Yen>,
    /// What else the document allows.
    pub alternatives: Vec<AlternativeReport>,
    /// The steps, a line a step.
    pub steps: Vec<String>,
    /// Caps that do not depend on the population.
    pub caps: &'static [Cap],
    /// What the cost brings by both readings of 上限額.
    pub grant: Option<ByReading>,
    /// What remains with the town by both readings.
    pub own_share: Option<ByReading>,
    /// The reading that leads.
    pub first_reading: Option<Reading>,
    /// What must be said beside the amount.
    pub note: &'static str,
}

/// Why a programme gives no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoAmount {
    /// The population lies above the last band.
    NoFormula,
    /// The programme has fixed caps.
    NotByPopulation,
}

/// An amount that the document allows as well.
#[derive(Debug, Serialize)]
pub struct AlternativeReport {
    /// The amount, 円未満切捨て.
    pub ceiling: Yen,
    /// The amount, 千円未満切捨て.
    pub ceiling_floor_thousand: Yen,
    /// 人口規模 as written.
    pub band: &'static str,
    /// What the document leaves open.
    pub reason: &'static str,
    /// The steps, a line a step.
    pub steps: Vec<String>,
}

/// An amount by both readings of 上限額.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ByReading {
    /// 対象事業費の上限と解する
    pub as_eligible_cost: Yen,
    /// 補助金の上限と解する
    pub as_grant: Yen,
}

/// The answers of every programme, as the documents stated them on `as_of` (see [`crate::subsidy::programmes`]).
#[must_use]
pub fn report(population: Population, cost: Option<Yen>, as_of: Option<Date>) -> Report {
    let of = |ceiling: Ceiling| programme_report(&ceiling, cost, as_of);
    Report { population, cost, as_of, programmes: ceilings(population, as_of).into_iter().map(of).collect() }
}

fn programme_report(ceiling: &Ceiling, cost: Option<Yen>, as_of: Option<Date>) -> ProgrammeReport {
    let programme = ceiling.programme;
    let amount = ceiling.amount();
    let granted = amount.zip(cost).map(|(amount, cost)| grant(programme, amount, cost));
    let mut report = ProgrammeReport {
        id: programme.id,
        name: programme.name,
        stated_as_of: programme.as_of,
        standing: as_of.map(|day| programme.standing(day)),
        rate: programme.rate_wording,
        band: None,
        ceiling: amount,
        ceiling_floor_thousand: amount.map(Yen::floor_thousand),
        reason: None,
        reference: None,
        alternatives: Vec::new(),
        steps: Vec::new(),
        caps: &[],
        grant: granted.as_ref().map(|granted| by_reading(granted, |under| under.grant)),
        own_share: granted.as_ref().map(|granted| by_reading(granted, |under| under.own_share)),
        first_reading: programme.formula().map(|formula| formula.first_reading),
        note: programme.status_note,
    };
    fill(&mut report, &ceiling.outcome);
    report
}

fn fill(report: &mut ProgrammeReport, outcome: &Outcome) {
    match outcome {
        Outcome::Amount(amount) => {
            report.band = Some(amount.working.band.wording);
            report.steps = amount.working.steps();
            let other = |(working, reason): (&Working, &'static str)| AlternativeReport {
                ceiling: working.amount,
                ceiling_floor_thousand: working.amount.floor_thousand(),
                band: working.band.wording,
                reason,
                steps: working.steps(),
            };
            let alternatives = amount.alternatives.iter().map(|alternative| (&alternative.working, alternative.reason));
            report.alternatives = alternatives.map(other).collect();
        }
        Outcome::NoFormula(none) => {
            report.reason = Some(NoAmount::NoFormula);
            report.reference = Some(none.reference.amount);
            report.note = none.note;
        }
        Outcome::NotByPopulation(caps) => {
            report.reason = Some(NoAmount::NotByPopulation);
            report.caps = caps;
        }
    }
}

fn by_reading(granted: &Grant, of: impl Fn(&crate::subsidy::GrantUnder) -> Yen) -> ByReading {
    ByReading { as_eligible_cost: of(&granted.as_eligible_cost), as_grant: of(&granted.as_grant) }
}
