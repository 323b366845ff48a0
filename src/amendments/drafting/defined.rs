//! Where a term is defined: the first clause of the ordinance whose draft brings it defines it, later ones only use it.

use crate::amendments::engine::{Compiled, Hand, Wording, apply};
use crate::clause::Clause;

use super::ordinance::Ordinance;

/// The definition of 自動公衆送信.
const DEFINES: &str = "自動公衆送信（";
/// Words without which no pattern brings it.
const CAUSES: [&str; 2] = ["掲示", "掲げ"];

/// Slots and the warning that follow for a clause from the drafts of the others that are `drafted`.
#[must_use]
pub fn terms(
    patterns: &[Compiled],
    clause: &Clause,
    ordinance: &Ordinance<'_>,
    drafted: &[&Clause],
) -> (Vec<(String, String)>, Option<String>) {
    let brings = |clause: &Clause| {
        CAUSES.iter().any(|word| clause.text.contains(word)) && patterns.iter().any(|pattern| defines(pattern, clause))
    };
    let drafted = |clause: &&Clause| drafted.iter().any(|other| std::ptr::eq(*other, *clause)) && brings(clause);
    let clauses = ordinance.clauses();
    let Some(at) = clauses.iter().position(|other| std::ptr::eq(*other, clause)) else {
        return (Vec::new(), None);
    };
    let slot = |name: &str, says: &str| vec![(name.to_owned(), says.to_owned())];
    if let Some(first) = clauses.iter().take(at).copied().find(drafted) {
        let warning = format!("自動公衆送信の定義は、先の{}の改正案に置く前提で省いています。", first.article);
        return (slot("定義", ""), Some(warning));
    }
    if clauses.iter().skip(at + 1).copied().any(|clause| drafted(&clause)) {
        return (slot("定義の続き", "以下同じ。"), None);
    }
    (Vec::new(), None)
}

fn defines(pattern: &Compiled, clause: &Clause) -> bool {
    let wording = Wording {
        heading: &clause.title,
        text: &clause.text,
        before: &[],
        after: &[],
        hand: Hand::default(),
        chosen: &[],
        given: &[],
    };
    pattern.rewrite(&wording).is_ok_and(|rewritten| apply(&clause.text, &rewritten).contains(DEFINES))
}
