//! The verdict on a set of concepts: one procedure, several, or none.
//!
//! A procedure is read from a name when all concepts of one of its readings stand there and nothing decisive stands
//! there that the procedure has no room for. Lacking words are a reason to ask; a word that has no room is a reason
//! to refuse. Facts: `data/procedures/rules.csv`.

#![expect(clippy::unreadable_literal, reason = "the build script writes sets for the compiler; people read the data")]

use super::catalogue::Number;
use super::concepts::{ConceptKind, ConceptSet, DECISIVE};

/// Which concepts make a name one of the procedures.
struct Rule {
    /// Concepts that alone are a reason to ask whether the procedure is meant.
    hints: ConceptSet,
    /// Each set is enough to name the procedure.
    readings: &'static [ConceptSet],
    /// Concepts that may stand beside a reading.
    allows: ConceptSet,
}

include!(concat!(env!("OUT_DIR"), "/procedures_rules.rs"));

/// What the concepts of a name say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// One procedure, and the concepts that named it.
    One {
        /// The procedure.
        number: Number,
        /// The reading that was complete.
        reading: ConceptSet,
        /// Concepts that have to be looked at.
        doubts: ConceptSet,
    },
    /// Several are named completely: alike, or joined in one form.
    Joint(Vec<Number>),
    /// Words are lacking: any of these may be meant, the likeliest first.
    Lacking(Vec<Number>),
    /// Decisive words stand there that fit no procedure together.
    Contradictory,
    /// No decisive word of ours stands there.
    Nothing,
}

struct Reading {
    number: Number,
    needs: ConceptSet,
    missing: u32,
    conflicts: ConceptSet,
    room: ConceptSet,
    hints: ConceptSet,
}

/// Judges the concepts of a name.
#[must_use]
pub fn judge(concepts: ConceptSet) -> Verdict {
    let rules = Number::all().zip(&RULES);
    let readings: Vec<Reading> = rules.flat_map(|(number, rule)| readings_of(number, rule, concepts)).collect();
    let complete: Vec<&Reading> = readings.iter().filter(|reading| reading.missing == 0).collect();
    let clean = most_specific(complete.iter().copied().filter(|reading| reading.conflicts.is_empty()));
    match clean.as_slice() {
        [] => incomplete(&readings, &complete, concepts),
        [only] => {
            let doubts = concepts.of(&[ConceptKind::Doubt]).without(only.room);
            Verdict::One { number: only.number, reading: only.needs, doubts }
        }
        several => Verdict::Joint(numbers(several.iter().copied())),
    }
}

fn readings_of(number: Number, rule: &'static Rule, concepts: ConceptSet) -> impl Iterator<Item = Reading> {
    rule.readings.iter().map(move |needs| {
        let room = needs.union(rule.allows).union(rule.hints);
        let missing = needs.without(concepts).count();
        Reading {
            number,
            needs: *needs,
            missing,
            conflicts: concepts.of(&DECISIVE).without(room),
            room,
            hints: rule.hints,
        }
    })
}

/// One reading a procedure; a reading whose concepts another procedure's reading holds too, and more, gives way.
fn most_specific<'a>(clean: impl Iterator<Item = &'a Reading>) -> Vec<&'a Reading> {
    let mut kept: Vec<&Reading> = Vec::new();
    for reading in clean {
        if kept.iter().any(|other| other.number == reading.number || other.needs.holds(reading.needs)) {
            continue;
        }
        kept.retain(|other| !reading.needs.holds(other.needs));
        kept.push(reading);
    }
    kept
}

fn incomplete(readings: &[Reading], complete: &[&Reading], concepts: ConceptSet) -> Verdict {
    let decisive = concepts.of(&DECISIVE);
    let joint = complete.iter().fold(ConceptSet::EMPTY, |room, reading| room.union(reading.room));
    let joined = numbers(complete.iter().copied());
    if joined.len() > 1 && joint.holds(decisive) {
        return Verdict::Joint(joined);
    }
    let possible: Vec<&Reading> = readings.iter().filter(|reading| reading.conflicts.is_empty()).collect();
    let keys = concepts.of(&[ConceptKind::Key]);
    let named = |reading: &Reading| !reading.needs.union(reading.hints).common(keys).is_empty();
    let hinted = |reading: &Reading| !reading.hints.common(concepts).is_empty();
    let mut lacking: Vec<&Reading> = possible.iter().copied().filter(|reading| named(reading)).collect();
    if lacking.is_empty() {
        // Only the scheme is named: its procedures in the order of the official list.
        lacking = possible.into_iter().filter(|reading| hinted(reading)).collect();
    } else {
        lacking.sort_by_key(|reading| (reading.missing, reading.number));
    }
    match (lacking.is_empty(), decisive.is_empty()) {
        (false, _) => Verdict::Lacking(numbers(lacking.into_iter())),
        (true, false) => Verdict::Contradictory,
        (true, true) => Verdict::Nothing,
    }
}

/// Each number once, in the order of the readings.
fn numbers<'a>(readings: impl Iterator<Item = &'a Reading>) -> Vec<Number> {
    let mut numbers = Vec::new();
    for reading in readings {
        if !numbers.contains(&reading.number) {
            numbers.push(reading.number);
        }
    }
    numbers
}
