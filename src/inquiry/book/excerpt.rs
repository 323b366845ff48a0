//! [`Shown`]: the words of a clause as the sheet shows them: evidence between 【】, long texts cut round it.

use std::ops::Range;

use crate::regulations::{Field, Finding, Role};

/// Characters that are shown of a clause; spreadsheets cut rows at 409 points.
const MOST: usize = 400;
/// Characters shown round the evidence of a longer text.
const AROUND: usize = 60;

/// Words with their evidence marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The words in order, each with whether it is evidence.
    pub parts: Vec<(String, bool)>,
    /// Whether something was left out.
    pub cut: bool,
}

impl Shown {
    /// The words of a text with the evidence of a finding.
    #[must_use]
    pub fn new(text: &str, finding: Option<&Finding>) -> Self {
        let spans = spans(text, finding);
        if text.chars().count() <= MOST {
            return Self { parts: parts(text, 0..text.len(), &spans), cut: false };
        }
        let mut shown = Self { parts: Vec::new(), cut: true };
        let windows = windows(text, &spans);
        let last = windows.last().map_or(0, |window| window.end);
        for window in windows {
            if window.start > 0 {
                shown.parts.push(("…".to_owned(), false));
            }
            shown.parts.extend(parts(text, window, &spans));
        }
        if last < text.len() {
            shown.parts.push(("…（全文はシート「条文全文」）".to_owned(), false));
        }
        shown
    }

    /// The words as the cell holds them.
    #[must_use]
    pub fn text(&self) -> String {
        let marks = |evidence: bool| if evidence { ["【", "】"] } else { ["", ""] };
        let parts = self.parts.iter().flat_map(|(words, evidence)| {
            let [open, close] = marks(*evidence);
            [open, words.as_str(), close]
        });
        parts.collect()
    }
}

/// Where the evidence stands in the text, in order and apart from each other.
fn spans(text: &str, finding: Option<&Finding>) -> Vec<Range<usize>> {
    let telling = |role: Role| !matches!(role, Role::Exclusion | Role::Digital | Role::Basis | Role::Modality);
    let evidence = finding.into_iter().flat_map(|finding| &finding.evidence);
    let mut spans: Vec<Range<usize>> = evidence
        .filter(|span| span.field == Field::Text && telling(span.role))
        .map(|span| span.start as usize..span.end as usize)
        .filter(|span| span.start < span.end && text.get(span.clone()).is_some())
        .collect();
    spans.sort_by_key(|span| (span.start, span.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for span in spans {
        match apart.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => apart.push(span),
        }
    }
    apart
}

fn parts(text: &str, window: Range<usize>, spans: &[Range<usize>]) -> Vec<(String, bool)> {
    let mut parts = Vec::new();
    let mut at = window.start;
    let mut push = |range: Range<usize>, evidence: bool| {
        if let Some(words) = text.get(range).filter(|words| !words.is_empty()) {
            parts.push((words.to_owned(), evidence));
        }
    };
    for span in spans.iter().filter(|span| span.start >= window.start && span.end <= window.end) {
        push(at..span.start, false);
        push(span.clone(), true);
        at = span.end;
    }
    push(at..window.end, false);
    parts
}

/// The parts of a long text that are shown: round each evidence, as many as there is room for; else the beginning.
fn windows(text: &str, spans: &[Range<usize>]) -> Vec<Range<usize>> {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let character = |byte: usize| places.partition_point(|at| *at < byte);
    let byte = |character: usize| places.get(character).copied().unwrap_or(text.len());
    let mut windows: Vec<Range<usize>> = Vec::new();
    let mut room = MOST;
    for span in spans {
        let (first, last) = (character(span.start), character(span.end));
        let wide = first.saturating_sub(AROUND)..(last + AROUND).min(places.len() - 1);
        let joins = windows.last().is_some_and(|before| before.end >= wide.start);
        let needed = if joins { wide.end - windows.last().map_or(0, |before| before.end) } else { wide.len() };
        if needed > room {
            break;
        }
        room -= needed;
        match windows.last_mut() {
            Some(before) if joins => before.end = wide.end,
            _ => windows.push(wide),
        }
    }
    if windows.is_empty() {
        windows.push(0..MOST.min(places.len() - 1));
    }
    windows.into_iter().map(|window| byte(window.start)..byte(window.end)).collect()
}

/// 抽出の理由: the words that say so, 「訪問し」「調査する」.
pub(super) fn reason(text: &str, finding: Option<&Finding>) -> String {
    let mut words: Vec<&str> = spans(text, finding).into_iter().filter_map(|span| text.get(span)).collect();
    words.dedup();
    if words.is_empty() {
        return finding.map_or_else(|| "担当者が追加した区分".to_owned(), |finding| finding.reason.clone());
    }
    words.iter().flat_map(|word| ["「", word, "」"]).collect()
}
