//! The three fields of the town and the line that says what was understood; the header's button says it in short.
//!
//! The fields stand in the view that has a place for them (`data-town-place`), otherwise in the header's panel.

use gloo::utils::window;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, MouseEvent};

use crate::municipality::population_dates;
use crate::page::dom::{Dom, by_id, element, find_all, focus, on};
use crate::page::{messages, tabs};
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
    refill()?;
    let form: Element = by_id("town")?;
    on(&form, "submit", |event: &Event| {
        event.prevent_default();
        Ok(())
    });
    placing()?;
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

/// Moves the fields with the view, and lets the buttons of the header lead to them.
fn placing() -> Dom {
    place()?;
    on(&window(), "hashchange", |_: &Event| place());
    for button in ["town-button", "town-button-narrow"] {
        on(&by_id::<Element>(button)?, "click", |_: &MouseEvent| {
            // Where the view has the fields, the button leads to them instead of a panel.
            let panel: Element = by_id("town-panel")?;
            let form: Element = by_id("town")?;
            if panel.contains(Some(&form)) { Ok(()) } else { focus(&by_id("town-name")?) }
        });
    }
    Ok(())
}

/// Puts the fields where the view that is shown wants them.
fn place() -> Dom {
    let view = tabs::current()?;
    let main: Element = by_id("main")?;
    let own = find_all(&main, &format!("[data-town-place=\"{view}\"]"))?.into_iter().next();
    let form: Element = by_id("town")?;
    for button in ["town-button", "town-button-narrow"] {
        let button: Element = by_id(button)?;
        if own.is_some() {
            button.remove_attribute("data-menu")?;
            button.remove_attribute("aria-expanded")?;
        } else {
            button.set_attribute("data-menu", "town-panel")?;
            button.set_attribute("aria-expanded", "false")?;
        }
    }
    let place = own.map_or_else(|| by_id("town-panel-place"), Ok)?;
    if form.parent_element().as_ref() != Some(&place) {
        place.append_child(&form)?;
    }
    Ok(())
}

/// Writes the table's population into a field that was left empty.
fn refill() -> Dom {
    on(&by_id::<Element>("town-population")?, "focusout", |_: &Event| {
        let emptied =
            store().with(|store| store.read(|town| town.municipality.is_some() && town.entered.trim().is_empty()));
        if emptied {
            store().with(|store| store.change(Town::refill));
        }
        Ok(())
    });
    Ok(())
}

fn show(town: &Town) -> Dom {
    let line = match (town.municipality, town.population()) {
        (Some(municipality), Ok(population)) if town.by_hand => {
            format!("{}　{}（入力）", municipality.full_name(), population.reading)
        }
        (Some(municipality), Ok(population)) => {
            format!("{}　{}（{}）", municipality.full_name(), population.reading, town.date.era())
        }
        (Some(municipality), Err(_)) => municipality.full_name(),
        (None, Ok(population)) => format!("人口{}", population.reading),
        (None, Err(_)) => "自治体：未選択".to_owned(),
    };
    by_id::<Element>("town-line")?.set_text_content(Some(&line));
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
