//! Cells and shared strings as nearly every program writes them, told by their letters alone.
//!
//! A list has a million of them, and most of what a stream of XML steps does for each is to find again that it is as
//! always. What is written in any other way is `None` and goes through the stream; both ways give the same.

use memchr::{memchr, memchr3};

use super::sheet::Cell;

/// Levels of elements that a cell or a string has.
pub(super) const LEVELS: usize = 2;

/// A cell with a value and nothing else, `<c r="A1" s="2" t="s"><v>5</v></c>`, its value and the bytes up to its end.
pub(super) fn cell(text: &str) -> Option<(Cell, &str, usize)> {
    let mut rest = text.trim_ascii_start().strip_prefix("<c")?;
    let mut cell = Cell::default();
    while let [b' ', b'r' | b's' | b't', b'=', b'"', ..] = rest.as_bytes() {
        let (name, value) = (rest.get(1..2)?, rest.get(4..)?);
        let end = value.bytes().position(|byte| byte == b'"')?;
        cell.take(name, value.get(..end)?);
        rest = value.get(end + 1..)?;
    }
    let taken = |rest: &str| text.len() - rest.len();
    if let Some(rest) = rest.strip_prefix("/>") {
        return Some((cell, "", taken(rest)));
    }
    let value = rest.strip_prefix("><v>")?;
    let end = value.bytes().position(|byte| matches!(byte, b'<' | b'&' | b'\r'))?;
    let (value, rest) = value.split_at_checked(end)?;
    Some((cell, value, taken(rest.strip_prefix("</v></c>")?)))
}

/// A shared string of one text, `<si><t>text</t></si>`, and the bytes up to its end.
pub(super) fn string(text: &str) -> Option<(&str, usize)> {
    let rest = text.trim_ascii_start().strip_prefix("<si><t")?;
    let rest = rest.strip_prefix(" xml:space=\"preserve\"").unwrap_or(rest).strip_prefix('>')?;
    let (string, rest) = rest.split_at_checked(memchr(b'<', rest.as_bytes())?)?;
    let rest = rest.strip_prefix("</t></si>")?;
    let plain = memchr3(b'&', b'\r', b'_', string.as_bytes()).is_none();
    plain.then(|| (string, text.len() - rest.len()))
}
