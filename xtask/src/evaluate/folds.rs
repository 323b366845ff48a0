//! How often rows are right (行の当たり), and cross-validation by title: each fold's rows are judged on the other folds.
//!
//! What is fitted in the cross-validation is the verdict of a row, nothing else: a row that was right at least half the time
//! on the other folds is a candidate, one that was right at least [`LOOK`] of the time is worth a look, the rest is dropped. A
//! row never tried there keeps its own verdict.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ichimai::regulations::rule::named;
use ichimai::regulations::{Category, Finding, Verdict};

use super::figures::Verdicts;
use super::gold::GoldClause;

/// Folds of the cross-validation.
const FOLDS: u64 = 5;
/// Share right from which a row is worth a look.
const LOOK: f64 = 0.15;

/// Right and tried, by row; findings that another reader might label count for neither.
type Rows = BTreeMap<(Category, u16), (u32, u32)>;

fn count(clauses: &[GoldClause], findings: &[Vec<Finding>], counted: impl Fn(&GoldClause) -> bool) -> Rows {
    let mut rows = Rows::new();
    for (clause, findings) in clauses.iter().zip(findings).filter(|(clause, _)| counted(clause)) {
        for finding in findings.iter().filter(|finding| !clause.also.contains(&finding.category)) {
            let Some(row) = finding.row else { continue };
            let known = rows.entry((finding.category, row)).or_default();
            known.0 += u32::from(clause.labels.contains(&finding.category));
            known.1 += 1;
        }
    }
    rows
}

/// The table of data/regulations/trust.csv.
pub fn rows(clauses: &[GoldClause], findings: &[Vec<Finding>]) -> String {
    let mut table = "category,row,right,of\n".to_owned();
    for ((category, row), (right, of)) in count(clauses, findings, |_| true) {
        let _ = writeln!(table, "{},{},{right},{of}", category.id(), named(row).0);
    }
    table
}

/// What the rows say where their verdict comes from the other folds.
pub fn verdicts(clauses: &[GoldClause], findings: &[Vec<Finding>]) -> Vec<Verdicts> {
    let trained: Vec<Rows> =
        (0..FOLDS).map(|fold| count(clauses, findings, |clause| clause.fold(FOLDS) != fold)).collect();
    let of_fold = |clause: &GoldClause| usize::try_from(clause.fold(FOLDS)).ok().and_then(|fold| trained.get(fold));
    let said = |clause: &GoldClause, finding: &Finding| {
        let known = finding.row.and_then(|row| of_fold(clause)?.get(&(finding.category, row)));
        match known.map(|(right, of)| f64::from(*right) / f64::from(*of)) {
            Some(share) if share >= 0.5 => Some((finding.category, Verdict::Candidate)),
            Some(share) if share >= LOOK => Some((finding.category, Verdict::Check)),
            Some(_) => None,
            None => Some((finding.category, finding.verdict)),
        }
    };
    clauses
        .iter()
        .zip(findings)
        .map(|(clause, findings)| findings.iter().filter_map(|finding| said(clause, finding)).collect())
        .collect()
}
