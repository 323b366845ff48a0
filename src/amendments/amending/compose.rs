//! Composing: the changed places of a clause become operations; what has no fitting quotation is rewritten whole.

use crate::amendments::engine::{self, Change, Hand, Rewritten};
use crate::amendments::text::{Part, Place, Portion, parts};

use super::act::{Act, Operation};
use super::apply::apply;
use super::quote;
use super::render::{After, render};

/// Where a clause stands in its ordinance.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Surroundings {
    /// Citation of the clause.
    pub place: Place,
    /// The hand of the ordinance.
    pub hand: Hand,
    /// 「の下に」 or 「の次に」.
    pub after: After,
    /// Last 項 of the article, where it is not the clause itself.
    pub last_paragraph: Option<u32>,
}

/// An amendment of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// What it does.
    pub operations: Vec<Operation>,
    /// The 改め文; what is added stands on lines of its own.
    pub sentence: String,
}

/// Writes the amendment that makes the draft of the text. It was applied: text + amendment = draft.
#[must_use]
pub fn compose(surroundings: &Surroundings, text: &str, rewritten: &Rewritten) -> Option<Composed> {
    let draft = engine::apply(text, rewritten);
    if draft == text {
        return None;
    }
    let quoted = operations(surroundings, text, rewritten);
    quoted.and_then(|operations| proved(surroundings, text, &draft, operations)).or_else(|| {
        let lines = draft.lines().map(str::to_owned).collect();
        let whole = Operation { place: surroundings.place.whole(), act: Act::Rewrite { lines } };
        proved(surroundings, text, &draft, vec![whole])
    })
}

fn proved(surroundings: &Surroundings, text: &str, draft: &str, operations: Vec<Operation>) -> Option<Composed> {
    let sentence = render(&operations, surroundings.hand, surroundings.after);
    let made = apply(&surroundings.place, text, surroundings.hand, &sentence).ok()?;
    (made == draft).then_some(Composed { operations, sentence })
}

fn operations(surroundings: &Surroundings, text: &str, rewritten: &Rewritten) -> Option<Vec<Operation>> {
    let letters: Vec<char> = text.chars().collect();
    let parts = parts(&surroundings.place, &letters, surroundings.hand);
    let mut made = Vec::new();
    let mut left = rewritten.changes.len();
    for part in &parts {
        let inside: Vec<&Change> = rewritten
            .changes
            .iter()
            .filter(|change| part.start <= change.start && change.end <= part.end && belongs(part, change, &parts))
            .collect();
        left -= inside.len();
        made.extend(of_part(part, &letters, &inside)?);
    }
    if left > 0 {
        return None;
    }
    if !rewritten.added.is_empty() {
        let last = surroundings.last_paragraph;
        let act = Act::AddParagraphs { lines: rewritten.added.clone(), last };
        let place = parts.last().map_or_else(|| surroundings.place.whole(), |part| part.place.whole());
        made.push(Operation { place, act });
    }
    Some(made)
}

/// A change between two parts belongs to the one before.
fn belongs(part: &Part, change: &Change, parts: &[Part]) -> bool {
    change.start < change.end
        || !parts.iter().any(|other| other.start < part.start && other.end >= change.end && other.start <= change.start)
}

fn of_part(part: &Part, text: &[char], changes: &[&Change]) -> Option<Vec<Operation>> {
    let place = || part.place.clone();
    if let [change] = changes
        && (change.start, change.end) == (part.start, part.end)
        && change.new.is_empty()
        && matches!(part.place.portion, Portion::Proviso | Portion::Second)
    {
        return Some(vec![Operation { place: place(), act: Act::DeletePart }]);
    }
    if changes.is_empty() {
        return Some(Vec::new());
    }
    let shifted: Vec<Change> = changes
        .iter()
        .map(|change| Change {
            start: change.start - part.start,
            end: change.end - part.start,
            new: change.new.clone(),
        })
        .collect();
    let acts = quote::acts(text.get(part.start..part.end)?, &shifted)?;
    Some(acts.into_iter().map(|act| Operation { place: place(), act }).collect())
}
