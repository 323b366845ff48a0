//! Tables made of plain rows, on the screen and on paper.

use std::fmt::Display;

use web_sys::Element;

use super::{Dom, append, button, find, lay, styled};

/// Appends an empty table with its caption, by which screen readers name it too, and the heads of its columns; gives
/// the box that it scrolls in.
pub fn new<S: AsRef<str>>(place: &Element, caption: &str, heads: &[S]) -> Dom<Element> {
    let scroll = lay("plain-table", place)?;
    scroll.set_attribute("aria-label", caption)?;
    find::<Element>(&scroll, "caption")?.set_text_content(Some(caption));
    self::heads(&find(&scroll, "thead tr")?, heads)?;
    Ok(scroll)
}

/// Appends the heads of columns to their row.
pub fn heads<S: AsRef<str>>(row: &Element, names: &[S]) -> Dom {
    names.iter().try_for_each(|name| append(row, "th", name.as_ref())?.set_attribute("scope", "col"))
}

/// Appends a row that begins with its head.
pub fn line(body: &Element, words: &str) -> Dom<Element> {
    let line = append(body, "tr", "")?;
    head(&line, words)?;
    Ok(line)
}

/// Appends a row: its head, then its cells.
pub fn row<S: AsRef<str>>(body: &Element, words: &str, cells: &[S]) -> Dom<Element> {
    let row = line(body, words)?;
    self::cells(&row, cells)?;
    Ok(row)
}

/// Appends the cell that names a row.
pub fn head(line: &Element, words: &str) -> Dom {
    append(line, "th", words)?.set_attribute("scope", "row")
}

/// Appends cells with words.
pub fn cells<S: AsRef<str>>(line: &Element, words: &[S]) -> Dom {
    words.iter().try_for_each(|words| append(line, "td", words.as_ref()).map(|_| ()))
}

/// Appends a cell with a number, which stands to the right.
pub fn number(line: &Element, written: &str) -> Dom<Element> {
    styled(line, "td", "number", written)
}

/// Appends cells with numbers.
pub fn numbers<N: Display>(line: &Element, written: impl IntoIterator<Item = N>) -> Dom {
    written.into_iter().try_for_each(|written| number(line, &written.to_string()).map(|_| ()))
}

/// Appends a cell with a number that leads to what it counts, by a button with these attributes; a plain 0 leads nowhere.
pub fn leading(line: &Element, count: &str, attributes: &[(&str, &str)]) -> Dom<Element> {
    if count == "0" {
        return number(line, count);
    }
    let cell = number(line, "")?;
    button(&cell, "button-quiet count", count, attributes)?;
    Ok(cell)
}

/// Appends an empty table; gives its body.
pub fn below<S: AsRef<str>>(place: &Element, caption: &str, heads: &[S]) -> Dom<Element> {
    find(&new(place, caption, heads)?, "tbody")
}
