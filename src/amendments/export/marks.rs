//! What differs between the present text and the draft, line by line, for two columns.

use crate::amendments::text::difference;

/// Words, and whether they differ.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Mark {
    /// The words.
    pub text: String,
    /// Whether they differ.
    pub differs: bool,
}

/// Both texts by lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marked {
    /// The present text.
    pub before: Vec<Vec<Mark>>,
    /// The draft.
    pub after: Vec<Vec<Mark>>,
}

/// Marks what differs, in whole 文節.
#[must_use]
pub fn marked(before: &str, after: &str) -> Marked {
    let letters: Vec<char> = before.chars().collect();
    let rewritten = difference(before, after);
    let (mut left, mut right) = (Lines::default(), Lines::default());
    let mut at = 0;
    for change in &rewritten.changes {
        let same: String = letters.get(at..change.start).unwrap_or_default().iter().collect();
        left.put(&same, false);
        right.put(&same, false);
        left.put(&letters.get(change.start..change.end).unwrap_or_default().iter().collect::<String>(), true);
        right.put(&change.new, true);
        at = change.end;
    }
    let same: String = letters.get(at..).unwrap_or_default().iter().collect();
    left.put(&same, false);
    right.put(&same, false);
    for added in &rewritten.added {
        right.lines.push(Vec::new());
        right.put(added, true);
    }
    Marked { before: left.lines, after: right.lines }
}

struct Lines {
    lines: Vec<Vec<Mark>>,
}

impl Default for Lines {
    fn default() -> Self {
        Self { lines: vec![Vec::new()] }
    }
}

impl Lines {
    fn put(&mut self, text: &str, differs: bool) {
        for (number, part) in text.split('\n').enumerate() {
            if number > 0 {
                self.lines.push(Vec::new());
            }
            if !part.is_empty()
                && let Some(line) = self.lines.last_mut()
            {
                line.push(Mark { text: part.to_owned(), differs });
            }
        }
    }
}
