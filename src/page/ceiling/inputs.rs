//! The cost, its unit, and the sample.

use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

use crate::municipality::search;
use crate::page::dom::{Dom, by_id, on};
use crate::page::{messages, report, town};
use crate::subsidy::typed::{CostUnit, NotUsable};

use super::{Cost, cost};

/// Listens to the fields.
pub fn open() -> Dom {
    let field: HtmlInputElement = by_id("cost")?;
    on(&field.clone(), "input", move |_: &Event| {
        let text = field.value();
        cost().with(|store| store.change(|cost| cost.entered = text));
        Ok(())
    });
    let unit: HtmlSelectElement = by_id("cost-unit")?;
    on(&unit.clone(), "change", move |_: &Event| {
        let unit = unit_of(&unit.value());
        cost().with(|store| store.change(|cost| cost.unit = unit));
        Ok(())
    });
    on(&by_id::<Element>("ceiling-form")?, "submit", |event: &Event| {
        event.prevent_default();
        Ok(())
    });
    on(&by_id::<Element>("ceiling-print")?, "click", |_: &Event| report::print("ceiling"));
    on(&by_id::<Element>("ceiling-sample")?, "click", |_: &Event| {
        sample();
        Ok(())
    });
    cost().with(|store| store.watch(show))
}

/// A town that crosses a band, with a cost above its ceiling: both show what the page can do.
fn sample() {
    let hikari = search("光市", 1).first().map(|hit| hit.municipality);
    town::store().with(|store| store.change(|town| town.choose(hikari)));
    cost().with(|store| store.change(|cost| "5,000万円".clone_into(&mut cost.entered)));
}

fn show(cost: &Cost) -> Dom {
    let field: HtmlInputElement = by_id("cost")?;
    if field.value() != cost.entered {
        field.set_value(&cost.entered);
    }
    let hint: Element = by_id("cost-hint")?;
    let (sentence, wrong) = match cost.understood() {
        Ok(understood) => (format!("{}と読み取りました。", understood.reading), false),
        Err(NotUsable::Empty) => (String::new(), false),
        Err(error) => (messages::cost(error, &cost.entered), true),
    };
    field.set_attribute("aria-invalid", if wrong { "true" } else { "false" })?;
    hint.set_class_name(if wrong { "hint error" } else { "hint" });
    if hint.text_content().as_deref() != Some(&sentence) {
        hint.set_text_content(Some(&sentence));
    }
    Ok(())
}

fn unit_of(value: &str) -> CostUnit {
    match value {
        "thousand_yen" => CostUnit::ThousandYen,
        "ten_thousand_yen" => CostUnit::TenThousandYen,
        _ => CostUnit::Yen,
    }
}
