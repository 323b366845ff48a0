//! Menus: a button that says its state (`data-menu` names its panel) and the panel that it shows and hides.
//!
//! One menu is open at a time. Escape, a click elsewhere and moving the focus away close it; a panel that lies over a
//! whole view (`data-stays`) is closed by Escape and its own button only.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, KeyboardEvent, MouseEvent};

use super::dom::{Dom, by_id, find_all, flag, focus, is_drawn, on, reveal, root};

/// What the keyboard stops at.
const STOPS: &str = "button, input:not([type=\"file\"]), select, textarea, a[href]";

/// Listens to all menu buttons.
pub fn open() {
    on(&document(), "click", |event: &MouseEvent| click(element_of(event.target())));
    on(&document(), "keydown", |event: &KeyboardEvent| {
        if event.key() == "Escape"
            && !event.default_prevented()
            && let Some(panel) = shown()?.pop()
        {
            event.prevent_default();
            return close(&panel.id());
        }
        Ok(())
    });
    on(&window(), "focusin", |event: &Event| element_of(event.target()).map_or(Ok(()), |target| leave(&target)));
}

/// Shows a panel; its buttons tell so.
pub fn show(panel: &str) -> Dom {
    set(panel, true)
}

/// Hides a panel and gives the focus back to its button, where the focus was in the panel.
pub fn close(panel: &str) -> Dom {
    let place: Element = by_id(panel)?;
    let inside = document().active_element().is_some_and(|active| place.contains(Some(&active)));
    set(panel, false)?;
    let mut buttons = buttons(panel)?.into_iter().filter(is_drawn);
    match buttons.next() {
        Some(button) if inside => focus(&button),
        _ => Ok(()),
    }
}

/// Hides a panel; the focus stays where it is.
pub fn hide(panel: &str) -> Dom {
    set(panel, false)
}

/// Whether any menu is open.
pub fn any() -> bool {
    shown().is_ok_and(|shown| !shown.is_empty())
}

fn set(panel: &str, visible: bool) -> Dom {
    reveal(&by_id(panel)?, visible)?;
    buttons(panel)?.iter().try_for_each(|button| flag(button, "aria-expanded", visible))
}

fn click(target: Option<Element>) -> Dom {
    let Some(target) = target.filter(|target| target.is_connected()) else { return Ok(()) };
    leave(&target)?;
    let Some(button) = target.closest("[data-menu]")? else { return Ok(()) };
    let Some(panel) = button.get_attribute("data-menu") else { return Ok(()) };
    let place: Element = by_id(&panel)?;
    let visible = place.has_attribute("hidden");
    set(&panel, visible)?;
    // The next stop after the button is the panel; where it stands elsewhere, the focus goes there.
    if visible && button.next_element_sibling().as_ref() != Some(&place) {
        return find_all(&place, STOPS)?.iter().find(|stop| is_drawn(stop)).map_or(Ok(()), focus);
    }
    Ok(())
}

/// Closes the menus that `target` does not belong to.
fn leave(target: &Element) -> Dom {
    for panel in shown()? {
        let own = target.closest(&format!("[data-menu=\"{}\"]", panel.id()))?.is_some();
        if !own && !panel.contains(Some(target)) && !panel.has_attribute("data-stays") {
            set(&panel.id(), false)?;
        }
    }
    Ok(())
}

/// The panels that are open.
fn shown() -> Dom<Vec<Element>> {
    let mut panels = Vec::new();
    for button in find_all(&root()?, "[data-menu][aria-expanded=\"true\"]")? {
        if let Some(panel) = button.get_attribute("data-menu") {
            panels.push(by_id::<Element>(&panel)?);
        }
    }
    Ok(panels)
}

fn buttons(panel: &str) -> Dom<Vec<Element>> {
    find_all(&root()?, &format!("[data-menu=\"{panel}\"]"))
}

fn element_of(target: Option<EventTarget>) -> Option<Element> {
    target.and_then(|target| target.dyn_into::<Element>().ok())
}
