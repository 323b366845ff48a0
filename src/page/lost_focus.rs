//! Keeps the keyboard's place: when what held the focus goes away, the nearest heading above it takes over.
//!
//! Browsers drop the focus to the top of the page when a button hides itself (「見本で試す」, an answered question); an officer
//! without a mouse, or with a screen reader, would start from the header again.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use gloo::utils::{body, document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent};

use super::dom::{Dom, find_all, focus, is_drawn, on};
use super::trouble;

/// When what an action does may be drawn: at once, or after an answer of the worker, in milliseconds.
const LATER: [u32; 4] = [0, 150, 600, 2000];

thread_local! {
    /// What had the focus last, and all that it stood in, from the inside out.
    static LAST: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
}

/// Watches the focus, and looks after it when something was done with the keyboard.
pub fn open() {
    on(&window(), "focusin", |event: &Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        LAST.set(std::iter::successors(target, |element| element.parent_element()).collect());
    });
    on(&window(), "keydown", |_: &KeyboardEvent| look_later());
    on(&window(), "click", |event: &MouseEvent| {
        // A button that is pressed with a key is clicked no times.
        if event.detail() == 0 {
            look_later();
            return look();
        }
        Ok(())
    });
}

fn look_later() {
    for delay in LATER {
        Timeout::new(delay, || trouble::report(look())).forget();
    }
}

fn look() -> Dom {
    let chain = LAST.with_borrow(Clone::clone);
    let Some((last, around)) = chain.split_first() else { return Ok(()) };
    let active = document().active_element();
    let nowhere = active.is_none_or(|active| active == *last || active == *body().unchecked_ref::<Element>());
    if !nowhere || is_drawn(last) {
        return Ok(());
    }
    for place in around.iter().filter(|place| is_drawn(place)) {
        if let Some(heading) = find_all(place, "h1, h2, h3")?.iter().find(|heading| is_drawn(heading)) {
            if !heading.has_attribute("tabindex") {
                heading.set_attribute("tabindex", "-1")?;
            }
            return focus(heading);
        }
    }
    Ok(())
}
