//! Decisions in bulk: each button says what it reaches and what it does.

use web_sys::{Element, Event, HtmlSelectElement, MouseEvent};

use crate::page::dom::{Dom, by_id, on, on_within};
use crate::review::{Decision, Scope};

use super::state::Current;
use super::{decide, state};

/// Opens the buttons.
pub fn open() -> Dom {
    let place: Element = by_id("bulk")?;
    on_within(&place, "click", "button[data-scope]", |_: &MouseEvent, button| {
        if button.get_attribute("aria-disabled").as_deref() != Some("true") {
            let scope = button.get_attribute("data-scope");
            let scope = SCOPES.into_iter().find(|(name, _)| scope.as_deref() == Some(name));
            if let Some((_, scope)) = scope {
                decide::bulk(scope, decision()?);
            }
        }
        Ok(())
    });
    on(&by_id::<Element>("bulk-decision")?, "change", |_: &Event| match state::open_clause() {
        Some(current) => show(&current),
        None => Ok(()),
    });
    Ok(())
}

const SCOPES: [(&str, Scope); 3] =
    [("ordinance", Scope::RestOfOrdinance), ("wording", Scope::SameWording), ("shown", Scope::RestOfShown)];

fn decision() -> Dom<Decision> {
    Ok(match by_id::<HtmlSelectElement>("bulk-decision")?.value().as_str() {
        "applies" => Decision::Applies,
        "to_check" => Decision::ToCheck,
        _ => Decision::DoesNotApply,
    })
}

/// Writes the numbers into the buttons.
pub fn show(current: &Current) -> Dom {
    let (decision, bulk) = (decision()?.name(), current.bulk);
    let labels = [
        (
            "bulk-ordinance",
            bulk.rest_of_ordinance,
            format!("この例規の残り{}件を{decision}にする", bulk.rest_of_ordinance),
        ),
        ("bulk-wording", bulk.same_wording, format!("同じ文言の{}件すべてを{decision}にする", bulk.same_wording)),
        ("bulk-shown", bulk.rest_of_shown, format!("表示中の残り{}件を{decision}にする", bulk.rest_of_shown)),
    ];
    for (id, count, label) in labels {
        let button: Element = by_id(id)?;
        button.set_text_content(Some(&label));
        button.set_attribute("aria-disabled", if count == 0 { "true" } else { "false" })?;
    }
    Ok(())
}
