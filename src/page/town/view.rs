//! The three fields of the town and the line that says what was understood; the header's button says it in short.
//!
//! The fields stand in the view that has a place for them (`data-town-place`), otherwise in the header's panel.

use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use crate::municipality::population_dates;
use crate::page::dom::{Dom, by_id, field, find_all, focus, on_own, on_press, on_submit, set_text};
use crate::page::{messages, tabs};
use crate::subsidy::typed::NotUsable;

use super::{Combobox, Town, store};

/// Fills the choice of days and listens to all three fields.
pub fn open() -> Dom {
    let date: HtmlSelectElement = by_id("town-date")?;
    for day in population_dates() {
        field::option(&date, &day.to_string(), &day.western_and_era())?;
    }
    on_own("town-date", "change", |date: &HtmlSelectElement| {
        if let Ok(day) = date.value().parse() {
            store().change(|town| town.set_date(day));
        }
    })?;
    on_own("town-population", "input", |population: &HtmlInputElement| {
        store().change(|town| town.enter(population.value()));
    })?;
    // The table's population stands in a field that was left empty.
    on_own("town-population", "focusout", |_: &Element| {
        if store().read(|town| town.municipality.is_some() && town.entered.trim().is_empty()) {
            store().change(Town::refill);
        }
    })?;
    on_submit("town", || ())?;
    placing()?;
    let chosen = |chosen| store().change(|town| town.choose(chosen));
    let settled = || store().read(|town| town.municipality);
    let combobox = Combobox::open("town", chosen, settled)?;
    store().watch(move |town| {
        show(town)?;
        combobox.settle()
    })
}

/// Moves the fields with the view, and lets the buttons of the header lead to them.
fn placing() -> Dom {
    place()?;
    tabs::on_address(place);
    for button in ["town-button", "town-button-narrow"] {
        on_press(button, || {
            // Where the view has the fields, the button leads to them instead of a panel.
            let panel: Element = by_id("town-panel")?;
            let form: Element = by_id("town")?;
            if panel.contains(Some(&form)) { Ok(()) } else { focus(&by_id("town-name")?) }
        })?;
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
    set_text("town-line", &line)?;
    field::set("town-date", &town.date.to_string())?;
    let population: HtmlInputElement = by_id("town-population")?;
    if population.value() != town.entered {
        population.set_value(&town.entered);
    }
    let trouble = town.population().err().filter(|error| *error != NotUsable::Empty);
    let wrong = trouble.is_some();
    let sentence = trouble.map_or_else(|| understood(town), |error| messages::population(error, &town.entered));
    field::hint(&population, "town-hint", &sentence, wrong)
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
