//! A card for each programme whose ceiling depends on the population.

use web_sys::Element;

use crate::page::dom::{Dom, by_id, clear, fill, find, reveal, slot, template};
use crate::page::{tabs, town};
use crate::subsidy::{Amount, Ceiling, NoFormula, Outcome, Rule, ceilings};
use crate::yen::notation::{people, yen};

use super::{cost, details, grants};

/// Shows the cards and follows the town and the cost.
pub fn open() -> Dom {
    town::store().with(|store| store.watch(|_| show()))?;
    cost().with(|store| store.watch(|_| show()))
}

fn show() -> Dom {
    let population = town::store().with(|store| store.read(|town| town.population().ok()));
    reveal(&by_id::<Element>("ceiling-empty")?, population.is_none())?;
    reveal(&by_id::<Element>("ceiling-result")?, population.is_some())?;
    tabs::set_state("ceiling", if population.is_some() { "計算済み" } else { "未着手" })?;
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
    let shown = template("ceiling-amount")?;
    fill(&shown, "amount", &yen(working.amount))?;
    fill(&shown, "floor", &format!("千円未満切捨て {}", yen(working.amount.floor_thousand())))?;
    fill(&shown, "formula", &working.formula())?;
    outcome.append_child(&shown)?;
    for alternative in &amount.alternatives {
        let shown = template("ceiling-alternative")?;
        fill(&shown, "amount", &yen(alternative.working.amount))?;
        fill(&shown, "formula", &alternative.working.formula())?;
        fill(&shown, "reason", alternative.reason)?;
        outcome.append_child(&shown)?;
    }
    Ok(())
}

fn no_formula(outcome: &Element, none: &NoFormula) -> Dom {
    let shown = template("ceiling-none")?;
    fill(&shown, "note", none.note)?;
    let reference = &none.reference;
    let sentence = format!(
        "参考：最後の区分の式は{}で{}になります。この団体の上限額ではありません。",
        people(reference.population),
        yen(reference.amount)
    );
    fill(&shown, "reference", &sentence)?;
    outcome.append_child(&shown)?;
    Ok(())
}
