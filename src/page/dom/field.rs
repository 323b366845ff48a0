//! Fields: what stands in them and what can be chosen.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use super::{Dom, append, by_id, flag, retell};

/// What stands in a field of one or of several lines, or is chosen in one.
pub fn value_of(field: &Element) -> String {
    match (field.dyn_ref::<HtmlInputElement>(), field.dyn_ref::<HtmlSelectElement>()) {
        (Some(input), _) => input.value(),
        (None, Some(select)) => select.value(),
        (None, None) => field.unchecked_ref::<HtmlTextAreaElement>().value(),
    }
}

/// What stands in the field with this id.
pub fn value(id: &str) -> Dom<String> {
    Ok(value_of(&by_id::<Element>(id)?))
}

/// Writes into a field of one or of several lines, or chooses in one.
pub fn put(field: &Element, value: &str) {
    match (field.dyn_ref::<HtmlInputElement>(), field.dyn_ref::<HtmlSelectElement>()) {
        (Some(input), _) => input.set_value(value),
        (None, Some(select)) => select.set_value(value),
        (None, None) => field.unchecked_ref::<HtmlTextAreaElement>().set_value(value),
    }
}

/// Writes into the field with this id.
pub fn set(id: &str, value: &str) -> Dom {
    put(&by_id::<Element>(id)?, value);
    Ok(())
}

/// Whether a box is ticked.
pub fn is_checked(field: &Element) -> bool {
    field.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked)
}

/// Ticks a box, or takes the tick away.
pub fn tick(field: &Element, checked: bool) {
    field.unchecked_ref::<HtmlInputElement>().set_checked(checked);
}

/// Whether the box with this id is ticked.
pub fn checked(id: &str) -> Dom<bool> {
    Ok(by_id::<HtmlInputElement>(id)?.checked())
}

/// Ticks the box with this id, or takes the tick away.
pub fn set_checked(id: &str, checked: bool) -> Dom {
    by_id::<HtmlInputElement>(id)?.set_checked(checked);
    Ok(())
}

/// Appends one choice to others.
pub fn option(select: &Element, value: &str, words: &str) -> Dom {
    append(select, "option", words)?.set_attribute("value", value)
}

/// As [`option`], taken from the beginning or not.
pub fn choice(select: &Element, value: &str, words: &str, is_taken: bool) -> Dom {
    let option = append(select, "option", words)?;
    option.set_attribute("value", value)?;
    option.toggle_attribute_with_force("selected", is_taken).map(|_| ())
}

/// Says below a field what was understood, or what is wrong.
pub fn hint(field: &Element, id: &str, sentence: &str, is_wrong: bool) -> Dom {
    flag(field, "aria-invalid", is_wrong)?;
    let hint: Element = by_id(id)?;
    hint.set_class_name(if is_wrong { "hint error" } else { "hint" });
    retell(&hint, sentence);
    Ok(())
}

/// Whether the keyboard is in this field.
pub fn has_focus(field: &Element) -> bool {
    document().active_element().is_some_and(|active| active == *field)
}
