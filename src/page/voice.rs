//! One of the values that stand side by side where two say different things: a choice with who said it and when.

use web_sys::{Element, HtmlInputElement};

use super::dom::{Dom, fill, find, lay};

/// Appends the choice `words` of `who` to `place`; `value` is its value in the group, `what` names it for screen readers.
pub fn voice(
    place: &Element,
    group: &str,
    value: &str,
    (words, who): (&str, &str),
    what: &str,
) -> Dom<HtmlInputElement> {
    let label = lay("merge-voice", place)?;
    fill(&label, "value", words)?;
    fill(&label, "who", who)?;
    let radio: HtmlInputElement = find(&label, "input")?;
    radio.set_name(group);
    radio.set_value(value);
    radio.set_attribute("aria-label", format!("{what}{words} {who}").trim())?;
    Ok(radio)
}
