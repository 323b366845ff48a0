//! Figures as Markdown: a line for each thing, a column for each place, the reference in brackets.

use serde_json::Value;

const PLACES: [&str; 3] = ["native", "chromium", "firefox"];

/// Clauses that the table of expressions speaks of.
const CLAUSES: f64 = 100_000.0;

/// The table of figures.
pub fn figures(all: &[Value]) -> String {
    let mut lines = vec![
        "| what (in brackets the reference) | reference | natively | Chromium | Firefox |".to_owned(),
        "|---|---|---|---|---|".to_owned(),
    ];
    let mut told: Vec<&str> = Vec::new();
    for what in all.iter().filter_map(|figure| text(figure, "what")) {
        if told.contains(&what) {
            continue;
        }
        told.push(what);
        let at = |place: &str| {
            let mut found = all.iter().filter(|figure| text(figure, "what") == Some(what));
            found.find(|figure| text(figure, "where") == Some(place))
        };
        let found = PLACES.map(at);
        let mut references: Vec<&str> = found.iter().flatten().filter_map(|figure| text(figure, "reference")).collect();
        references.dedup();
        let reference = references.join("; ");
        let cells = found.map(|figure| figure.map_or_else(|| "–".to_owned(), cell)).join(" | ");
        lines.push(format!("| {what} | {reference} | {cells} |"));
    }
    lines.join("\n")
}

fn cell(figure: &Value) -> String {
    let unit = text(figure, "unit").unwrap_or("ms");
    format!("{} ({}) {unit}", number(figure, "value"), number(figure, "reference_value"))
}

/// The table of regular expressions, brought from their texts to 100,000.
pub fn expressions(all: &[Value]) -> String {
    let mut lines = vec![
        "| the same words as regular expressions | texts measured | brought to 100,000 texts |".to_owned(),
        "|---|---|---|".to_owned(),
    ];
    for figure in all {
        let (Some(way), Some(place)) = (text(figure, "way"), text(figure, "where")) else { continue };
        let value = |field: &str| figure.get(field).and_then(Value::as_f64).unwrap_or_default();
        let seconds = value("milliseconds") / value("texts").max(1.0) * CLAUSES / 1_000.0;
        let way = if way == "each" { "one expression a word" } else { "all words in one expression" };
        lines.push(format!("| {place}, {way} ({} words) | {} | {seconds:.1} s |", value("words"), value("texts")));
    }
    lines.join("\n")
}

fn text<'a>(figure: &'a Value, field: &str) -> Option<&'a str> {
    figure.get(field).and_then(Value::as_str)
}

/// As many digits as mean something.
fn number(figure: &Value, field: &str) -> String {
    let value = figure.get(field).and_then(Value::as_f64).unwrap_or(f64::NAN);
    let digits = if value < 10.0 { 2 } else { usize::from(value < 100.0) };
    format!("{value:.digits$}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_thing_has_one_line_with_its_places_and_references() {
        let figure = |place: &str, value: f64| json!({"where": place, "what": "reading", "value": value, "reference": "decode", "reference_value": 1.234});
        let table = figures(&[figure("native", 45.67), figure("firefox", 123.4)]);
        assert!(table.ends_with("| reading | decode | 45.7 (1.23) ms | – | 123 (1.23) ms |"), "{table}");
    }

    #[test]
    fn expressions_are_brought_to_100_000_texts() {
        let line = json!({"where": "node", "way": "each", "words": 10, "texts": 2_000, "milliseconds": 500.0});
        assert!(expressions(&[line]).ends_with("| node, one expression a word (10 words) | 2000 | 25.0 s |"));
    }
}
