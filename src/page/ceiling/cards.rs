//! A card for each programme whose ceiling depends on the population.

use web_sys::Element;

use crate::page::dom::{Dom, by_id, clear, fill, find, lay, reveal, slot, template};
use crate::page::{tabs, town};
use crate::subsidy::{Amount, Ceiling, NoFormula, Outcome, Rule, ceilings};
use crate::yen::notation::{people, yen};

use super::{cost, details, grants};

/// Shows the cards and follows the town and the cost.
pub fn open() -> Dom {
    town::store().watch(|_| show())?;
    cost().watch(|_| show())
}

fn show() -> Dom {
    let population = town::store().read(|town| town.population().ok());
    reveal(&by_id("ceiling-empty")?, population.is_none())?;
    reveal(&by_id("ceiling-result")?, population.is_some())?;
    tabs::set_state("ceiling", population.is_some().then_some("計算済み"))?;
    let cards: Element = by_id("ceiling-cards")?;
    let opened = opened(&cards)?;
    clear(&cards);
    let Some(population) = population else { return Ok(()) };
    for ceiling in ceilings(population.value, None) {
        if matches!(ceiling.programme.rule, Rule::Formula(_)) {
            let card = card(&ceiling)?;
            if opened.iter().any(|id| id == ceiling.programme.id) {
                find::<Element>(&card, "details")?.set_attribute("open", "")?;
            }
            cards.append_child(&card)?;
        }
    }
    Ok(())
}

/// Programmes whose details are open: they stay so while the officer types.
fn opened(cards: &Element) -> Dom<Vec<String>> {
    let open = crate::page::dom::find_all(cards, "[data-programme]:has(details[open])")?;
    Ok(open.iter().filter_map(|card| card.get_attribute("data-programme")).collect())
}

fn card(ceiling: &Ceiling) -> Dom<Element> {
    let card = template("ceiling-card")?;
    card.set_attribute("data-programme", ceiling.programme.id)?;
    fill(&card, "name", ceiling.programme.name)?;
    let answer: Element = slot(&card, "outcome")?;
    outcome(&answer, &ceiling.outcome)?;
    details::badges(&slot(&answer, "badges")?, ceiling.programme)?;
    grants::show(&slot(&card, "grant")?, ceiling)?;
    fill(&card, "summary", &format!("{}の内訳と出典を見る", ceiling.programme.short_name))?;
    details::show(&slot(&card, "details")?, ceiling)?;
    Ok(card)
}

/// The amount, both amounts, or why there is none.
pub fn outcome(place: &Element, outcome: &Outcome) -> Dom {
    match outcome {
        Outcome::Amount(amount) => amounts(place, amount),
        Outcome::NoFormula(none) => no_formula(place, none),
        Outcome::NotByPopulation(_) => Ok(()),
    }
}

fn amounts(outcome: &Element, amount: &Amount) -> Dom {
    let working = &amount.working;
    let shown = lay("ceiling-amount", outcome)?;
    fill(&shown, "amount", &yen(working.amount))?;
    fill(&shown, "floor", &format!("千円未満切捨て {}", yen(working.amount.floor_thousand())))?;
    fill(&shown, "formula", &working.formula())?;
    for alternative in &amount.alternatives {
        let shown = lay("ceiling-alternative", outcome)?;
        fill(&shown, "amount", &yen(alternative.working.amount))?;
        fill(&shown, "formula", &alternative.working.formula())?;
        fill(&shown, "reason", alternative.reason)?;
    }
    Ok(())
}

fn no_formula(outcome: &Element, none: &NoFormula) -> Dom {
    let shown = lay("ceiling-none", outcome)?;
    fill(&shown, "note", none.note)?;
    let reference = &none.reference;
    let sentence = format!(
        "参考：最後の区分の式は{}で{}になります。この団体の上限額ではありません。",
        people(reference.population),
        yen(reference.amount)
    );
    fill(&shown, "reference", &sentence)?;
    Ok(())
}
