//! SVG elements, made one by one: a chart is drawn from numbers of the core, never from markup.

use super::dom::Dom;
use gloo::utils::document;
use web_sys::Element;

const NAMESPACE: &str = concat!("http", "://www.w3.org/2000/svg");

/// Appends an SVG element with attributes.
pub fn shape(place: &Element, tag: &str, attributes: &[(&str, &str)]) -> Dom<Element> {
    let shape = document().create_element_ns(Some(NAMESPACE), tag)?;
    for (name, value) in attributes {
        shape.set_attribute(name, value)?;
    }
    place.append_child(&shape)?;
    Ok(shape)
}

/// Appends one of the page's own icons (`www/views/icons.html`); a word beside it says the same.
pub fn icon(place: &Element, name: &str) -> Dom {
    let icon = shape(place, "svg", &[("class", "icon"), ("aria-hidden", "true")])?;
    shape(&icon, "use", &[("href", &format!("#icon-{name}"))]).map(|_| ())
}

/// Appends a text at a place; `anchor` is start, middle or end.
pub fn text(place: &Element, (x, y): (f64, f64), anchor: &str, class: &str, words: &str) -> Dom<Element> {
    let (x, y) = (number(x), number(y));
    let text = shape(place, "text", &[("x", &x), ("y", &y), ("text-anchor", anchor), ("class", class)])?;
    text.set_text_content(Some(words));
    Ok(text)
}

/// Appends a straight line.
pub fn line(place: &Element, (x1, y1): (f64, f64), (x2, y2): (f64, f64), class: &str) -> Dom {
    let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(number);
    shape(place, "line", &[("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2), ("class", class)]).map(|_| ())
}

/// A coordinate as SVG writes it, to a hundredth.
pub fn number(value: f64) -> String {
    format!("{value:.2}")
}
