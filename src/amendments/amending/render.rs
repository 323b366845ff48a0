//! Operations as the sentence of an amendment: one article is one chain, only its last verb is closed.

use std::fmt::Write as _;

use crate::amendments::engine::Hand;
use crate::amendments::text::Place;

use super::act::{Act, Operation};

/// How words are added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum After {
    /// の下に
    #[default]
    Below,
    /// の次に
    Next,
}

impl After {
    /// As it is written.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Below => "の下に",
            Self::Next => "の次に",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    Replace,
    Insert,
    Delete,
    Other,
}

impl Verb {
    const fn of(act: &Act) -> Self {
        match act {
            Act::Replace { .. } => Self::Replace,
            Act::Insert { .. } => Self::Insert,
            Act::Delete { .. } => Self::Delete,
            _ => Self::Other,
        }
    }

    /// The ending in the middle of a chain and at its end.
    const fn ending(self, closed: bool) -> &'static str {
        match (self, closed) {
            (Self::Replace, false) => "に改め、",
            (Self::Replace, true) => "に改める。",
            (Self::Insert, false) => "を加え、",
            (Self::Insert, true) => "を加える。",
            (Self::Delete, false) => "を削り、",
            (Self::Delete, true) => "を削る。",
            (Self::Other, _) => "",
        }
    }

    /// The ending before another act of the same kind at the same place.
    const fn joining(self) -> &'static str {
        match self {
            Self::Replace => "に、",
            Self::Insert => "を、",
            Self::Delete => "及び",
            Self::Other => "",
        }
    }
}

/// The amendment; lines that are added stand behind the sentence that adds them.
#[must_use]
pub fn render(operations: &[Operation], hand: Hand, after: After) -> String {
    let mut sentence = String::new();
    let mut before: Option<&Place> = None;
    for (at, operation) in operations.iter().enumerate() {
        let next = operations.get(at + 1);
        let closed = next.is_none_or(|next| next.place.article != operation.place.article);
        let same_place = before == Some(&operation.place);
        let verb = Verb::of(&operation.act);
        let previous =
            at.checked_sub(1).and_then(|previous| operations.get(previous)).map(|previous| Verb::of(&previous.act));
        if verb != Verb::Other
            && !(same_place && previous == Some(verb))
            && !(same_place && previous != Some(Verb::Other))
        {
            let _ = write!(sentence, "{}中", operation.place.after(before));
        }
        let joins = next.is_some_and(|next| next.place == operation.place && Verb::of(&next.act) == verb);
        act(operation, before, (hand, after), closed, &mut sentence);
        sentence.push_str(if joins { verb.joining() } else { verb.ending(closed) });
        if closed && next.is_some() {
            sentence.push('\n');
        }
        before = if closed { None } else { Some(&operation.place) };
    }
    sentence
}

fn act(
    operation: &Operation,
    before: Option<&Place>,
    (hand, after): (Hand, After),
    closed: bool,
    sentence: &mut String,
) {
    let _ = match &operation.act {
        Act::Replace { old, new } => write!(sentence, "「{old}」を「{new}」"),
        Act::Insert { behind, new } => write!(sentence, "「{behind}」{}「{new}」", after.words()),
        Act::Delete { old } => write!(sentence, "「{old}」"),
        Act::DeletePart => {
            write!(sentence, "{}を削{}", operation.place.after(before), if closed { "る。" } else { "り、" })
        }
        Act::Rewrite { lines } => {
            write!(sentence, "{}を次のように改める。\n{}", operation.place.after(before), lines.join("\n"))
        }
        Act::AddParagraphs { lines, last } => {
            let article = Place { article: operation.place.article.clone(), ..Place::default() };
            let named = if before.is_some() { "同条".to_owned() } else { article.to_string() };
            let count = u32::try_from(lines.len()).unwrap_or(1);
            let moved = last.map_or_else(String::new, |last| moved(&operation.place, last, count, hand));
            let middle = if moved.is_empty() { String::new() } else { "中".to_owned() + &moved };
            write!(sentence, "{named}{middle}に次の{}項を加える。\n{}", hand.numeral(count), lines.join("\n"))
        }
    };
}

/// 「第4項を第5項とし、第3項の次」: later 項 make room.
fn moved(place: &Place, last: u32, count: u32, hand: Hand) -> String {
    let here = place.paragraph_number();
    let nth = |number: u32| Place::nth_paragraph(number, hand);
    let behind = format!("{}の次", nth(here));
    match last.saturating_sub(here) {
        0 => String::new(),
        1 => format!("{}を{}とし、{behind}", nth(last), nth(last + count)),
        2 => format!(
            "{}を{}とし、{}を{}とし、{behind}",
            nth(last),
            nth(last + count),
            nth(here + 1),
            nth(here + 1 + count)
        ),
        _ => format!(
            "{}を{}とし、{}から{}までを{}項ずつ繰り下げ、{behind}",
            nth(last),
            nth(last + count),
            nth(here + 1),
            nth(last - 1),
            hand.numeral(count)
        ),
    }
}
