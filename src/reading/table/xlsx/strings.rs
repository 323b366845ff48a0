//! Shared strings, and the escape that XLSX uses for control characters.

use crate::reading::limits::Limits;
use crate::reading::note::{Cap, Reason};
use crate::reading::table::sink::bounded;
use crate::reading::xml::{Step, Xml};

/// Reads `sharedStrings.xml`. A preview reads only its beginning, so there the text may break off.
pub(super) fn read(text: &str, breaks_off: bool, limits: &Limits) -> Result<Vec<String>, Reason> {
    let mut stream = Xml::new(text, limits);
    let mut strings = Vec::new();
    loop {
        match stream.step() {
            Ok(Some(Step::Open(element))) if element.name() == "si" => match rich_text(&mut stream, "si") {
                Ok(_) if strings.len() as u64 >= limits.cells => {
                    return Err(Reason::Limit { cap: Cap::Cells, limit: limits.cells, found: None });
                }
                Ok(string) => strings.push(bounded(string, limits)),
                Err(_) if breaks_off => return Ok(strings),
                Err(reason) => return Err(reason),
            },
            Ok(Some(_)) => {}
            Ok(None) => return Ok(strings),
            Err(_) if breaks_off => return Ok(strings),
            Err(reason) => return Err(reason),
        }
    }
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
            Step::Close(name) => match name.as_str() {
                "t" => within_text = false,
                "rPh" => within_reading = false,
                name if name == end => break,
                _ => {}
            },
        }
    }
    Ok(unescape(string))
}

/// Resolves `_x000D_` and its like (ECMA-376 part 1, 22.9.2.19).
pub(super) fn unescape(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut parts = text.split("_x");
    let mut resolved = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part.get(..4).filter(|_| part.get(4..5) == Some("_"));
        let character = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        if let Some(character) = character {
            resolved.push(character);
            resolved.push_str(part.get(5..).unwrap_or_default());
        } else {
            resolved.push_str("_x");
            resolved.push_str(part);
        }
    }
    resolved
}
