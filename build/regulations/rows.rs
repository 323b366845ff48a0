//! Rows looked up in words and grammar; which of them can never be reached.

use std::collections::BTreeSet;

use super::category::{Category, Reading, Row};
use super::condition::{Atom, Lookup, parse};
use super::grammar::{Grammar, groups};
use super::sets::Sets;
use super::words::Words;

/// How firm a row is: the data's word, and what the engine makes of it.
pub const STRENGTHS: [(&str, &str); 6] = [
    ("clear", "Outcome::Strength(CLEAR)"),
    ("likely", "Outcome::Strength(LIKELY)"),
    ("faint", "Outcome::Strength(FAINT)"),
    ("trace", "Outcome::Strength(TRACE)"),
    ("not counted", "Outcome::NotCounted"),
    ("none", "Outcome::Nothing"),
];

/// Where a word is sought that an act leans on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    pub behind: bool,
    pub distance: u16,
    pub classes: BTreeSet<usize>,
}

/// A row looked up.
#[derive(Debug, Clone)]
pub struct CompiledRow {
    pub acts: BTreeSet<usize>,
    pub said: u32,
    pub with: Vec<Reach>,
    pub with_said: u32,
    pub then: Option<Reach>,
    pub when: Vec<Vec<Atom>>,
    pub unless: Vec<Atom>,
}

/// A reading looked up.
#[derive(Debug)]
pub struct CompiledReading {
    pub acts: BTreeSet<usize>,
    pub rows: Vec<CompiledRow>,
}

/// A category looked up, and the classes that it asks for.
#[derive(Debug)]
pub struct CompiledCategory {
    pub readings: Vec<CompiledReading>,
    pub captions: BTreeSet<usize>,
    pub asked: BTreeSet<usize>,
}

/// Looks everything up that a category names.
pub fn compile(
    category: &Category,
    words: &Words,
    grammar: &Grammar,
    sets: &mut Sets,
    wrong: &mut Vec<String>,
) -> CompiledCategory {
    let file = &category.file;
    let own = groups(file, &category.groups, words, wrong);
    let classes = |names: &[&str]| -> Result<BTreeSet<usize>, String> {
        names.iter().try_fold(BTreeSet::new(), |mut set, name| {
            match (own.get(*name).or_else(|| grammar.groups.get(*name)), words.place(name)) {
                (Some(group), _) => set.extend(group),
                (None, Some(place)) => {
                    set.insert(place);
                }
                (None, None) => return Err(format!("unknown class {name:?}")),
            }
            Ok(set)
        })
    };
    let mut compiled = CompiledCategory { readings: Vec::new(), captions: BTreeSet::new(), asked: BTreeSet::new() };
    match classes(&borrowed(&category.captions)) {
        Ok(captions) => compiled.captions = captions,
        Err(problem) => wrong.push(format!("{file}: captions: {problem}")),
    }
    for reading in &category.readings {
        match self::reading(reading, grammar, &classes) {
            Ok(reading) => compiled.readings.push(reading),
            Err(problems) => wrong.extend(problems.into_iter().map(|problem| format!("{file}: {problem}"))),
        }
    }
    for (source, reading) in category.readings.iter().zip(&compiled.readings) {
        unreachable(file, source, reading, wrong);
        idle(file, source, reading, wrong);
        for row in &reading.rows {
            compiled.asked.extend(asked(row));
        }
    }
    compiled.asked.extend(compiled.captions.iter().copied());
    keep(&compiled, sets);
    compiled
}

/// Keeps every set.
fn keep(category: &CompiledCategory, sets: &mut Sets) {
    sets.keep(&category.captions);
    for reading in &category.readings {
        sets.keep(&reading.acts);
        for row in &reading.rows {
            sets.keep(&row.acts);
            row.with.iter().chain(&row.then).for_each(|reach| {
                sets.keep(&reach.classes);
            });
            row.when.iter().flatten().chain(&row.unless).for_each(|atom| {
                sets.keep(&atom.classes);
            });
        }
    }
}

fn asked(row: &CompiledRow) -> BTreeSet<usize> {
    let reaches = row.with.iter().chain(&row.then).flat_map(|reach| &reach.classes);
    let atoms = row.when.iter().flatten().chain(&row.unless).flat_map(|atom| &atom.classes);
    row.acts.iter().chain(reaches).chain(atoms).copied().collect()
}

fn reading(reading: &Reading, grammar: &Grammar, classes: Lookup) -> Result<CompiledReading, Vec<String>> {
    let acts = classes(&borrowed(&reading.acts)).map_err(|problem| vec![format!("{:?}: {problem}", reading.about)])?;
    let mut wrong = Vec::new();
    let mut rows = Vec::new();
    for row in &reading.rows {
        match self::row(row, &acts, grammar, classes) {
            Ok(row) => rows.push(row),
            Err(problem) => wrong.push(format!("the row {:?}: {problem}", row.name)),
        }
    }
    if wrong.is_empty() { Ok(CompiledReading { acts, rows }) } else { Err(wrong) }
}

fn row(row: &Row, reading: &BTreeSet<usize>, grammar: &Grammar, classes: Lookup) -> Result<CompiledRow, String> {
    let acts = if row.acts.is_empty() { reading.clone() } else { classes(&borrowed(&row.acts))? };
    if !acts.is_subset(reading) {
        return Err("an act that the reading does not begin from".to_owned());
    }
    if !STRENGTHS.iter().any(|(name, _)| *name == row.strength) {
        return Err(format!("unknown strength {:?}", row.strength));
    }
    let forms = |names: &[String]| if names.is_empty() { Ok(u32::MAX) } else { grammar.mask(names) };
    let reaches = row.with.iter().map(|text| reach(text, classes)).collect::<Result<Vec<_>, _>>()?;
    if reaches.is_empty() && (row.then.is_some() || !row.with_said.is_empty()) {
        return Err("says how something goes on that it does not seek".to_owned());
    }
    let then = row.then.as_deref().map(|text| reach(text, classes)).transpose()?;
    let when = row.when.iter().map(|text| parse(text, grammar, classes)).collect::<Result<Vec<_>, _>>()?;
    let unless = row.unless.iter().map(|text| parse(text, grammar, classes)).collect::<Result<Vec<_>, _>>()?;
    let unless = unless.into_iter().flatten().collect();
    let (said, with_said) = (forms(&row.said)?, forms(&row.with_said)?);
    Ok(CompiledRow { acts, said, with: reaches, with_said, then, when, unless })
}

/// 「after 90 regular_acts」
fn reach(text: &str, classes: Lookup) -> Result<Reach, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [direction @ ("before" | "after"), distance, names @ ..] = words.as_slice() else {
        return Err(format!("{text:?} is no reach"));
    };
    let distance = distance.parse().map_err(|_| format!("{text:?} has no distance"))?;
    Ok(Reach { behind: *direction == "after", distance, classes: classes(names)? })
}

/// Names every row that an earlier one always keeps from being tried.
fn unreachable(file: &str, source: &Reading, reading: &CompiledReading, wrong: &mut Vec<String>) {
    for (place, row) in reading.rows.iter().enumerate() {
        if let Some(earlier) = reading.rows.iter().take(place).position(|earlier| covers(earlier, row)) {
            let name = |place: usize| source.rows.get(place).map_or("", |row| row.name.as_str());
            let (late, early) = (name(place), name(earlier));
            wrong.push(format!("{file}: the row {late:?} can never be reached: {early:?} holds whenever it does"));
        }
    }
}

/// Names every exception that an earlier row has already taken for itself: it keeps nothing from its row.
fn idle(file: &str, source: &Reading, reading: &CompiledReading, wrong: &mut Vec<String>) {
    for (place, row) in reading.rows.iter().enumerate() {
        for (number, atom) in row.unless.iter().enumerate() {
            let mut excepted = row.clone();
            excepted.unless.remove(number);
            excepted.when.push(vec![atom.clone()]);
            let taken = reading.rows.iter().take(place).position(|earlier| covers(earlier, &excepted));
            if let Some(earlier) = taken {
                let name = |place: usize| source.rows.get(place).map_or("", |row| row.name.as_str());
                let (late, early) = (name(place), name(earlier));
                wrong.push(format!("{file}: exception {} of the row {late:?} is idle: {early:?} takes it", number + 1));
            }
        }
    }
}

/// Whether `earlier` holds whenever `later` does.
fn covers(earlier: &CompiledRow, later: &CompiledRow) -> bool {
    let seeks = earlier.with.is_empty()
        || earlier.with == later.with
            && later.with_said & !earlier.with_said == 0
            && (earlier.then.is_none() || earlier.then == later.then);
    let implied = |wanted: &Vec<Atom>| later.when.iter().any(|given| given.iter().all(|atom| met(atom, wanted)));
    later.acts.is_subset(&earlier.acts)
        && later.said & !earlier.said == 0
        && seeks
        && earlier.when.iter().all(implied)
        && earlier.unless.iter().all(|atom| later.unless.iter().any(|other| weaker(atom, other)))
}

/// Whether one of the alternatives holds whenever this one does.
fn met(atom: &Atom, alternatives: &[Atom]) -> bool {
    alternatives.iter().any(|other| weaker(atom, other))
}

/// Whether `other` holds whenever `atom` does: the same predicate, asked for no less.
fn weaker(atom: &Atom, other: &Atom) -> bool {
    atom.variant == other.variant
        && atom.frame == other.frame
        && atom.mask & !other.mask == 0
        && atom.classes.is_subset(&other.classes)
        && (atom.distance == other.distance || !atom.classes.is_empty() && atom.distance <= other.distance)
}

fn borrowed(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}
