//! The cost, its unit, and the sample.

use web_sys::{HtmlInputElement, HtmlSelectElement};

use crate::municipality::search;
use crate::page::dom::{Dom, by_id, field, on_own, on_press, on_submit};
use crate::page::{messages, report, town};
use crate::subsidy::typed::{CostUnit, NotUsable};

use super::{Cost, cost};

/// Listens to the fields.
pub fn open() -> Dom {
    on_own("cost", "input", |field: &HtmlInputElement| cost().change(|cost| cost.entered = field.value()))?;
    on_own("cost-unit", "change", |unit: &HtmlSelectElement| {
        cost().change(|cost| cost.unit = unit_of(&unit.value()));
    })?;
    on_submit("ceiling-form", || ())?;
    on_press("ceiling-print", || report::print("ceiling"))?;
    on_press("ceiling-sample", sample)?;
    cost().watch(show)
}

/// A town that crosses a band, with a cost above its ceiling: both show what the page can do.
fn sample() {
    let hikari = search("光市", 1).first().map(|hit| hit.municipality);
    town::store().change(|town| town.choose(hikari));
    cost().change(|cost| "5,000万円".clone_into(&mut cost.entered));
}

fn show(cost: &Cost) -> Dom {
    let field: HtmlInputElement = by_id("cost")?;
    if field.value() != cost.entered {
        field.set_value(&cost.entered);
    }
    let (sentence, wrong) = match cost.understood() {
        Ok(understood) => (format!("{}と読み取りました。", understood.reading), false),
        Err(NotUsable::Empty) => (String::new(), false),
        Err(error) => (messages::cost(error, &cost.entered), true),
    };
    field::hint(&field, "cost-hint", &sentence, wrong)
}

fn unit_of(value: &str) -> CostUnit {
    match value {
        "thousand_yen" => CostUnit::ThousandYen,
        "ten_thousand_yen" => CostUnit::TenThousandYen,
        _ => CostUnit::Yen,
    }
}
