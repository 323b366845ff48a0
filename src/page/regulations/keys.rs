//! Single keys for working through the list; only where no text is typed, and only while they are switched on.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDetailsElement, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent};

use crate::page::dom::{Dom, by_id, on};
use crate::page::tabs;
use crate::regulations::Category;
use crate::review::Decision;

use super::{decide, list, state};

/// Listens to the keys and to the buttons that do the same.
pub fn open() -> Dom {
    on(&document(), "keydown", |event: &KeyboardEvent| press(event));
    on(&by_id::<Element>("review-undo")?, "click", |_: &MouseEvent| decide::undo());
    on(&by_id::<Element>("review-redo")?, "click", |_: &MouseEvent| decide::redo());
    on(&by_id::<Element>("review-next")?, "click", |_: &MouseEvent| {
        list::step("undecided");
        Ok(())
    });
    on(&by_id::<Element>("keys-on")?, "change", |_: &Event| Ok(()));
    state::ledger().with(|store| {
        store.watch(|_| {
            let (undo, redo) = state::with_ledger(|ledger| (ledger.can_undo(), ledger.can_redo()));
            for (id, able) in [("review-undo", undo), ("review-redo", redo)] {
                by_id::<Element>(id)?.set_attribute("aria-disabled", if able { "false" } else { "true" })?;
            }
            Ok(())
        })
    })
}

fn press(event: &KeyboardEvent) -> Dom {
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    let switched_on = by_id::<HtmlInputElement>("keys-on")?.checked();
    if modified || !switched_on || event.is_composing() || tabs::current()? != "regulations" || typing() {
        return Ok(());
    }
    let key = event.key();
    match key.to_ascii_lowercase().as_str() {
        "j" => list::step("down"),
        "k" => list::step("up"),
        "n" => list::step("undecided"),
        "a" => decide(Decision::Applies)?,
        "x" => decide(Decision::DoesNotApply)?,
        "q" => decide(Decision::ToCheck)?,
        "u" => decide::undo()?,
        "r" => decide::redo()?,
        "?" | "？" => {
            let legend: HtmlDetailsElement = by_id("keys-legend")?;
            legend.set_open(!legend.open());
        }
        digit => {
            let number = digit.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let Some(category) = number.and_then(|place| Category::ALL.get(place)) else { return Ok(()) };
            decide::switch(*category)?;
        }
    }
    event.prevent_default();
    Ok(())
}

/// Decides the open clause, and goes on to the next undecided one where the officer wishes so.
fn decide(decision: Decision) -> Dom {
    if decide::decide(decision)? && by_id::<HtmlInputElement>("keys-advance")?.checked() {
        list::step("undecided");
    }
    Ok(())
}

/// Whether the focus is where letters are typed or chosen by.
fn typing() -> bool {
    let Some(active) = document().active_element() else { return false };
    let editable = active.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable);
    let text = active.tag_name() == "INPUT"
        && !matches!(active.get_attribute("type").as_deref(), Some("radio" | "checkbox" | "button" | "file"));
    editable || text || matches!(active.tag_name().as_str(), "TEXTAREA" | "SELECT")
}
