//! Shared strings, and the escape that XLSX uses for control characters.

use memchr::{memchr, memchr3, memmem};

use super::{PASSED_OVER, USUAL_LEVELS};
use crate::reading::limits::Limits;
use crate::reading::note::{Cap, Reason};
use crate::reading::table::sink::bounded;
use crate::reading::xml::{Step, Xml};

/// Reads `sharedStrings.xml`: the strings up to where it ends or breaks off, and why it broke off.
pub(super) fn read(text: &str, limits: &Limits) -> (Vec<String>, Result<(), Reason>) {
    let mut stream = Xml::package(text, PASSED_OVER, limits);
    let mut strings = Vec::new();
    loop {
        let string = match usual(stream.ahead(USUAL_LEVELS)) {
            Some((string, bytes)) => {
                stream.pass(bytes);
                string.to_owned()
            }
            None => match stream.step() {
                Ok(Some(Step::Open(element))) if element.name() == "si" => match rich_text(&mut stream, "si") {
                    Ok(string) => string,
                    Err(reason) => return (strings, Err(reason)),
                },
                Ok(Some(_)) => continue,
                Ok(None) => return (strings, Ok(())),
                Err(reason) => return (strings, Err(reason)),
            },
        };
        if strings.len() as u64 >= limits.cells {
            return (strings, Err(Reason::Limit { cap: Cap::Cells, limit: limits.cells, found: None }));
        }
        strings.push(bounded(string, limits));
    }
}

/// A shared string of one text, `<si><t>text</t></si>`, and the bytes up to its end.
fn usual(text: &str) -> Option<(&str, usize)> {
    let rest = text.trim_ascii_start().strip_prefix("<si><t")?;
    let rest = rest.strip_prefix(" xml:space=\"preserve\"").unwrap_or(rest).strip_prefix('>')?;
    let (string, rest) = rest.split_at_checked(memchr(b'<', rest.as_bytes())?)?;
    let rest = rest.strip_prefix("</t></si>")?;
    let plain = memchr3(b'&', b'\r', b'_', string.as_bytes()).is_none();
    plain.then(|| (string, text.len() - rest.len()))
}

/// The text of a string with its runs, without its phonetic runs (`rPh`), up to the close of `end`.
pub(super) fn rich_text(stream: &mut Xml<'_>, end: &str) -> Result<String, Reason> {
    let mut string = String::new();
    let (mut within_text, mut within_reading) = (false, false);
    while let Some(step) = stream.step()? {
        match step {
            Step::Open(element) => match element.name() {
                "t" => within_text = true,
                "rPh" => within_reading = true,
                _ => {}
            },
            Step::Text(text) if within_text && !within_reading => string.push_str(&text),
            Step::Text(_) => {}
            Step::Close(name) => match &*name {
                "t" => within_text = false,
                "rPh" => within_reading = false,
                name if name == end => break,
                _ => {}
            },
        }
    }
    Ok(unescape(string))
}

/// Resolves `_x000D_` and its like (ECMA-376 part 1, 22.9.2.19), each once: `_x005F_x000D_` is the text `_x000D_`.
pub(super) fn unescape(text: String) -> String {
    if memmem::find(text.as_bytes(), b"_x").is_none() {
        return text;
    }
    let mut units: Vec<u16> = Vec::new();
    let mut resolved = String::new();
    let mut rest = text.as_str();
    while let Some((before, from)) = rest.find("_x").and_then(|at| rest.split_at_checked(at)) {
        if !before.is_empty() {
            give(&mut units, &mut resolved);
            resolved.push_str(before);
        }
        if let Some((unit, after)) = escape(from) {
            units.push(unit);
            rest = after;
        } else {
            give(&mut units, &mut resolved);
            let (head, after) = from.split_at_checked(1).unwrap_or((from, ""));
            resolved.push_str(head);
            rest = after;
        }
    }
    give(&mut units, &mut resolved);
    resolved.push_str(rest);
    resolved
}

/// Gives the units of neighbouring escapes: characters beyond 16 bits are written as two.
fn give(units: &mut Vec<u16>, resolved: &mut String) {
    resolved.extend(char::decode_utf16(units.drain(..)).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)));
}

/// The escape at the beginning of a text, and what follows it.
fn escape(text: &str) -> Option<(u16, &str)> {
    let (code, rest) = text.strip_prefix("_x")?.split_at_checked(4)?;
    let digits = code.bytes().all(|digit| digit.is_ascii_hexdigit());
    let unit = u16::from_str_radix(code, 16).ok().filter(|_| digits)?;
    Some((unit, rest.strip_prefix('_')?))
}
