//! Rows as flat tables: lists, texts and sets of forms stand in tables that all rows share, so that a row is a few bytes.

use std::fmt::Write as _;

use super::category::{Category, Row};
use super::code::{camel, list};
use super::condition::Atom;
use super::rows::{CompiledCategory, CompiledRow, Reach, STRENGTHS};
use super::sets::Sets;

/// What the rows share.
#[derive(Default)]
struct Shared {
    rows: Vec<String>,
    places: Vec<String>,
    conditions: Vec<String>,
    forms: Vec<u32>,
    sentences: Vec<String>,
}

/// The tables.
pub fn tables(categories: &[Category], compiled: &[CompiledCategory], sets: &Sets, wrong: &mut Vec<String>) -> String {
    let mut shared = Shared::default();
    let (mut code, mut by_category, mut names) = (String::new(), Vec::new(), Vec::new());
    for (category, compiled) in categories.iter().zip(compiled) {
        let name = category.id.to_uppercase();
        let readings: Vec<String> = category
            .readings
            .iter()
            .zip(&compiled.readings)
            .map(|(source, compiled)| {
                let first = shared.rows.len();
                for (row, compiled) in source.rows.iter().zip(&compiled.rows) {
                    shared.add(row, source.because.as_deref(), compiled, sets);
                    names.push(format!("({:?}, {})", row.name, row.point.unwrap_or(0)));
                }
                let (acts, bracketed, count) = (sets.place(&compiled.acts), source.bracketed, compiled.rows.len());
                format!("Reading {{ acts: {acts}, bracketed: {bracketed}, first: {first}, count: {count} }}")
            })
            .collect();
        let _ = writeln!(code, "static {name}: [Reading; {}] = [{}];", readings.len(), readings.join(",\n"));
        by_category.push(format!("&{name}"));
    }
    if shared.sentences.len() > 256 || shared.forms.len() > 256 {
        wrong.push("the rows have more different reasons or sets of forms than a byte names".to_owned());
    }
    code += &list("Readings by category.", "READINGS", "&[Reading]", &by_category);
    code += &list("Name and point of every row.", "NAMES", "(&str, u8)", &names);
    code + &shared.code()
}

/// The place of a list in a table that holds it somewhere, or behind which it is laid.
fn laid(table: &mut Vec<String>, items: &[String]) -> usize {
    let found = table.windows(items.len().max(1)).position(|window| window == items);
    found.filter(|_| !items.is_empty()).unwrap_or_else(|| {
        table.extend_from_slice(items);
        table.len() - items.len()
    })
}

/// The number of a value among those that are kept once.
fn number<Value: PartialEq>(table: &mut Vec<Value>, value: Value) -> usize {
    table.iter().position(|known| *known == value).unwrap_or_else(|| {
        table.push(value);
        table.len() - 1
    })
}

impl Shared {
    fn add(&mut self, row: &Row, because: Option<&str>, compiled: &CompiledRow, sets: &Sets) {
        let because = row.because.as_deref().or(because).unwrap_or_default();
        let outcome = match STRENGTHS.iter().find(|(name, _)| *name == row.strength) {
            Some(_) if row.regardless => format!("Outcome::Regardless({})", row.strength.to_uppercase()),
            known => known.map_or("", |(_, code)| code).to_owned(),
        };
        let places: Vec<String> = compiled.with.iter().chain(&compiled.then).map(|place| reach(place, sets)).collect();
        let conditions: Vec<String> = compiled
            .when
            .iter()
            .flat_map(|alternatives| {
                let last = alternatives.len() - 1;
                alternatives.iter().enumerate().map(move |(place, atom)| (atom, place < last))
            })
            .chain(compiled.unless.iter().map(|atom| (atom, false)))
            .map(|(atom, or)| self.asked(atom, or, sets))
            .collect();
        let code = format!(
            "Row {{ acts: {}, said: {}, with_said: {}, with: {}, then: {}, places: {}, conditions: {}, when: {}, unless: {}, \
             outcome: {outcome}, because: {}, doubt: {} }}",
            sets.place(&compiled.acts),
            number(&mut self.forms, compiled.said),
            number(&mut self.forms, compiled.with_said),
            compiled.with.len(),
            compiled.then.is_some(),
            laid(&mut self.places, &places),
            laid(&mut self.conditions, &conditions),
            conditions.len() - compiled.unless.len(),
            compiled.unless.len(),
            number(&mut self.sentences, because.to_owned()),
            number(&mut self.sentences, row.doubt.clone().unwrap_or_default()),
        );
        self.rows.push(code);
    }

    fn asked(&mut self, atom: &Atom, or: bool, sets: &Sets) -> String {
        let asked = match (atom.distance, atom.classes.is_empty(), atom.mask, atom.frame) {
            (Some(distance), false, ..) => format!("({distance}, {})", sets.place(&atom.classes)),
            (Some(distance), true, ..) => format!("({distance})"),
            (None, false, ..) => format!("({})", sets.place(&atom.classes)),
            (None, true, 0, Some(frame)) => format!("(Frame::{})", camel(frame)),
            (None, true, 0, None) => String::new(),
            (None, true, mask, _) => format!("({})", number(&mut self.forms, mask)),
        };
        format!("Asked {{ condition: Condition::{}{asked}, or: {or} }}", atom.variant)
    }

    fn code(&self) -> String {
        let forms: Vec<String> = self.forms.iter().map(u32::to_string).collect();
        let sentences: Vec<String> = self.sentences.iter().map(|sentence| format!("{sentence:?}")).collect();
        list("Every row.", "ROWS", "Row", &self.rows)
            + &list("Places where rows seek.", "PLACES", "Reach", &self.places)
            + &list("Conditions of rows.", "CONDITIONS", "Asked", &self.conditions)
            + &list("Sets of forms that rows name, as bits.", "FORM_SETS", "u32", &forms)
            + &list("Reasons and doubts of rows.", "SENTENCES", "&str", &sentences)
    }
}

fn reach(reach: &Reach, sets: &Sets) -> String {
    let (behind, distance, set) = (reach.behind, reach.distance, sets.place(&reach.classes));
    format!("Reach {{ behind: {behind}, distance: {distance}, set: {set} }}")
}
