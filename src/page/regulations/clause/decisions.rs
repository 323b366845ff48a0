//! The decisions at the foot of the clause: a line for each category, of which one is active and heeds the keys.

use std::cell::Cell;

use web_sys::{Element, Event, MouseEvent};

use crate::page::dom::{
    Dom, by_id, cleared, field, fill, find, find_all, lay, on_press, on_press_within, on_within, reveal, slot,
};
use crate::page::regulations::{decide, keys, list, state};
use crate::regulations::Category;
use crate::review::{Decision, Found, Judgement};

thread_local! {
    /// The last choice was made with the pointer: arrows move through the choices and must not leave the clause.
    static POINTED: Cell<bool> = const { Cell::new(false) };
}

/// Listens to the choices.
pub fn open() -> Dom {
    let lines: Element = by_id("decision-lines")?;
    on_within(&lines, "click", "input[type=\"radio\"]", |event: &MouseEvent, _| POINTED.set(event.detail() > 0));
    on_within(&lines, "change", "input[type=\"radio\"]", |_: &Event, field| {
        let Some(category) = category(field)? else { return Ok(()) };
        let value = field::value_of(field);
        let decision = Decision::ALL.into_iter().find(|decision| decision_value(*decision) == value);
        let done = decide::choose(category, decision)?;
        if POINTED.take() && done { keys::go_on() } else { Ok(()) }
    });
    on_within(&lines, "focusin", "[data-category]", |_: &Event, line| {
        category(line).map(|category| category.into_iter().for_each(decide::set_active))
    });
    on_press("decision-apart", list::unfold)?;
    on_press_within("decision-lines", "[data-remove]", |button| category(button)?.map_or(Ok(()), decide::remove))
}

/// Draws a line for each category of the open clause.
pub fn draw(present: &[(Category, Found, Judgement)]) -> Dom {
    let place = cleared("decision-lines")?;
    for (category, found, _) in present {
        let line = lay("decision-line", &place)?;
        line.set_attribute("data-category", category.id())?;
        line.set_attribute("aria-label", &format!("{}の判定", category.name()))?;
        fill(&line, "number", &(category.index() + 1).to_string())?;
        fill(&line, "name", category.name())?;
        let chip: Element = slot(&line, "found")?;
        let doubt = if *found == Found::Check { "？" } else { "" };
        chip.set_text_content(Some(&format!("{}{doubt}", found_word(*found))));
        chip.set_class_name(if *found == Found::Check { "chip chip-check" } else { "chip" });
        reveal(&find::<Element>(&line, "[data-remove]")?, *found == Found::Added)?;
        for input in find_all(&line, "input")? {
            input.set_attribute("name", &format!("decision-{}", category.id()))?;
        }
    }
    let select = cleared("category-new")?;
    let absent = Category::ALL.into_iter().filter(|category| !present.iter().any(|(other, _, _)| other == category));
    for category in absent {
        field::option(&select, category.id(), category.name())?;
    }
    Ok(())
}

/// Says how many clauses a decision reaches, before it is taken.
pub fn reach(same: usize) -> Dom {
    let note: Element = by_id("decision-same")?;
    reveal(&note, same > 0)?;
    fill(&note, "sentence", &format!("判定は、同じ形の{}条項すべてに入ります。", same + 1))
}

/// Shows what is decided, and which line heeds the keys.
pub fn sync(present: &[(Category, Found, Judgement)]) -> Dom {
    let place: Element = by_id("decision-lines")?;
    let active = state::active_category(present);
    for (category, _, judgement) in present {
        let line: Element = find(&place, &format!("[data-category=\"{}\"]", category.id()))?;
        line.toggle_attribute_with_force("data-active", active == Some(*category))?;
        let value = judgement.decision.map_or("", decision_value);
        for input in find_all(&line, "input")? {
            field::tick(&input, field::value_of(&input) == value);
        }
    }
    Ok(())
}

/// How a category came to stand with the clause, in one word.
pub const fn found_word(found: Found) -> &'static str {
    match found {
        Found::Candidate => "候補",
        Found::Check => "要精査",
        Found::Added | Found::Nothing => "追加",
    }
}

const fn decision_value(decision: Decision) -> &'static str {
    match decision {
        Decision::Applies => "applies",
        Decision::DoesNotApply => "does_not_apply",
        Decision::ToCheck => "to_check",
    }
}

fn category(field: &Element) -> Dom<Option<Category>> {
    let line = field.closest("[data-category]")?;
    Ok(line.and_then(|line| line.get_attribute("data-category")).and_then(|id| Category::from_id(&id)))
}
