//! The words of the clause with the evidence marked: underline, colour and a label that says the part it plays.

use gloo::utils::document;
use web_sys::Element;

use crate::api::regulations::EvidenceView;
use crate::api::review::ClauseView;
use crate::page::dom::{Dom, clear};
use crate::regulations::{Field, Role};

/// Writes the clause's text into `place`, marked.
pub fn show(place: &Element, clause: &ClauseView) -> Dom {
    clear(place);
    let units: Vec<u16> = clause.text.encode_utf16().collect();
    for (start, end, role) in segments(clause, u32::try_from(units.len()).unwrap_or(u32::MAX)) {
        let part = units.get(start as usize..end as usize).unwrap_or_default();
        let text = String::from_utf16_lossy(part);
        match role {
            None => {
                place.append_child(&document().create_text_node(&text))?;
            }
            Some(role) => {
                let mark = document().create_element("mark")?;
                mark.set_class_name(if role == Role::Basis { "evidence evidence-basis" } else { "evidence" });
                mark.set_attribute("data-label", label(role))?;
                mark.set_text_content(Some(&text));
                place.append_child(&mark)?;
            }
        }
    }
    Ok(())
}

/// What a part of evidence is called.
const fn label(role: Role) -> &'static str {
    match role {
        Role::Core => "行為",
        Role::Object => "対象",
        Role::Interval => "頻度",
        Role::Modality => "義務・権限",
        Role::Exclusion => "除外",
        Role::Digital => "デジタル",
        Role::Basis => "法令",
    }
}

/// The text cut into marked and unmarked parts, in order; where spans overlap, the one that begins first stands.
fn segments(clause: &ClauseView, length: u32) -> Vec<(u32, u32, Option<Role>)> {
    let findings = &clause.explanation.findings;
    let evidence = findings.iter().flat_map(|finding| finding.evidence.iter().chain(&finding.basis));
    let mut spans: Vec<&EvidenceView> = evidence.filter(|evidence| evidence.field == Field::Text).collect();
    spans.sort_by_key(|span| (span.start, span.end, span.role));
    let (mut parts, mut at) = (Vec::new(), 0);
    for span in spans {
        let (start, end) = (span.start.max(at), span.end.min(length));
        if start >= end {
            continue;
        }
        if at < start {
            parts.push((at, start, None));
        }
        parts.push((start, end, Some(span.role)));
        at = end;
    }
    if at < length {
        parts.push((at, length, None));
    }
    parts
}
