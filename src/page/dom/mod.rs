//! Finding, filling and hearing elements.
//!
//! All text reaches the page through `textContent`; markup comes from `<template>`s in `www/` and nowhere else.
//! A missing element is an error that names it, never a trap.

mod button;
pub mod field;
mod listening;
pub mod progress;
pub mod table;

use std::str::FromStr;

use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DocumentFragment, Element, HtmlElement, HtmlTemplateElement};

pub use button::button;
pub use listening::{Done, on, on_own, on_pick, on_press, on_press_within, on_submit, on_within};

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

/// A fresh copy of the first element of a template, appended to `place`.
pub fn lay(id: &str, place: &Element) -> Dom<Element> {
    let copy = template(id)?;
    place.append_child(&copy)?;
    Ok(copy)
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

/// Puts `text` into the element with this id.
pub fn set_text(id: &str, text: &str) -> Dom {
    by_id::<Element>(id)?.set_text_content(Some(text));
    Ok(())
}

/// Puts `text` into an element that says something else; tells whether it did.
pub fn retell(element: &Element, text: &str) -> bool {
    let other = element.text_content().as_deref() != Some(text);
    if other {
        element.set_text_content(Some(text));
    }
    other
}

/// Says `text` in an element that is shown where it applies.
pub fn say(element: &Element, applies: bool, text: &str) -> Dom {
    element.set_text_content(Some(text));
    reveal(element, applies)
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

/// The same of a class.
pub fn styled(place: &Element, tag: &str, class: &str, text: &str) -> Dom<Element> {
    let element = append(place, tag, text)?;
    element.set_class_name(class);
    Ok(element)
}

/// Puts lines into a list, in the place of those that stand there.
pub fn items<S: AsRef<str>>(list: &Element, lines: impl IntoIterator<Item = S>) -> Dom {
    clear(list);
    lines.into_iter().try_for_each(|line| append(list, "li", line.as_ref()).map(|_| ()))
}

/// Shows or hides an element, for eyes and screen readers alike.
pub fn reveal(element: &Element, visible: bool) -> Dom {
    element.toggle_attribute_with_force("hidden", !visible).map(|_| ())
}

/// Removes all children.
pub fn clear(element: &Element) {
    element.set_text_content(None);
}

/// The element with this id, without children.
pub fn cleared(id: &str) -> Dom<Element> {
    Ok(emptied(by_id(id)?))
}

/// An element without what stood in it.
pub fn emptied(element: Element) -> Element {
    clear(&element);
    element
}

/// Says whether something is so in an attribute of `true` or `false`, as ARIA has them.
pub fn flag(element: &Element, attribute: &str, is_so: bool) -> Dom {
    element.set_attribute(attribute, if is_so { "true" } else { "false" })
}

/// What an attribute names, where it is there and can be read.
pub fn data<T: FromStr>(element: &Element, attribute: &str) -> Option<T> {
    element.get_attribute(attribute)?.parse().ok()
}

/// Whether an element takes room on the page.
pub fn is_drawn(element: &Element) -> bool {
    element.dyn_ref::<HtmlElement>().is_none_or(|element| element.offset_parent().is_some())
}

/// The element that all others stand in.
pub fn root() -> Dom<Element> {
    document().document_element().ok_or_else(|| "no document".into())
}

/// Moves the focus.
pub fn focus(element: &Element) -> Dom {
    element.dyn_ref::<HtmlElement>().map_or(Ok(()), HtmlElement::focus)
}

fn cast<T: JsCast>(element: Element) -> Dom<T> {
    element.dyn_into().map_err(|element| JsValue::from_str(&format!("<{}> is of another kind", element.tag_name())))
}
