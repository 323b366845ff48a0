//! Tables made of plain rows, on the screen and on paper.

use gloo::utils::document;
use web_sys::Element;

use crate::page::dom::{Dom, append, find, template};

/// A table with its caption and column headers.
pub fn table(caption: &str, headers: &[&str]) -> Dom<Element> {
    let scroll = template("plain-table")?;
    find::<Element>(&scroll, "caption")?.set_text_content(Some(caption));
    scroll.set_attribute("aria-label", caption)?;
    let head: Element = find(&scroll, "thead tr")?;
    for header in headers {
        append(&head, "th", header)?.set_attribute("scope", "col")?;
    }
    Ok(scroll)
}

/// Appends a row: its header, then its cells.
pub fn row(table: &Element, header: &str, cells: &[&str]) -> Dom<Element> {
    let body: Element = find(table, "tbody")?;
    let row = document().create_element("tr")?;
    append(&row, "th", header)?.set_attribute("scope", "row")?;
    for cell in cells {
        append(&row, "td", cell)?;
    }
    body.append_child(&row)?;
    Ok(row)
}

/// Makes a button of the second rank.
pub fn button(place: &Element, class: &str, label: &str) -> Dom<Element> {
    let button = append(place, "button", label)?;
    button.set_class_name(class);
    button.set_attribute("type", "button")?;
    Ok(button)
}
