//! [`Listing`]: the list as it is shown: a line for each clause of a filter, or one line for all clauses of one form
//! (同じ形の条をまとめる).

use std::collections::BTreeMap;

use super::category_set::CategorySet;
use super::desk::Desk;
use super::key::Fingerprint;

/// Whether clauses of one form share a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Together<'a> {
    /// Each clause has its own.
    #[default]
    Apart,
    /// Those of one form share one. Of one form are clauses of the same categories with the same caption and the same evidence, and those
    /// of one template ([`super::likeness`]).
    But {
        /// The first clauses of forms that are unfolded.
        unfolded: &'a [u32],
        /// Clauses that the officer took out of their form.
        out: &'a [u32],
    },
}

/// What clauses of one form have in common.
type Form = (Fingerprint, CategorySet);

/// The caption with the evidence.
fn evidence(desk: &Desk, index: usize) -> Option<Form> {
    let (entry, clause) = (desk.entries().get(index)?, desk.clauses().get(index)?);
    let findings = desk.findings(index);
    if clause.caption.is_empty() || findings.is_empty() {
        return None;
    }
    let evidence = findings.iter().flat_map(|finding| finding.evidence.iter().map(|evidence| evidence.words(clause)));
    let words: Vec<&str> = std::iter::once(clause.caption.as_str()).chain(evidence).collect();
    Some((Fingerprint::of(&words.join("\n")), entry.present()))
}

/// The list as it is shown. It stays as it is while the officer decides, until it is made anew.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// In the order of the filter.
    shown: Vec<u32>,
    /// In the order of the lines.
    lined: Vec<u32>,
    /// Where each line begins in `lined`.
    starts: Vec<usize>,
}

impl Listing {
    /// A line for each clause of `shown`, or for each form.
    #[must_use]
    pub fn new(desk: &Desk, shown: Vec<u32>, together: Together<'_>) -> Self {
        let Together::But { unfolded, out } = together else {
            let starts = (0..shown.len()).collect();
            return Self { lined: shown.clone(), shown, starts };
        };
        let mut places: BTreeMap<Form, usize> = BTreeMap::new();
        let mut forms: Vec<Vec<u32>> = Vec::new();
        for index in &shown {
            let Some(entry) = desk.entries().get(*index as usize) else { continue };
            if out.contains(index) {
                forms.push(vec![*index]);
                continue;
            }
            let template = (desk.template(*index as usize), entry.present());
            let keys = [Some(template), evidence(desk, *index as usize)];
            let known = keys.iter().flatten().find_map(|key| places.get(key).copied());
            let place = known.unwrap_or(forms.len());
            for key in keys.into_iter().flatten() {
                places.entry(key).or_insert(place);
            }
            match forms.get_mut(place) {
                Some(form) => form.push(*index),
                None => forms.push(vec![*index]),
            }
        }
        let (mut lined, mut starts) = (Vec::with_capacity(shown.len()), Vec::with_capacity(forms.len()));
        for form in forms {
            let is_unfolded = form.first().is_some_and(|first| unfolded.contains(first));
            let count = if is_unfolded { form.len() } else { 1 };
            starts.extend((0..count).map(|line| lined.len() + line));
            lined.extend(form);
        }
        Self { shown, lined, starts }
    }

    /// The clauses in the order of the filter, by their indices on the desk.
    #[must_use]
    pub fn shown(&self) -> &[u32] {
        &self.shown
    }

    /// How many lines there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The clauses that a line stands for, the first one first; none behind the end.
    #[must_use]
    pub fn line(&self, position: usize) -> &[u32] {
        let start = self.starts.get(position).copied().unwrap_or(self.lined.len());
        let end = self.starts.get(position + 1).copied().unwrap_or(self.lined.len());
        self.lined.get(start..end).unwrap_or_default()
    }

    /// The line on which a clause stands.
    #[must_use]
    pub fn position(&self, index: u32) -> Option<usize> {
        let place = self.lined.iter().position(|other| *other == index)?;
        self.starts.partition_point(|start| *start <= place).checked_sub(1)
    }

    /// The line below `from` (or above it).
    #[must_use]
    pub fn step(&self, from: Option<usize>, down: bool) -> Option<usize> {
        let next = match (from, down) {
            (None, _) => Some(0),
            (Some(from), true) => Some(from + 1),
            (Some(from), false) => from.checked_sub(1),
        };
        next.filter(|next| *next < self.len())
    }

    /// The nearest line below `from` with an undecided category; at the end the search goes on from the top.
    #[must_use]
    pub fn next_undecided(&self, desk: &Desk, from: Option<usize>) -> Option<usize> {
        let open = |index: &u32| desk.entries().get(*index as usize).is_some_and(|entry| !entry.undecided().is_empty());
        let after = from.map_or(0, |from| from + 1).min(self.len());
        (after..self.len()).chain(0..after).find(|position| self.line(*position).iter().any(open))
    }
}
