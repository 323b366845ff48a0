//! Hearing events for as long as the page is open; a failure is shown, not lost.

use std::str::FromStr;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget};

use super::{Dom, by_id, data};
use crate::page::trouble;

/// What a handler gives: nothing, or what became of it.
pub trait Done {
    /// What became of it.
    fn done(self) -> Dom;
}

impl Done for () {
    fn done(self) -> Dom {
        Ok(())
    }
}

impl Done for Dom {
    fn done(self) -> Dom {
        self
    }
}

/// Runs `handler` at each event.
pub fn on<T: JsCast, D: Done>(
    target: &impl AsRef<EventTarget>,
    kind: &'static str,
    mut handler: impl FnMut(&T) -> D + 'static,
) {
    listen(target.as_ref(), kind, Box::new(move |event| event.dyn_ref().map_or(Ok(()), |event| handler(event).done())));
}

/// Runs `handler` with the element of this id at each of its events.
pub fn on_own<T: JsCast + Clone + 'static, D: Done>(
    id: &str,
    kind: &'static str,
    mut handler: impl FnMut(&T) -> D + 'static,
) -> Dom {
    let element: Element = by_id(id)?;
    let own: T = by_id(id)?;
    listen(&element, kind, Box::new(move |_| handler(&own).done()));
    Ok(())
}

/// Runs `handler` whenever the button with this id is pressed.
pub fn on_press<D: Done>(id: &str, mut handler: impl FnMut() -> D + 'static) -> Dom {
    listen(by_id::<Element>(id)?.as_ref(), "click", Box::new(move |_| handler().done()));
    Ok(())
}

/// Runs `handler` whenever the form with this id is submitted; nothing is sent anywhere.
pub fn on_submit<D: Done>(id: &str, mut handler: impl FnMut() -> D + 'static) -> Dom {
    let submitted = move |event: &Event| {
        event.prevent_default();
        handler().done()
    };
    listen(by_id::<Element>(id)?.as_ref(), "submit", Box::new(submitted));
    Ok(())
}

/// Runs `handler` for events that come from below `root`, with the nearest element that the selector names: one
/// listener serves rows that come and go.
pub fn on_within<T: JsCast, D: Done>(
    root: &Element,
    kind: &'static str,
    selector: &'static str,
    mut handler: impl FnMut(&T, &Element) -> D + 'static,
) {
    let heard = move |event: &Event| match (event.dyn_ref(), nearest(event, selector)?) {
        (Some(event), Some(element)) => handler(event, &element).done(),
        _ => Ok(()),
    };
    listen(root, kind, Box::new(heard));
}

/// As [`on_within`], for buttons below the element with this id that are pressed.
pub fn on_press_within<D: Done>(
    id: &str,
    selector: &'static str,
    mut handler: impl FnMut(&Element) -> D + 'static,
) -> Dom {
    on_within(&by_id(id)?, "click", selector, move |_: &Event, button| handler(button));
    Ok(())
}

/// As [`on_press_within`], with what the attribute of the button holds.
pub fn on_pick<T: FromStr, D: Done>(
    id: &str,
    attribute: &'static str,
    mut handler: impl FnMut(T) -> D + 'static,
) -> Dom {
    let heard = move |event: &Event| {
        let picked = nearest(event, &format!("[{attribute}]"))?.and_then(|element| data(&element, attribute));
        picked.map_or(Ok(()), |picked| handler(picked).done())
    };
    listen(by_id::<Element>(id)?.as_ref(), "click", Box::new(heard));
    Ok(())
}

fn nearest(event: &Event, selector: &str) -> Dom<Option<Element>> {
    let origin = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    origin.map_or(Ok(None), |origin| origin.closest(selector))
}

/// One listener for all kinds of handlers, so that there is one of it in the page's code.
fn listen(target: &EventTarget, kind: &'static str, mut handler: Box<dyn FnMut(&Event) -> Dom>) {
    let options = EventListenerOptions::enable_prevent_default();
    let heard = move |event: &Event| trouble::report(handler(event));
    EventListener::new_with_options(target, kind, options, heard).forget();
}
