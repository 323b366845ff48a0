//! Figures beside the verdicts: the digital way, the law behind a citation, the evidence.

use ichimai::regulations::{Field, Finding, Role, Verdict};

use super::gold::GoldClause;

/// Four lines.
pub fn of(clauses: &[GoldClause], findings: &[Vec<Finding>]) -> String {
    [digital(clauses, findings), law(findings), duty(findings), cut(clauses, findings)].join("\n")
}

fn found<'a>(clauses: &'a [GoldClause], findings: &'a [Vec<Finding>]) -> impl Iterator<Item = (&'a GoldClause, bool)> {
    clauses.iter().zip(findings).filter_map(|(clause, findings)| {
        let mut right = findings.iter().filter(|finding| clause.labels.contains(&finding.category)).peekable();
        right.peek()?;
        Some((clause, right.any(|finding| finding.digital)))
    })
}

fn digital(clauses: &[GoldClause], findings: &[Vec<Finding>]) -> String {
    let count = |said: bool, labelled: bool| {
        found(clauses, findings).filter(|(clause, digital)| (*digital, clause.digital) == (said, labelled)).count()
    };
    format!("digital: {} right, {} too many, {} missed", count(true, true), count(true, false), count(false, true))
}

fn law(findings: &[Vec<Finding>]) -> String {
    let cited: Vec<&String> = findings.iter().flatten().filter_map(|finding| finding.law.as_ref()).collect();
    let open = cited.iter().filter(|law| law.contains("にいう「")).count();
    let bare = cited.iter().filter(|law| law.starts_with(['法', '令', '政', '省', '府']) && !law.contains("にいう「"));
    format!("law: {} cited, {} said to be defined elsewhere, {} without a name", cited.len(), open, bare.count())
}

fn duty(findings: &[Vec<Finding>]) -> String {
    let candidates = findings.iter().flatten().filter(|finding| finding.verdict == Verdict::Candidate);
    let (mut all, mut marked) = (0, 0);
    for finding in candidates {
        all += 1;
        marked += u32::from(finding.evidence.iter().any(|span| span.role == Role::Modality));
    }
    format!("evidence: a duty or power marked in {marked} of {all} candidates")
}

/// Spans of duty that begin in the middle of a word written in kanji.
fn cut(clauses: &[GoldClause], findings: &[Vec<Finding>]) -> String {
    let is_kanji = |character: char| matches!(character, '\u{4E00}'..='\u{9FFF}');
    let (mut all, mut cut) = (0, 0);
    for (clause, findings) in clauses.iter().zip(findings) {
        let spans = findings.iter().flat_map(|finding| &finding.evidence);
        for span in spans.filter(|span| span.role == Role::Modality && span.field == Field::Text) {
            all += 1;
            let text = clause.text.split_at_checked(span.start as usize);
            let inside = text.is_some_and(|(before, after)| before.ends_with(is_kanji) && after.starts_with(is_kanji));
            cut += u32::from(inside);
        }
    }
    format!("evidence: {cut} of {all} marked duties begin inside a word")
}
