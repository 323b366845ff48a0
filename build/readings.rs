//! `data/readings.csv` to Rust: how each municipality is read (ふちゅうし), in the order of the table of municipalities.

use std::fmt::Write as _;

/// Why the readings are refused; lines count from 1 with the header.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the header is not code6,name,reading")]
    Header,
    #[error("line {0}: not the municipality that stands here in the table")]
    Municipality(usize),
    #[error("line {0}: not a reading in hiragana that ends as the name does")]
    Reading(usize),
    #[error("{0} municipalities, {1} readings")]
    Count(usize, usize),
}

/// The Rust code of the readings of the municipalities, given as code and name in their order.
pub fn code(text: &str, towns: &[(String, String)]) -> Result<String, Refused> {
    let mut lines = text.lines();
    if lines.next() != Some("code6,name,reading") {
        return Err(Refused::Header);
    }
    let mut out = String::from("pub(super) static READINGS: &[&str] = &[\n");
    let mut count = 0;
    for (number, (line, (code, name))) in (2..).zip(lines.clone().zip(towns)) {
        let reading = line.strip_prefix(&format!("{code},{name},")).ok_or(Refused::Municipality(number))?;
        if !is_reading(name, reading) {
            return Err(Refused::Reading(number));
        }
        let _ = writeln!(out, "    {reading:?},");
        count += 1;
    }
    if count != towns.len() || lines.count() != towns.len() {
        return Err(Refused::Count(towns.len(), count));
    }
    out.push_str("];\n");
    Ok(out)
}

fn is_reading(name: &str, reading: &str) -> bool {
    let ends: &[&str] = match name.chars().last() {
        Some('市') => &["し"],
        Some('区') => &["く"],
        Some('町') => &["ちょう", "まち"],
        Some('村') => &["むら", "そん"],
        _ => &[],
    };
    let hiragana = reading.chars().all(|character| matches!(character, 'ぁ'..='ゖ' | 'ー'));
    hiragana && ends.iter().any(|end| reading.len() > end.len() && reading.ends_with(end))
}
