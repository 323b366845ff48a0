//! Precedents, inserted provisions and amended laws: read, and written as one text that the crate includes.
//!
//! A line holds one field of all records of a kind, parted by tabs: the page is compressed as a whole, and like stands next to like so. For the same
//! reason `after` is kept as `change`, not as a second text. A line end inside a field is written `\u{2028}`, what parts the words of changes `\u{2029}`.

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

/// The text that the crate includes: pairs, amended laws, inserted provisions.
pub fn text(precedents: &[Provision], inserted: &[Provision], laws: &[LawAmended]) -> String {
    // What has a pair stands in the pair already; the identifier of a pair that is kept apart is not shown.
    let alone = laws.iter().filter(|law| !precedents.iter().any(|precedent| precedent.id == law.id));
    let law = |law: &LawAmended| {
        [&*law.number, &law.law, &law.article, &law.category, "", &law.amended_by, &law.certainty].map(field)
    };
    let pairs: Vec<_> = precedents.iter().map(pair).collect();
    let alone: Vec<_> = alone.map(law).collect();
    let inserted: Vec<_> = inserted.iter().map(insertion).collect();
    columns(&pairs) + &columns(&alone) + &columns(&inserted)
}

fn pair(line: &Provision) -> [String; 13] {
    let changes: Vec<&str> = line.change.iter().flat_map(|(old, new)| [old.as_str(), new.as_str()]).collect();
    [
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
        changes.join("\u{2029}").as_str(),
    ]
    .map(field)
}

fn insertion(line: &Provision) -> [String; 11] {
    let by = line.amended_by.as_deref().unwrap_or_default();
    let Provision { number, law, article, category, id, pattern, source, text, .. } = line;
    [number, law, article, category, id, by, "exact", pattern, source, line.fits.join("|").as_str(), text].map(field)
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

fn field(field: &str) -> String {
    field.replace('\n', "\u{2028}").replace('\t', " ")
}

/// One line a field.
fn columns<const FIELDS: usize>(records: &[[String; FIELDS]]) -> String {
    let line = |column: usize| {
        let fields: Vec<&str> = records.iter().filter_map(|record| Some(record.get(column)?.as_str())).collect();
        fields.join("\t") + "\n"
    };
    (0..FIELDS).map(line).collect()
}
