//! Finding, filling and hearing elements.
//!
//! All text reaches the page through `textContent`; markup comes from `<template>`s in `www/` and nowhere else.
//! A missing element is an error that names it, never a trap.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DocumentFragment, Element, Event, EventTarget, HtmlElement, HtmlInputElement, HtmlSelectElement,
    HtmlTemplateElement, HtmlTextAreaElement,
};

use super::trouble;

/// The outcome of anything done to the page.
pub type Dom<T = ()> = Result<T, JsValue>;

/// The element with this id.
pub fn by_id<T: JsCast>(id: &str) -> Dom<T> {
    let element = document().get_element_by_id(id).ok_or_else(|| JsValue::from_str(&format!("#{id} is missing")))?;
    cast(element)
}

/// The first element below `root` that the selector names.
pub fn find<T: JsCast>(root: &Element, selector: &str) -> Dom<T> {
    let found = root.query_selector(selector)?;
    cast(found.ok_or_else(|| JsValue::from_str(&format!("{selector} is missing")))?)
}

/// All elements below `root` that the selector names.
pub fn find_all(root: &Element, selector: &str) -> Dom<Vec<Element>> {
    let list = root.query_selector_all(selector)?;
    Ok((0..list.length()).filter_map(|index| list.get(index)?.dyn_into().ok()).collect())
}

/// A fresh copy of the first element of a template.
pub fn template(id: &str) -> Dom<Element> {
    let template: HtmlTemplateElement = by_id(id)?;
    let copy: DocumentFragment = template.content().clone_node_with_deep(true)?.unchecked_into();
    copy.first_element_child().ok_or_else(|| JsValue::from_str(&format!("template #{id} is empty")))
}

/// The part of a view or template that is named `data-slot="name"`.
pub fn slot<T: JsCast>(root: &Element, name: &str) -> Dom<T> {
    find(root, &format!("[data-slot=\"{name}\"]"))
}

/// Puts `text` into the slot `name`.
pub fn fill(root: &Element, name: &str, text: &str) -> Dom {
    slot::<Element>(root, name)?.set_text_content(Some(text));
    Ok(())
}

/// A new element with text.
pub fn element(tag: &str, text: &str) -> Dom<Element> {
    let element = document().create_element(tag)?;
    element.set_text_content(Some(text));
    Ok(element)
}

/// Appends a new element with text and gives it.
pub fn append(place: &Element, tag: &str, text: &str) -> Dom<Element> {
    let element = element(tag, text)?;
    place.append_child(&element)?;
    Ok(element)
}

/// What stands in a field of one or of several lines, or is chosen in one.
pub fn value_of(field: &Element) -> String {
    match (field.dyn_ref::<HtmlInputElement>(), field.dyn_ref::<HtmlSelectElement>()) {
        (Some(input), _) => input.value(),
        (None, Some(select)) => select.value(),
        (None, None) => field.unchecked_ref::<HtmlTextAreaElement>().value(),
    }
}

/// Shows or hides an element, for eyes and screen readers alike.
pub fn reveal(element: &Element, visible: bool) -> Dom {
    element.toggle_attribute_with_force("hidden", !visible).map(|_| ())
}

/// Removes all children.
pub fn clear(element: &Element) {
    element.set_text_content(None);
}

/// Moves the focus.
pub fn focus(element: &Element) -> Dom {
    element.dyn_ref::<HtmlElement>().map_or(Ok(()), HtmlElement::focus)
}

/// Runs `handler` at each event, for as long as the page is open; a failure is shown, not lost.
pub fn on<T: JsCast + 'static>(
    target: &impl AsRef<EventTarget>,
    kind: &'static str,
    mut handler: impl FnMut(&T) -> Dom + 'static,
) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target.as_ref(), kind, options, move |event: &Event| {
        if let Some(event) = event.dyn_ref::<T>() {
            trouble::report(handler(event));
        }
    })
    .forget();
}

/// Runs `handler` for events that come from below `root`, with the nearest element that the selector names: one
/// listener serves rows that come and go.
pub fn on_within<T: JsCast + 'static>(
    root: &Element,
    kind: &'static str,
    selector: &'static str,
    mut handler: impl FnMut(&T, &Element) -> Dom + 'static,
) {
    on(root, kind, move |event: &T| {
        let target = event.unchecked_ref::<Event>().target();
        let origin = target.and_then(|target| target.dyn_into::<Element>().ok());
        match origin.map(|origin| origin.closest(selector)).transpose()?.flatten() {
            Some(element) => handler(event, &element),
            None => Ok(()),
        }
    });
}

fn cast<T: JsCast>(element: Element) -> Dom<T> {
    element.dyn_into().map_err(|element| JsValue::from_str(&format!("<{}> is of another kind", element.tag_name())))
}
