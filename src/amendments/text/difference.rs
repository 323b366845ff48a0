//! What differs between two texts, in whole 文節: for drafts that were edited by hand, and for pairs of precedents.

use crate::amendments::engine::{Change, Rewritten};

use super::phrase::cuts;

/// Longest text that is compared word by word; longer ones are replaced whole.
const LONGEST: usize = 2_000;
/// Characters between two changes that are not worth two quotations.
const NEAR: usize = 2;

/// The changes that make `after` of `before`; lines added behind the last are 項, and a line without a word is none. Where the lines do not answer
/// each other, all changes.
#[must_use]
pub fn difference(before: &str, after: &str) -> Rewritten {
    by_lines(before, after).unwrap_or_else(|| Rewritten {
        changes: vec![Change { start: 0, end: before.chars().count(), new: after.to_owned() }],
        added: Vec::new(),
    })
}

fn by_lines(before: &str, after: &str) -> Option<Rewritten> {
    // A text without a line has none that another could answer.
    if before.is_empty() {
        return None;
    }
    let count = before.lines().count().max(1);
    let kept: Vec<&str> = after.lines().take(count).collect();
    if kept.len() < count {
        return None;
    }
    let added = after.lines().skip(count).filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
    let mut changes = Vec::new();
    let mut offset = 0;
    for (old, new) in before.lines().zip(kept) {
        let old: Vec<char> = old.chars().collect();
        let new: Vec<char> = new.chars().collect();
        for change in line(&old, &new)? {
            changes.push(Change { start: change.start + offset, end: change.end + offset, new: change.new });
        }
        offset += old.len() + 1;
    }
    Some(Rewritten { changes, added })
}

/// The words of a line.
fn words(text: &[char]) -> Vec<&[char]> {
    cuts(text).windows(2).filter_map(|pair| text.get(*pair.first()?..*pair.last()?)).collect()
}

fn line(old: &[char], new: &[char]) -> Option<Vec<Change>> {
    let (left, right) = (words(old), words(new));
    if left.len() > LONGEST || right.len() > LONGEST {
        return None;
    }
    let head = left.iter().zip(&right).take_while(|(left, right)| left == right).count();
    let tail = left
        .iter()
        .skip(head)
        .rev()
        .zip(right.iter().skip(head).rev())
        .take_while(|(left, right)| left == right)
        .count();
    let middle_left = left.get(head..left.len() - tail)?;
    let middle_right = right.get(head..right.len() - tail)?;
    let offset: usize = left.iter().take(head).map(|word| word.len()).sum();
    Some(merged(old, apart(middle_left, middle_right, offset)))
}

/// Changes of the middle, by the longest common run of words.
fn apart(left: &[&[char]], right: &[&[char]], mut at: usize) -> Vec<Change> {
    let width = right.len() + 1;
    let mut table = vec![0_u32; (left.len() + 1) * width];
    let cell = |table: &[u32], row: usize, column: usize| table.get(row * width + column).copied().unwrap_or(0);
    for (row, word) in left.iter().enumerate().rev() {
        for (column, other) in right.iter().enumerate().rev() {
            let weight = u32::try_from(word.len()).unwrap_or(u32::MAX);
            let kept = if word == other { cell(&table, row + 1, column + 1) + weight } else { 0 };
            let best = kept.max(cell(&table, row + 1, column)).max(cell(&table, row, column + 1));
            if let Some(here) = table.get_mut(row * width + column) {
                *here = best;
            }
        }
    }
    let mut changes: Vec<Change> = Vec::new();
    let (mut row, mut column) = (0, 0);
    let mut open = Change { start: at, end: at, new: String::new() };
    while row < left.len() || column < right.len() {
        let (word, other) = (left.get(row), right.get(column));
        let length = word.map_or(0, |word| word.len());
        if word.is_some()
            && word == other
            && cell(&table, row, column) == cell(&table, row + 1, column + 1) + u32::try_from(length).unwrap_or(0)
        {
            close(&mut changes, &mut open, at, at + length);
            (row, column, at) = (row + 1, column + 1, at + length);
        } else if word.is_some() && (other.is_none() || cell(&table, row + 1, column) >= cell(&table, row, column + 1))
        {
            (row, at) = (row + 1, at + length);
            open.end = at;
        } else {
            open.new.extend(other.into_iter().flat_map(|other| other.iter()));
            column += 1;
        }
    }
    close(&mut changes, &mut open, at, at);
    changes
}

fn close(changes: &mut Vec<Change>, open: &mut Change, end: usize, next: usize) {
    open.end = end;
    let done = std::mem::replace(open, Change { start: next, end: next, new: String::new() });
    if done.end > done.start || !done.new.is_empty() {
        changes.push(done);
    }
}

/// Changes with next to nothing between them become one.
fn merged(old: &[char], changes: Vec<Change>) -> Vec<Change> {
    let mut made: Vec<Change> = Vec::new();
    for change in changes {
        match made.last_mut() {
            Some(last) if change.start - last.end <= NEAR => {
                last.new.extend(old.get(last.end..change.start).unwrap_or_default());
                last.new.push_str(&change.new);
                last.end = change.end;
            }
            _ => made.push(change),
        }
    }
    made
}
