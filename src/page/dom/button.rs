//! Buttons that the code makes.

use web_sys::Element;

use super::{Dom, styled};

/// Appends a button; what its press means stands in its attributes, for the one who listens to the place.
pub fn button(place: &Element, class: &str, words: &str, attributes: &[(&str, &str)]) -> Dom<Element> {
    let button = styled(place, "button", class, words)?;
    for (name, value) in [("type", "button")].iter().chain(attributes) {
        button.set_attribute(name, value)?;
    }
    Ok(button)
}
