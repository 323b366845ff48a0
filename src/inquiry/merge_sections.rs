//! The rest of two work files: sections of the tools, and clauses.
//!
//! A section of a tool is JSON that only the tool understands: what only one file has is kept, objects are united member
//! by member, and a value that differs is told; that of the first file stands.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::merge::Differences;
use crate::clause::Clause;
use crate::review::work_file::WorkFile;
use crate::review::{ClauseKey, Comparison};

/// What differs in the lists of clauses is told under this name; nobody chooses, both are kept.
pub const LISTS: &str = "条項の一覧";

/// Unites the sections of the tools, JSON text by name.
#[must_use]
pub fn sections(
    first: &BTreeMap<String, String>,
    second: &BTreeMap<String, String>,
    differences: &mut Differences<'_>,
) -> BTreeMap<String, String> {
    let mut united = first.clone();
    for (name, text) in second {
        let Some(own) = first.get(name) else {
            united.insert(name.clone(), text.clone());
            continue;
        };
        let (Ok(mut one), Ok(other)) = (serde_json::from_str(own), serde_json::from_str(text)) else { continue };
        unite(&mut one, &other, name, "", differences);
        united.insert(name.clone(), one.to_string());
    }
    united
}

fn unite(one: &mut Value, other: &Value, about: &str, place: &str, differences: &mut Differences<'_>) {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            for (name, value) in other {
                let place = if place.is_empty() { name.clone() } else { format!("{place} {name}") };
                match one.get_mut(name) {
                    Some(own) if own.is_null() => *own = value.clone(),
                    Some(own) => unite(own, value, about, &place, differences),
                    None => {
                        one.insert(name.clone(), value.clone());
                    }
                }
            }
        }
        (_, Value::Null) => {}
        (one, other) if one == other => {}
        (one, other) => {
            let (first, second) = (short(one), short(other));
            let alike = first == second;
            let [first, second] = if alike { [one.to_string(), other.to_string()] } else { [first, second] };
            if one == "" || differences.second_stands(about, place, &first, &second) {
                *one = other.clone();
            }
        }
    }
}

fn short(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    if text.chars().count() > 60 { text.chars().take(60).chain(['…']).collect() } else { text }
}

/// The clauses of the second list that the first does not have; where the lists differ it is told.
#[must_use]
pub fn further(own: &BTreeSet<ClauseKey>, other: &[Clause], differences: &mut Differences<'_>) -> Vec<Clause> {
    let theirs: BTreeSet<ClauseKey> = other.iter().map(ClauseKey::of).collect();
    if *own == theirs {
        return Vec::new();
    }
    let both = format!("{}条項は両方にあります", own.intersection(&theirs).count());
    let [first, second] = [own, &theirs].map(|keys| format!("{}条項", keys.len()));
    let second = if first == second { format!("別の{second}") } else { second };
    differences.second_stands(LISTS, &both, &first, &second);
    other.iter().filter(|clause| !own.contains(&ClauseKey::of(clause))).cloned().collect()
}

/// The clauses of both files; where the lists differ they are united in the order of their places.
#[must_use]
pub fn clauses(
    first: &WorkFile,
    second: &WorkFile,
    differences: &mut Differences<'_>,
) -> (Option<Vec<Clause>>, Comparison) {
    let (Some(own), Some(other)) = (&first.clauses, &second.clauses) else {
        let carrying = if first.clauses.is_some() { first } else { second };
        return (carrying.clauses.clone(), carrying.comparison.clone());
    };
    let further = further(&own.iter().map(ClauseKey::of).collect(), other, differences);
    if further.is_empty() {
        return (first.clauses.clone(), first.comparison.clone());
    }
    let mut united: Vec<Clause> = own.iter().cloned().chain(further).collect();
    united.sort_by(|one, other| {
        let place = |clause: &Clause| (clause.place.file.clone(), clause.place.sheet.clone(), clause.place.row);
        (place(one), ClauseKey::of(one)).cmp(&(place(other), ClauseKey::of(other)))
    });
    (Some(united), Comparison::default())
}
