//! Single keys for working through the list; only where no text is typed, and only while they are switched on.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::api::review::Way;
use crate::page::dom::{Dom, by_id, field, flag, on, on_press};
use crate::page::tabs;
use crate::regulations::Category;
use crate::review::{Decision, Step};

use super::{decide, list, state, step};

/// Listens to the keys and to the buttons that do the same.
pub fn open() -> Dom {
    on(&document(), "keydown", |event: &KeyboardEvent| press(event));
    on_press("review-undo", decide::undo)?;
    on_press("review-redo", decide::redo)?;
    on_press("review-next", || list::step(Way::Undecided))?;
    state::ledger().watch(|_| {
        let name = |step: Option<Step<'_>>| step.as_ref().map(step::name);
        let (undo, redo) = state::ledger().read(|ledger| (name(ledger.to_undo()), name(ledger.to_redo())));
        offer("review-undo", undo.map(|step| format!("元に戻す：{step}を取り消す")).as_deref())?;
        offer("review-redo", redo.map(|step| format!("やり直す：{step}")).as_deref())
    })
}

/// A button with the name of what it will do; without one it does nothing.
fn offer(id: &str, name: Option<&str>) -> Dom {
    let button: Element = by_id(id)?;
    flag(&button, "aria-disabled", name.is_none())?;
    for attribute in ["aria-label", "title"] {
        match name {
            Some(name) => button.set_attribute(attribute, name)?,
            None => button.remove_attribute(attribute)?,
        }
    }
    Ok(())
}

fn press(event: &KeyboardEvent) -> Dom {
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    let switched_on = field::checked("keys-on")?;
    if modified || !switched_on || event.is_composing() || tabs::current()? != "regulations" || typing() {
        return Ok(());
    }
    let key = event.key();
    match key.to_ascii_lowercase().as_str() {
        "j" => list::step(Way::Down),
        "k" => list::step(Way::Up),
        "n" => list::step(Way::Undecided),
        "a" => decide(Decision::Applies)?,
        "x" => decide(Decision::DoesNotApply)?,
        "q" => decide(Decision::ToCheck)?,
        "u" => decide::undo()?,
        "r" => decide::redo()?,
        "?" | "？" => by_id::<HtmlElement>("keys-button")?.click(),
        digit => {
            let number = digit.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let Some(category) = number.and_then(|place| Category::ALL.get(place)) else { return Ok(()) };
            decide::activate(*category)?;
        }
    }
    event.prevent_default();
    Ok(())
}

/// Decides the active category, and goes on where nothing in the clause is left.
fn decide(decision: Decision) -> Dom {
    if decide::decide(decision)? { go_on() } else { Ok(()) }
}

/// Goes on to the next undecided clause after a decision, where the officer wishes so.
pub fn go_on() -> Dom {
    if field::checked("keys-advance")? {
        list::step(Way::Undecided);
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
