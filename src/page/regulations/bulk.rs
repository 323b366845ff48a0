//! Decisions in bulk: each button says what it reaches and what it does.

use web_sys::Element;

use crate::page::dom::{Dom, by_id, field, flag, on_own, on_press_within};
use crate::regulations::Category;
use crate::review::{Decision, Scope};
use crate::yen::notation::grouped;

use super::state::Current;
use super::{decide, state};

/// Opens the buttons.
pub fn open() -> Dom {
    on_press_within("bulk", "button[data-scope]", |button| {
        if button.get_attribute("aria-disabled").as_deref() != Some("true") {
            let scope = button.get_attribute("data-scope");
            let scope = SCOPES.into_iter().find(|(name, _)| scope.as_deref() == Some(name));
            if let Some((_, scope)) = scope {
                decide::bulk(scope, decision()?);
            }
        }
        Ok(())
    })?;
    on_own("bulk-decision", "change", |_: &Element| state::open_clause().map_or(Ok(()), |current| show(&current)))
}

const SCOPES: [(&str, Scope); 3] =
    [("ordinance", Scope::RestOfOrdinance), ("wording", Scope::SameWording), ("shown", Scope::RestOfShown)];

fn decision() -> Dom<Decision> {
    Ok(match field::value("bulk-decision")?.as_str() {
        "applies" => Decision::Applies,
        "to_check" => Decision::ToCheck,
        _ => Decision::DoesNotApply,
    })
}

/// Writes the numbers into the buttons.
pub fn show(current: &Current) -> Dom {
    let (decision, bulk) = (decision()?.name(), current.bulk);
    let wanted = state::selection().with_borrow(|selection| selection.filter.categories.clone());
    let names: Vec<&str> = wanted.into_iter().map(Category::name).collect();
    let (only, of) = if names.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("（{}だけ）", names.join("・")), format!("{} ", names.join("・")))
    };
    let number = |count: u32| grouped(count.into());
    let (ordinance, wording) = (number(bulk.rest_of_ordinance), number(bulk.same_wording));
    let (clauses, shown) = (number(bulk.shown_clauses), number(bulk.rest_of_shown));
    let labels = [
        ("bulk-ordinance", bulk.rest_of_ordinance, format!("この例規の残り{ordinance}件{only}を{decision}にする")),
        ("bulk-wording", bulk.same_wording, format!("同じ文言の{wording}件すべて{only}を{decision}にする")),
        ("bulk-shown", bulk.rest_of_shown, format!("表示中の残り{clauses}条項（{of}{shown}件）を{decision}にする")),
    ];
    for (id, count, label) in labels {
        let button: Element = by_id(id)?;
        button.set_text_content(Some(&label));
        flag(&button, "aria-disabled", count == 0)?;
    }
    Ok(())
}
