//! The part of the report: the amounts at a glance, then each with its working.

use gloo::utils::document;
use web_sys::Element;

use crate::municipality::Population;
use crate::page::dom::{Dom, append, find, template};
use crate::page::report::Part;
use crate::page::town;
use crate::subsidy::typed::Understood;
use crate::subsidy::{Ceiling, Outcome, Rule, ceilings, programmes};
use crate::yen::notation::yen;

use super::{cards, dates, details, grants, several};

/// 補助上限額
pub const REPORT: Part = Part { view: "ceiling", title: "補助上限額", summary: None, build };

fn build(place: &Element) -> Dom<bool> {
    let several = several::store().with(|store| store.read(|several| !several.members().is_empty()));
    let population = town::store().with(|store| store.read(|town| town.population().ok()));
    if population.is_none() && !several {
        return Ok(false);
    }
    if let Some(population) = population {
        own(place, &population)?;
    }
    if several {
        append(place, "h3", "複数の自治体")?;
        place.append_child(&*several::table(&several::comparison(), false)?)?;
    }
    caps(place)?;
    Ok(true)
}

/// The town of the header.
fn own(place: &Element, population: &Understood<Population>) -> Dom {
    let ceilings: Vec<Ceiling> =
        ceilings(population.value, None).into_iter().filter(|ceiling| ceiling.programme.formula().is_some()).collect();
    append(
        place,
        "p",
        &format!("人口{}（{}）", population.reading, town::store().with(|store| store.read(town::Town::origin))),
    )?;
    place.append_child(&*summary(&ceilings)?)?;
    for ceiling in &ceilings {
        let part = append(place, "section", "")?;
        append(&part, "h3", ceiling.programme.name)?;
        details::badges(&append(&part, "p", "")?, ceiling.programme)?;
        cards::outcome(&part, &ceiling.outcome)?;
        grants::show(&part, ceiling)?;
        details::show(&part, ceiling)?;
    }
    if let Some(municipality) = town::store().with(|store| store.read(|town| town.municipality)) {
        append(place, "h3", "人口の時点による違い")?;
        dates::fill(place, municipality)?;
    }
    Ok(())
}

fn summary(ceilings: &[Ceiling]) -> Dom<Element> {
    let scroll = template("plain-table")?;
    find::<Element>(&scroll, "caption")?.set_text_content(Some("上限額"));
    let head: Element = find(&scroll, "thead tr")?;
    for header in ["制度", "上限額", "千円未満切捨て", "補助率", "期間", "状態"] {
        append(&head, "th", header)?.set_attribute("scope", "col")?;
    }
    let body: Element = find(&scroll, "tbody")?;
    for ceiling in ceilings {
        let row = document().create_element("tr")?;
        append(&row, "th", ceiling.programme.short_name)?.set_attribute("scope", "row")?;
        let (amount, floored) = match &ceiling.outcome {
            Outcome::Amount(amount) => (yen(amount.working.amount), yen(amount.working.amount.floor_thousand())),
            _ => ("算式なし".to_owned(), "―".to_owned()),
        };
        append(&row, "td", &amount)?.set_class_name("number");
        append(&row, "td", &floored)?.set_class_name("number");
        append(&row, "td", ceiling.programme.rate_wording)?;
        append(&row, "td", ceiling.programme.period)?;
        append(&row, "td", &details::marks(ceiling.programme).join("、"))?;
        body.append_child(&row)?;
    }
    Ok(scroll)
}

fn caps(place: &Element) -> Dom {
    append(place, "h3", "人口によらない上限")?;
    let town = town::store().with(|store| store.read(|town| town.municipality)).map(|town| town.name);
    for programme in programmes(None).into_iter().filter(|programme| programme.concerns(town)) {
        let Rule::Caps(caps) = &programme.rule else { continue };
        let part = append(place, "section", "")?;
        append(&part, "h4", programme.name)?;
        super::caps::amounts(&part, caps)?;
        details::facts(&part, programme)?;
    }
    Ok(())
}
