//! The parts of a clause: 項 on lines of their own, 号, 本文 and ただし書, 前段 and 後段.

use crate::amendments::engine::Hand;

use super::place::{Place, Portion};

/// A part of a clause, in characters of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// How it is cited.
    pub place: Place,
    /// First character.
    pub start: usize,
    /// Character after the last.
    pub end: usize,
}

/// The parts from front to back, the smallest that have a name; together they are the whole text without line ends.
#[must_use]
pub fn parts(place: &Place, text: &[char], hand: Hand) -> Vec<Part> {
    let lines = lines(text);
    let several =
        place.paragraph.is_empty() && lines.iter().skip(1).any(|line| paragraph_number(text, line.0) == Some(2));
    let mut made = Vec::new();
    let mut current = place.whole();
    let mut expected = 1;
    let mut start = 0;
    for (number, line) in lines.iter().enumerate() {
        let opens = several && (number == 0 || paragraph_number(text, line.0) == Some(expected));
        if number > 0 && opens {
            paragraph(&current, text, lines.get(start..number).unwrap_or_default(), &mut made);
            start = number;
        }
        if opens {
            current.paragraph = Place::nth_paragraph(expected, hand);
            expected += 1;
        }
    }
    paragraph(&current, text, lines.get(start..).unwrap_or_default(), &mut made);
    made
}

fn lines(text: &[char]) -> Vec<(usize, usize)> {
    let mut lines = Vec::new();
    let mut start = 0;
    for (at, letter) in text.iter().enumerate() {
        if *letter == '\n' {
            lines.push((start, at));
            start = at + 1;
        }
    }
    lines.push((start, text.len()));
    lines
}

/// The number of a line that begins as a 項 does (「２　」).
fn paragraph_number(text: &[char], start: usize) -> Option<u32> {
    let digits: String = text
        .iter()
        .skip(start)
        .take_while(|letter| letter.is_ascii_digit() || ('０'..='９').contains(*letter))
        .collect();
    let after = text.get(start + digits.chars().count())?;
    if matches!(after, '\u{3000}' | ' ') { crate::numeral::read(&digits) } else { None }
}

/// The number of a line that begins as a 号 does: 「(1)」「（１）」「一　」「１　」.
fn item_label(text: &[char], start: usize) -> Option<String> {
    let line: Vec<char> = text.iter().skip(start).take(8).copied().collect();
    let bracketed = matches!(line.first(), Some('(' | '（'));
    let digits: String =
        line.iter().skip(usize::from(bracketed)).take_while(|letter| crate::numeral::is_digit(**letter)).collect();
    let after = *line.get(usize::from(bracketed) + digits.chars().count())?;
    let closes = if bracketed { matches!(after, ')' | '）') } else { matches!(after, '\u{3000}' | ' ') };
    (closes && !digits.is_empty()).then_some(digits)
}

/// The parts of one 項.
fn paragraph(place: &Place, text: &[char], lines: &[(usize, usize)], made: &mut Vec<Part>) {
    let Some(((start, end), rest)) = lines.split_first() else { return };
    let labels: Vec<Option<String>> = rest.iter().map(|line| item_label(text, line.0)).collect();
    let named = place.item.is_empty() && labels.first().is_some_and(Option::is_some);
    if !named {
        let end = rest.last().map_or(*end, |line| line.1);
        if rest.is_empty() {
            sentences(place, text, *start, end, made);
        } else {
            made.push(Part { place: place.clone(), start: *start, end });
        }
        return;
    }
    made.push(Part { place: Place { portion: Portion::Chapeau, ..place.clone() }, start: *start, end: *end });
    for (line, label) in rest.iter().zip(&labels) {
        match (label, made.last_mut()) {
            (Some(label), _) => {
                let item = Place { item: format!("第{label}号"), ..place.clone() };
                made.push(Part { place: item, start: line.0, end: line.1 });
            }
            (None, Some(last)) => last.end = line.1,
            (None, None) => {}
        }
    }
}

/// 本文 and ただし書, or 前段 and 後段.
fn sentences(place: &Place, text: &[char], start: usize, end: usize, made: &mut Vec<Part>) {
    let stands = |at: usize, word: &str| super::phrase::stands(text, at, word);
    let mut depth = 0_i32;
    for at in start..end {
        match text.get(at) {
            Some('（' | '(' | '「') => depth += 1,
            Some('）' | ')' | '」') => depth -= 1,
            Some('。') if depth == 0 && at + 1 < end => {
                let next = at + 1;
                let proviso = stands(next, "ただし、") || stands(next, "但し、");
                let second = stands(next, "この場合") || stands(next, "これを") || stands(next, "その");
                let (first, then) = match (proviso, second) {
                    (true, _) => (Portion::Main, Portion::Proviso),
                    (_, true) => (Portion::First, Portion::Second),
                    _ => continue,
                };
                made.push(Part { place: Place { portion: first, ..place.clone() }, start, end: next });
                made.push(Part { place: Place { portion: then, ..place.clone() }, start: next, end });
                return;
            }
            _ => {}
        }
    }
    made.push(Part { place: place.clone(), start, end });
}
