//! The words of the clause with the evidence marked: underline, colour and a number that the table below explains.

use std::ops::Range;

use gloo::utils::document;
use web_sys::Element;

use crate::api::review::ClauseView;
use crate::page::dom::{Dom, clear};
use crate::regulations::{Evidence, Field, Role};

/// A marked word: the same word in the same part has one number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    number: u32,
    /// The words.
    pub words: String,
    /// The part they play.
    pub role: Role,
}

impl Mark {
    /// ① to ㊿, then plain numbers.
    pub fn sign(&self) -> String {
        let first = match self.number {
            1..=20 => 0x2460 - 1,
            21..=35 => 0x3251 - 21,
            36..=50 => 0x32B1 - 36,
            number => return format!("({number})"),
        };
        char::from_u32(first + self.number).map(String::from).unwrap_or_default()
    }
}

/// Writes the clause's text into `place`, marked; gives the marks in order.
pub fn show(place: &Element, clause: &ClauseView) -> Dom<Vec<Mark>> {
    clear(place);
    let mut marks: Vec<Mark> = Vec::new();
    for (part, role) in segments(clause) {
        let text = clause.clause.text.get(part).unwrap_or_default();
        let Some(role) = role else {
            place.append_child(&document().create_text_node(text))?;
            continue;
        };
        let known = marks.iter().find(|mark| mark.words == text && mark.role == role).cloned();
        let mark = known.unwrap_or_else(|| {
            let number = u32::try_from(marks.len()).unwrap_or(u32::MAX).saturating_add(1);
            let mark = Mark { number, words: text.to_owned(), role };
            marks.push(mark.clone());
            mark
        });
        let element = document().create_element("mark")?;
        element.set_class_name(if role == Role::Basis { "evidence evidence-basis" } else { "evidence" });
        element.set_attribute("data-number", &mark.sign())?;
        element.set_text_content(Some(text));
        place.append_child(&element)?;
    }
    Ok(marks)
}
/// The text cut into marked and unmarked parts, in order; where spans overlap, the one that begins first stands, and goes on
/// to the end of one that plays the same part (3月ごと, ごとに).
fn segments(clause: &ClauseView) -> Vec<(Range<usize>, Option<Role>)> {
    let length = clause.clause.text.len();
    let findings = &clause.explanation.findings;
    let evidence = findings.iter().flat_map(|finding| finding.evidence.iter().chain(&finding.basis));
    let mut spans: Vec<&Evidence> = evidence.filter(|evidence| evidence.field == Field::Text).collect();
    spans.sort_by_key(|span| (span.start, span.end, span.role));
    let (mut parts, mut at): (Vec<(Range<usize>, Option<Role>)>, _) = (Vec::new(), 0);
    for span in spans {
        let (start, end) = ((span.start as usize).max(at), (span.end as usize).min(length));
        if start >= end {
            continue;
        }
        match parts.last_mut() {
            Some((last, Some(role))) if *role == span.role && (span.start as usize) < at => last.end = end,
            _ => {
                if at < start {
                    parts.push((at..start, None));
                }
                parts.push((start..end, Some(span.role)));
            }
        }
        at = end;
    }
    if at < length {
        parts.push((at..length, None));
    }
    parts
}
