//! Precision, recall, F1 and what else docs/ACCURACY.md tells.

use ichimai::regulations::{Category, Verdict};
use serde::Serialize;

use super::gold::GoldClause;

/// What was said about a clause.
pub type Verdicts = Vec<(Category, Verdict)>;

/// What the gold says of a clause and a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Truth {
    /// Labelled.
    Yes,
    /// Labelled, but another reader might drop it: missing it is no error in the lenient count.
    Doubtful,
    /// Not labelled, but another reader might add it: finding it is no error in the lenient count.
    Arguable,
    /// Not labelled.
    No,
}

/// Counts of one category under one way of counting.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Counts {
    /// Found and labelled.
    pub true_positive: u32,
    /// Found, not labelled.
    pub false_positive: u32,
    /// Labelled, not found.
    pub false_negative: u32,
}

/// One category.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Row {
    /// Which.
    pub category: Category,
    /// Labelled clauses.
    pub labelled: u32,
    /// Candidates, lenient.
    pub lenient: Counts,
    /// Candidates, strict.
    pub strict: Counts,
    /// Candidates and checks, lenient.
    pub any: Counts,
}

/// All figures.
#[derive(Debug, Clone, Serialize)]
pub struct Figures {
    /// Clauses measured.
    pub clauses: usize,
    /// Clauses with at least one label.
    pub labelled: usize,
    /// Clauses with at least one finding of any verdict.
    pub flagged: usize,
    /// By category.
    pub rows: Vec<Row>,
}

impl Counts {
    /// Share of the found that is labelled; 1 where nothing was found.
    pub fn precision(self) -> f64 {
        share(self.true_positive, self.true_positive + self.false_positive)
    }

    /// Share of the labelled that was found; 1 where nothing is labelled.
    pub fn recall(self) -> f64 {
        share(self.true_positive, self.true_positive + self.false_negative)
    }

    /// Harmonic mean of the two.
    pub fn f1(self) -> f64 {
        share(2 * self.true_positive, 2 * self.true_positive + self.false_positive + self.false_negative)
    }

    /// Counts one clause.
    fn count(&mut self, found: bool, truth: Truth) {
        match (found, truth) {
            (true, Truth::Yes | Truth::Doubtful) => self.true_positive += 1,
            (true, Truth::No) => self.false_positive += 1,
            (false, Truth::Yes) => self.false_negative += 1,
            _ => {}
        }
    }
}

impl Figures {
    /// Counts clauses and what was said about each.
    pub fn of(clauses: &[GoldClause], verdicts: &[Verdicts]) -> Self {
        let rows = Category::ALL.map(|category| row(category, clauses, verdicts)).to_vec();
        Self {
            clauses: clauses.len(),
            labelled: clauses.iter().filter(|clause| !clause.labels.is_empty()).count(),
            flagged: verdicts.iter().filter(|verdicts| !verdicts.is_empty()).count(),
            rows,
        }
    }

    /// Mean F1 of candidates over the eight, lenient.
    pub fn macro_f1(&self) -> f64 {
        mean(self.rows.iter().map(|row| row.lenient.f1()))
    }

    /// Mean F1 of candidates over the eight, strict.
    pub fn macro_f1_strict(&self) -> f64 {
        mean(self.rows.iter().map(|row| row.strict.f1()))
    }

    /// Mean recall of candidates and checks over the eight, lenient.
    pub fn macro_recall(&self) -> f64 {
        mean(self.rows.iter().map(|row| row.any.recall()))
    }

    /// Recall of candidates and checks over all labels together, lenient.
    pub fn recall(&self) -> f64 {
        let found: u32 = self.rows.iter().map(|row| row.any.true_positive).sum();
        let missed: u32 = self.rows.iter().map(|row| row.any.false_negative).sum();
        share(found, found + missed)
    }

    /// Flagged clauses (any verdict) for each clause with a label.
    pub fn flagged_per_true(&self) -> f64 {
        share_of(self.flagged, self.labelled)
    }
}

fn row(category: Category, clauses: &[GoldClause], verdicts: &[Verdicts]) -> Row {
    let mut row =
        Row { category, labelled: 0, lenient: Counts::default(), strict: Counts::default(), any: Counts::default() };
    for (clause, verdicts) in clauses.iter().zip(verdicts) {
        let truth = truth(clause, category);
        let strict = match truth {
            Truth::Yes | Truth::Doubtful => Truth::Yes,
            Truth::No | Truth::Arguable => Truth::No,
        };
        let candidate = verdicts.contains(&(category, Verdict::Candidate));
        let any = candidate || verdicts.contains(&(category, Verdict::Check));
        row.labelled += u32::from(strict == Truth::Yes);
        row.lenient.count(candidate, truth);
        row.strict.count(candidate, strict);
        row.any.count(any, truth);
    }
    row
}

fn truth(clause: &GoldClause, category: Category) -> Truth {
    match (clause.labels.contains(&category), clause.also.contains(&category), clause.doubt.contains(&category)) {
        (true, _, true) => Truth::Doubtful,
        (true, ..) => Truth::Yes,
        (false, true, _) => Truth::Arguable,
        (false, ..) => Truth::No,
    }
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 1.0 } else { f64::from(part) / f64::from(whole) }
}

fn share_of(part: usize, whole: usize) -> f64 {
    let number = |count| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { number(part) / number(whole) }
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = f64::from(u32::try_from(values.len()).unwrap_or(1).max(1));
    values.sum::<f64>() / count
}
