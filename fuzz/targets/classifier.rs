//! The classifier: spans lie inside the text on borders of characters, and the same text gives the same findings.

use std::sync::OnceLock;

use ichimai::clause::Clause;
use ichimai::regulations::{Classifier, Evidence, Field, Workspace};

static CLASSIFIER: OnceLock<Classifier> = OnceLock::new();

/// Title, caption and text, divided by the byte 0xFF.
pub fn classified(bytes: &[u8]) {
    let classifier = CLASSIFIER.get_or_init(Classifier::new);
    let mut parts = bytes.splitn(3, |byte| *byte == 0xFF).map(|part| String::from_utf8_lossy(part).into_owned());
    let text = parts.next().unwrap_or_default();
    let (caption, title) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let clause = Clause { text, caption, title: title.into(), ..Clause::default() };
    let explanation = classifier.explain(&clause);
    for finding in &explanation.findings {
        assert!(finding.score <= 100, "a score above 100");
        finding.evidence.iter().chain(&finding.basis).for_each(|evidence| inside(&clause, evidence));
    }
    explanation.discounted.iter().for_each(|discount| inside(&clause, &discount.evidence));
    let mut used = Workspace::default();
    let _ = classifier.classify_with(&Clause { text: "帳簿を検査する。".to_owned(), ..Clause::default() }, &mut used);
    assert_eq!(classifier.classify_with(&clause, &mut used), explanation.findings, "used working space says otherwise");
}

fn inside(clause: &Clause, evidence: &Evidence) {
    let field: &str = match evidence.field {
        Field::Text => &clause.text,
        Field::Caption => &clause.caption,
        Field::Title => &clause.title,
    };
    let words = field.get(evidence.start as usize..evidence.end as usize);
    assert!(words.is_some_and(|words| !words.is_empty()), "{evidence:?} is no part of {field:?}");
}
