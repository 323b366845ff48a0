//! The sections themselves: 執行機関, 宛名, and a new name that keeps the history of the old one.

use std::collections::BTreeMap;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

use crate::api::inquiry::DepartmentsView;
use crate::inquiry::{Body, Section};
use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, clear, field, fill, on_submit, on_within, reveal, slot, template};
use crate::page::inquiry::state;
use crate::review::Scope;

/// Listens to the table and to the form of the new name.
pub fn open() -> Dom {
    let rows: Element = by_id("sections-rows")?;
    on_within(&rows, "change", "select, input", |_: &Event, field| {
        let name = field.closest("tr")?.and_then(|row| row.get_attribute("data-name")).unwrap_or_default();
        change(&name, |section| match field.dyn_ref::<HtmlSelectElement>() {
            Some(select) => {
                let wanted = select.value();
                section.body = Body::ALL.into_iter().find(|body| body.name() == wanted).unwrap_or_default();
            }
            None => field::value_of(field).trim().clone_into(&mut section.address),
        });
        Ok(())
    });
    on_submit("sections-rename", rename)
}

/// Draws the table.
pub fn show(view: &DepartmentsView) -> Dom {
    reveal(&by_id("sections")?, !view.names.is_empty())?;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for ordinance in &view.ordinances {
        *counts.entry(&ordinance.section).or_default() += 1;
    }
    let (rows, old): (Element, Element) = (by_id("sections-rows")?, by_id("sections-old")?);
    clear(&rows);
    clear(&old);
    let work = state::work();
    for name in &view.names {
        let section = work.section(name);
        field::option(&old, &section.name, &section.name)?;
        let row = row(&section, counts.get(name.as_str()).copied().unwrap_or(0))?;
        rows.append_child(&row)?;
    }
    Ok(())
}

fn row(section: &Section, count: usize) -> Dom<Element> {
    let row = template("section-row")?;
    row.set_attribute("data-name", &section.name)?;
    fill(&row, "name", &section.name)?;
    let body: HtmlSelectElement = slot(&row, "body")?;
    for choice in Body::ALL {
        field::option(&body, choice.name(), choice.name())?;
    }
    body.set_value(section.body.name());
    body.set_attribute("aria-label", &format!("{}の執行機関", section.name))?;
    let address: HtmlInputElement = slot(&row, "address")?;
    address.set_value(&section.address);
    address.set_placeholder(&Section { address: String::new(), ..section.clone() }.addressee());
    address.set_attribute("aria-label", &format!("{}の宛名", section.name))?;
    let former = section.former.iter().map(|former| match former.until {
        Some(day) => format!("{}（{day}まで）", former.name),
        None => former.name.clone(),
    });
    fill(&row, "former", &former.collect::<Vec<_>>().join("、"))?;
    fill(&row, "count", &count.to_string())?;
    Ok(row)
}

fn change(name: &str, change: impl FnOnce(&mut Section)) {
    state::change(Scope::Departments, |work| {
        work.meet(name);
        if let Some(section) = work.sections.iter_mut().find(|section| section.is_called(name)) {
            change(section);
        }
        work.sections.sort();
    });
}

fn rename() -> Dom {
    let old = field::value("sections-old")?;
    let field: HtmlInputElement = by_id("sections-new")?;
    let new = field.value().trim().to_owned();
    if new.is_empty() || new == old {
        return announce("新しい名称を入れてください。");
    }
    let day = field::value("sections-day")?.parse().ok();
    state::change(Scope::Departments, |work| {
        // Ordinances that have it from their file keep it under the new name, for the section knows its old one.
        work.meet(&old);
        work.rename(&old, &new, day);
    });
    field.set_value("");
    announce(&format!("{old}を{new}に変えました。{old}の名での回答も読み取れます。"))
}
