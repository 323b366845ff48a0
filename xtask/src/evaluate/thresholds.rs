//! What the table of docs/ACCURACY.md must keep: a later change may not quietly lose ground.

use ichimai::regulations::{Classifier, Verdict, Workspace};

use super::figures::{Figures, Verdicts};
use super::gold::{self, Part};

/// Lowest F1 of candidates (lenient) on all labelled clauses, by category.
const LOWEST_F1: [(&str, f64); 8] = [
    ("visual", 0.96),
    ("onsite_audit", 0.98),
    ("periodic", 0.97),
    ("stationing", 0.96),
    ("training", 0.97),
    ("posting", 0.97),
    ("inspection_of_records", 0.97),
    ("storage_media", 0.98),
];

fn figures(file: &str, part: Part) -> Figures {
    let path = format!("{}/../data/gold/{file}", env!("CARGO_MANIFEST_DIR"));
    let clauses: Vec<_> = gold::read(&path).unwrap().into_iter().filter(|clause| clause.is_in(part)).collect();
    let classifier = Classifier::new();
    let mut space = Workspace::default();
    let verdicts: Vec<Verdicts> = clauses
        .iter()
        .map(|clause| classifier.classify_with(&clause.clause(), &mut space))
        .map(|findings| findings.iter().map(|finding| (finding.category, finding.verdict)).collect())
        .collect();
    assert!(verdicts.iter().flatten().any(|(_, verdict)| *verdict == Verdict::Check));
    Figures::of(&clauses, &verdicts)
}

#[test]
fn no_category_falls_below_its_line() {
    for (row, (id, lowest)) in figures("clauses.jsonl", Part::All).rows.iter().zip(LOWEST_F1) {
        assert_eq!(row.category.id(), id);
        assert!(row.lenient.f1() >= lowest, "{id}: {:.3} < {lowest}", row.lenient.f1());
    }
}

#[test]
fn the_whole_stays_above_its_line() {
    let figures = figures("clauses.jsonl", Part::All);
    assert!(figures.macro_f1() >= 0.975, "macro F1 {:.3}", figures.macro_f1());
    assert!(figures.recall() >= 0.99, "recall with checks {:.3}", figures.recall());
    assert!(figures.flagged_per_true() <= 1.30, "flagged per true {:.2}", figures.flagged_per_true());
}

#[test]
fn the_titles_kept_aside_stay_above_their_line() {
    let figures = figures("clauses.jsonl", Part::HeldOut);
    assert!(figures.macro_f1() >= 0.97, "macro F1 {:.3}", figures.macro_f1());
    assert!(figures.rows.iter().all(|row| row.lenient.f1() >= 0.85));
}

#[test]
fn the_clauses_written_by_us_stay_above_their_line() {
    let figures = figures("written.jsonl", Part::All);
    assert!(figures.macro_f1() >= 0.97, "macro F1 {:.3}", figures.macro_f1());
    assert!(figures.recall() >= 0.99, "recall with checks {:.3}", figures.recall());
}
