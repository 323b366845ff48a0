//! From a clause and a pattern to the changed places, and from those to the draft.

use super::fill::{Wording, contains};
use super::find::{Found, find_all, find_first, stands};
use super::pattern::{Edit, Pattern, Way, Which};
use super::template::Template;

/// A changed place, in characters of the clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// First character replaced.
    pub start: usize,
    /// Character after the last.
    pub end: usize,
    /// What is put there.
    pub new: String,
}

/// What a pattern makes of a clause.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rewritten {
    /// Changed places from front to back; they do not overlap.
    pub changes: Vec<Change>,
    /// 項 added after the clause.
    pub added: Vec<String>,
}

/// Why a pattern does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// The words are not there.
    Words,
    /// The clause already has the digital way.
    Digital,
}

/// A pattern with its templates read.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The pattern.
    pub pattern: &'static Pattern,
    holds: Vec<Template>,
    lacks: Vec<Template>,
    edits: Vec<Vec<(Template, &'static Way)>>,
}

impl Compiled {
    /// Reads the templates of a pattern.
    ///
    /// # Errors
    /// The template that cannot be read.
    pub fn new(pattern: &'static Pattern) -> Result<Self, String> {
        let read = |templates: &[&str]| templates.iter().map(|text| Template::parse(text)).collect::<Result<_, _>>();
        let ways = |edit: &Edit| {
            edit.ways.iter().map(|way| Ok((Template::parse(way.find)?, way))).collect::<Result<Vec<_>, String>>()
        };
        Ok(Self {
            pattern,
            holds: read(pattern.holds)?,
            lacks: read(pattern.lacks)?,
            edits: pattern.edits.iter().map(ways).collect::<Result<_, _>>()?,
        })
    }

    /// Rewrites a clause.
    ///
    /// # Errors
    /// Why the pattern does not fit.
    pub fn rewrite(&self, wording: &Wording<'_>) -> Result<Rewritten, Misfit> {
        let text: Vec<char> = wording.text.chars().collect();
        let mut taken = self.fits(wording, &text)?;
        let mut rewritten = Rewritten::default();
        for (edit, ways) in self.pattern.edits.iter().zip(&self.edits) {
            if !wording.holds(self.pattern, edit.when) {
                continue;
            }
            let places = places(edit, ways, &text);
            if places.is_empty() && !edit.optional {
                return Err(Misfit::Words);
            }
            for (found, put) in places {
                taken.extend(found.taken.iter().cloned());
                let new = wording.fill(self.pattern, put, &[taken.as_slice(), found.taken.as_slice()].concat());
                rewritten.changes.push(Change { start: found.start, end: found.end, new });
            }
        }
        rewritten.added = self.added(wording, &taken);
        if rewritten.settle() { Ok(rewritten) } else { Err(Misfit::Words) }
    }

    /// What the slots of `holds` take.
    fn fits(&self, wording: &Wording<'_>, text: &[char]) -> Result<Vec<(String, String)>, Misfit> {
        let pattern = self.pattern;
        let about = pattern.about.iter().any(|about| contains(wording.heading, about) || contains(wording.text, about));
        let mut taken = Vec::new();
        for holds in &self.holds {
            taken.extend(find_first(holds, text).ok_or(Misfit::Words)?.taken);
        }
        if !(pattern.about.is_empty() || about) {
            return Err(Misfit::Words);
        }
        if pattern.digital.iter().any(|words| contains(wording.text, words)) {
            return Err(Misfit::Digital);
        }
        if self.lacks.iter().any(|lacks| stands(lacks, text)) { Err(Misfit::Words) } else { Ok(taken) }
    }

    fn added(&self, wording: &Wording<'_>, taken: &[(String, String)]) -> Vec<String> {
        let additions = self.pattern.additions.iter().filter(|addition| wording.holds(self.pattern, addition.when));
        additions.map(|addition| wording.fill(self.pattern, addition.says, taken)).collect()
    }
}

impl Rewritten {
    /// Puts the changes in order; whether they change something and do not overlap.
    fn settle(&mut self) -> bool {
        self.changes.sort_by_key(|change| (change.start, change.end));
        self.changes.dedup();
        let apart = self.changes.windows(2).all(|pair| match pair {
            [left, right] => left.end <= right.start && (left.start, left.end) != (right.start, right.end),
            _ => true,
        });
        apart && !(self.changes.is_empty() && self.added.is_empty())
    }
}

/// The places that an edit means, with what is put there.
fn places(edit: &Edit, ways: &[(Template, &'static Way)], text: &[char]) -> Vec<(Found, &'static str)> {
    for (template, way) in ways {
        let mut found = find_all(template, text);
        found.retain(|found| {
            !found.taken.iter().any(|(_, words)| way.without.iter().any(|never| words.contains(never)))
        });
        found.dedup_by_key(|found| (found.start, found.end));
        let meant: Vec<Found> = match edit.which {
            Which::First => found.into_iter().take(1).collect(),
            Which::Last => found.pop().into_iter().collect(),
            Which::Only if found.len() == 1 => found,
            Which::Only => Vec::new(),
            Which::All => found,
        };
        if !meant.is_empty() {
            return meant.into_iter().map(|found| (found, way.put)).collect();
        }
    }
    Vec::new()
}

/// The text with the changes made and the added 項 on lines of their own.
#[must_use]
pub fn apply(text: &str, rewritten: &Rewritten) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut made = String::with_capacity(text.len());
    let mut at = 0;
    for change in &rewritten.changes {
        made.extend(letters.get(at..change.start).unwrap_or_default());
        made.push_str(&change.new);
        at = change.end;
    }
    made.extend(letters.get(at..).unwrap_or_default());
    for added in &rewritten.added {
        made.push('\n');
        made.push_str(added);
    }
    made
}
