//! The decisions at the foot of the clause: a line for each category, of which one is active and heeds the keys.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, MouseEvent};

use crate::page::dom::{Dom, append, by_id, clear, fill, find, find_all, on, on_within, reveal, slot, template};
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
    on_within(&lines, "click", "input[type=\"radio\"]", |event: &MouseEvent, _| {
        POINTED.set(event.detail() > 0);
        Ok(())
    });
    on_within(&lines, "change", "input[type=\"radio\"]", |_: &Event, field| {
        let Some(category) = category(field)? else { return Ok(()) };
        let value = field.unchecked_ref::<HtmlInputElement>().value();
        let decision = Decision::ALL.into_iter().find(|decision| decision_value(*decision) == value);
        let done = decide::choose(category, decision)?;
        if POINTED.take() && done { keys::go_on() } else { Ok(()) }
    });
    on_within(&lines, "focusin", "[data-category]", |_: &Event, line| match category(line)? {
        Some(category) => {
            decide::set_active(category);
            Ok(())
        }
        None => Ok(()),
    });
    on(&by_id::<Element>("decision-apart")?, "click", |_: &MouseEvent| {
        list::unfold();
        Ok(())
    });
    on_within(&lines, "click", "[data-remove]", |_: &MouseEvent, button| match category(button)? {
        Some(category) => decide::remove(category),
        None => Ok(()),
    });
    Ok(())
}

/// Draws a line for each category of the open clause.
pub fn draw(present: &[(Category, Found, Judgement)]) -> Dom {
    let place: Element = by_id("decision-lines")?;
    clear(&place);
    for (category, found, _) in present {
        let line = template("decision-line")?;
        line.set_attribute("data-category", category.id())?;
        line.set_attribute("aria-label", &format!("{}の判定", category.name()))?;
        fill(&line, "number", &(category.index() + 1).to_string())?;
        fill(&line, "name", category.name())?;
        let chip: Element = slot(&line, "found")?;
        chip.set_text_content(Some(found_word(*found)));
        chip.set_class_name(if *found == Found::Check { "chip chip-check" } else { "chip" });
        reveal(&find::<Element>(&line, "[data-remove]")?, *found == Found::Added)?;
        for input in find_all(&line, "input")? {
            input.set_attribute("name", &format!("decision-{}", category.id()))?;
        }
        place.append_child(&line)?;
    }
    let select: Element = by_id("category-new")?;
    clear(&select);
    let absent = Category::ALL.into_iter().filter(|category| !present.iter().any(|(other, _, _)| other == category));
    for category in absent {
        append(&select, "option", category.name())?.set_attribute("value", category.id())?;
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
            let input: HtmlInputElement = input.unchecked_into();
            input.set_checked(input.value() == value);
        }
    }
    Ok(())
}

/// How a category came to stand with the clause, in one word.
pub const fn found_word(found: Found) -> &'static str {
    match found {
        Found::Candidate => "候補",
        Found::Check => "要精査？",
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
