//! Precedents, inserted provisions and amended laws: read, and written as one text that the crate includes.
//!
//! A record is a line, its fields are parted by tabs; a line end inside a field is written `\u{2028}`. The page is compressed as a whole,
//! so that the text stands next to what it is like: `after` is kept as `change`, not as a second text.

use serde::de::DeserializeOwned;

use super::schema::{LawAmended, Provision};

/// JSON lines.
pub fn lines<T: DeserializeOwned>(name: &str, text: &str) -> Result<Vec<T>, Vec<String>> {
    let mut read = Vec::new();
    let mut wrong = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str(line) {
            Ok(value) => read.push(value),
            Err(error) => wrong.push(format!("data/amendments/{name}:{}: {error}", number + 1)),
        }
    }
    if wrong.is_empty() { Ok(read) } else { Err(wrong) }
}

/// A table.
pub fn table<T: DeserializeOwned>(name: &str, text: &str) -> Result<Vec<T>, Vec<String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().map_err(|error| vec![format!("data/amendments/{name}: {error}")])
}

/// The text that the crate includes: pairs, amended laws, inserted provisions, parted by empty lines.
pub fn text(precedents: &[Provision], inserted: &[Provision], laws: &[LawAmended]) -> String {
    let mut text = String::new();
    for line in precedents {
        let mut fields = vec![
            line.id.as_str(),
            flags(line),
            line.category.as_str(),
            line.pattern.as_str(),
            line.level.as_str(),
            line.law.as_str(),
            line.number.as_str(),
            line.article.as_str(),
            line.source.as_str(),
            line.amended_by.as_deref().unwrap_or_default(),
            line.note.as_str(),
            line.before.as_str(),
        ];
        fields.extend(line.change.iter().flat_map(|(old, new)| [old.as_str(), new.as_str()]));
        record(&mut text, &fields);
    }
    text.push('\n');
    // What has a pair stands in the pair already; the identifier of a pair that is kept apart is not shown.
    for law in laws.iter().filter(|law| !precedents.iter().any(|precedent| precedent.id == law.id)) {
        record(&mut text, &[&law.number, &law.law, &law.article, &law.category, "", &law.amended_by, &law.certainty]);
    }
    text.push('\n');
    for line in inserted {
        let by = line.amended_by.as_deref().unwrap_or_default();
        let Provision { number, law, article, category, id, pattern, source, text: words, .. } = line;
        let fits = line.fits.join("|");
        record(&mut text, &[number, law, article, category, id, by, "exact", pattern, source, &fits, words]);
    }
    text
}

/// `e` or `l` for how sure, `d` for digital, `f` for a fragment.
fn flags(line: &Provision) -> &'static str {
    match (line.certainty == "exact", line.digital, line.fragment) {
        (true, true, true) => "edf",
        (true, true, false) => "ed",
        (true, false, true) => "ef",
        (true, false, false) => "e",
        (false, true, true) => "ldf",
        (false, true, false) => "ld",
        (false, false, true) => "lf",
        (false, false, false) => "l",
    }
}

fn record(text: &mut String, fields: &[&str]) {
    let fields: Vec<String> = fields.iter().map(|field| field.replace('\n', "\u{2028}").replace('\t', " ")).collect();
    text.push_str(&fields.join("\t"));
    text.push('\n');
}
