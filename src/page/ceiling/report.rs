//! The part of the report: the amounts at a glance, then each with its working.

use web_sys::Element;

use crate::municipality::Population;
use crate::page::dom::{Dom, append, table};
use crate::page::report::Part;
use crate::page::town::{self, Town};
use crate::subsidy::typed::Understood;
use crate::subsidy::{Ceiling, Outcome, Rule, ceilings, programmes};
use crate::yen::notation::yen;

use super::{cards, dates, details, grants, several};

/// 補助上限額
pub const REPORT: Part = Part { view: "ceiling", title: "補助上限額", summary: None, build };

fn build(place: &Element) -> Dom<bool> {
    let several = several::store().read(|several| !several.members().is_empty());
    let population = town::store().read(|town| town.population().ok());
    if population.is_none() && !several {
        return Ok(false);
    }
    if let Some(population) = population {
        own(place, &population)?;
    }
    if several {
        append(place, "h3", "複数の自治体")?;
        several::table(place, &several::comparison(), false)?;
    }
    caps(place)?;
    Ok(true)
}

/// The town of the header.
fn own(place: &Element, population: &Understood<Population>) -> Dom {
    let ceilings: Vec<Ceiling> =
        ceilings(population.value, None).into_iter().filter(|ceiling| ceiling.programme.formula().is_some()).collect();
    append(place, "p", &format!("人口{}（{}）", population.reading, town::store().read(Town::origin)))?;
    summary(place, &ceilings)?;
    for ceiling in &ceilings {
        let part = append(place, "section", "")?;
        append(&part, "h3", ceiling.programme.name)?;
        details::badges(&append(&part, "p", "")?, ceiling.programme)?;
        cards::outcome(&part, &ceiling.outcome)?;
        grants::show(&part, ceiling)?;
        details::show(&part, ceiling)?;
    }
    if let Some(municipality) = town::store().read(|town| town.municipality) {
        append(place, "h3", "人口の時点による違い")?;
        dates::fill(place, municipality)?;
    }
    Ok(())
}

fn summary(place: &Element, ceilings: &[Ceiling]) -> Dom {
    let heads = ["制度", "上限額", "千円未満切捨て", "補助率", "期間", "状態"];
    let body = table::below(place, "上限額", &heads)?;
    for ceiling in ceilings {
        let row = table::line(&body, ceiling.programme.short_name)?;
        let (amount, floored) = match &ceiling.outcome {
            Outcome::Amount(amount) => (yen(amount.working.amount), yen(amount.working.amount.floor_thousand())),
            _ => ("算式なし".to_owned(), "―".to_owned()),
        };
        table::numbers(&row, [amount, floored])?;
        let marks = details::marks(ceiling.programme).join("、");
        table::cells(&row, &[ceiling.programme.rate_wording, ceiling.programme.period, &marks])?;
    }
    Ok(())
}

fn caps(place: &Element) -> Dom {
    append(place, "h3", "人口によらない上限")?;
    let town = town::store().read(|town| town.municipality).map(|town| town.name);
    for programme in programmes(None).into_iter().filter(|programme| programme.concerns(town)) {
        let Rule::Caps(caps) = &programme.rule else { continue };
        let part = append(place, "section", "")?;
        append(&part, "h4", programme.name)?;
        super::caps::amounts(&part, caps)?;
        details::facts(&part, programme)?;
    }
    Ok(())
}
