//! The three fields of the header and the line that says what was understood.

use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

use crate::municipality::population_dates;
use crate::page::dom::{Dom, by_id, element, on};
use crate::page::messages;
use crate::subsidy::typed::NotUsable;

use super::{Combobox, Town, store};

/// Fills the choice of days and listens to all three fields.
pub fn open() -> Dom {
    let date: HtmlSelectElement = by_id("town-date")?;
    for day in population_dates() {
        let option = element("option", &day.western_and_era())?;
        option.set_attribute("value", &day.to_string())?;
        date.append_child(&option)?;
    }
    on(&date.clone(), "change", move |_: &Event| {
        if let Ok(day) = date.value().parse() {
            store().with(|store| store.change(|town| town.set_date(day)));
        }
        Ok(())
    });
    let population: HtmlInputElement = by_id("town-population")?;
    on(&population.clone(), "input", move |_: &Event| {
        let text = population.value();
        store().with(|store| store.change(|town| town.enter(text)));
        Ok(())
    });
    let form: Element = by_id("town")?;
    on(&form, "submit", |event: &Event| {
        event.prevent_default();
        Ok(())
    });
    let chosen = |chosen| store().with(|store| store.change(|town| town.choose(chosen)));
    let settled = || store().with(|store| store.read(|town| town.municipality));
    let combobox = Combobox::open("town", chosen, settled)?;
    store().with(|store| {
        store.watch(move |town| {
            show(town)?;
            combobox.settle()
        })
    })
}

fn show(town: &Town) -> Dom {
    by_id::<HtmlSelectElement>("town-date")?.set_value(&town.date.to_string());
    let population: HtmlInputElement = by_id("town-population")?;
    if population.value() != town.entered {
        population.set_value(&town.entered);
    }
    let trouble = town.population().err().filter(|error| *error != NotUsable::Empty);
    population.set_attribute("aria-invalid", if trouble.is_some() { "true" } else { "false" })?;
    let hint: Element = by_id("town-hint")?;
    hint.set_class_name(if trouble.is_some() { "hint error" } else { "hint" });
    let sentence = trouble.map_or_else(|| understood(town), |error| messages::population(error, &town.entered));
    if hint.text_content().as_deref() != Some(&sentence) {
        hint.set_text_content(Some(&sentence));
    }
    Ok(())
}

fn understood(town: &Town) -> String {
    let Ok(population) = town.population() else {
        return "自治体を選ぶか、人口を入力してください。".to_owned();
    };
    let reading = population.reading;
    match town.municipality {
        Some(municipality) if !town.by_hand => {
            format!("{} {reading}（{}の住民基本台帳人口）", municipality.full_name(), town.date.western_and_era())
        }
        Some(municipality) => format!("{} {reading}（入力された人口）と読み取りました。", municipality.full_name()),
        None => format!("人口を{reading}と読み取りました。"),
    }
}
