//! Why the clause was found: a sentence for each category, the numbered words of the text with the part they play, and
//! what the page estimates.

use web_sys::Element;

use crate::api::review::ClauseView;
use crate::page::dom::{Dom, append, by_id, cleared, fill, find, items, reveal, slot, table};
use crate::regulations::{Category, Discount, Phase, Role};
use crate::review::{Found, Judgement};

use super::decisions::found_word;
use super::marks::{self, Mark};

/// Writes the sentences: those of what was found, then those of what the officer added.
pub fn sentences(clause: &ClauseView, present: &[(Category, Found, Judgement)]) -> Dom {
    let place = cleared("clause-reasons")?;
    for (category, found, judgement) in present {
        let finding = clause.explanation.findings.iter().find(|finding| finding.category == *category);
        let added = judgement.added.as_deref().map(|words| {
            if words.is_empty() {
                "担当者が追加しました。".to_owned()
            } else {
                format!("担当者が「{words}」を根拠に追加しました。")
            }
        });
        let Some(reason) = finding.map(|finding| finding.reason.clone()).or(added) else { continue };
        let line = append(&place, "p", "")?;
        let word = found_word(*found);
        append(&line, "strong", &format!("{}の{word}", category.name()))?;
        line.append_with_str_1(&format!("：{reason}"))?;
        if let Some(trust) = finding.and_then(|finding| finding.trust) {
            let (right, of) = (trust.right, trust.of);
            line.append_with_str_1(&format!("この型の{word}は、検証用の条文では{of}件中{right}件が該当でした。"))?;
        }
    }
    reveal(&by_id("category-none")?, present.is_empty())
}

/// Writes the table of the numbered words and what the page estimates of the clause.
pub fn evidence(clause: &ClauseView, numbered: &[Mark]) -> Dom {
    let rows = cleared("evidence-rows")?;
    for mark in numbered {
        let row = table::line(&rows, &format!("{} {}", mark.sign(), mark.words))?;
        append(&row, "td", kind(mark.role))?;
    }
    reveal(&by_id("evidence-table")?, !numbered.is_empty())?;
    let pane: Element = by_id("clause-panel-text")?;
    fill(&pane, "hints", &hints(clause))?;
    discounted(&slot(&pane, "discounted")?, clause)
}

/// 「デジタル手段：記載なし　見直し段階：PHASE 1：現状（推定）」
fn hints(clause: &ClauseView) -> String {
    let findings = &clause.explanation.findings;
    if findings.is_empty() {
        return String::new();
    }
    let digital = if findings.iter().any(|finding| finding.digital) { "記載あり" } else { "記載なし" };
    let phase =
        if findings.iter().all(|finding| finding.phase == Phase::One) { "PHASE 1：現状" } else { "PHASE 2以降" };
    let hints = format!("デジタル手段：{digital}　見直し段階：{phase}（推定）");
    match findings.iter().find_map(|finding| finding.law.as_ref()) {
        Some(law) => format!("{hints}　法令に基づく可能性（{law}）"),
        None => hints,
    }
}

/// Words that were not counted, on request.
fn discounted(place: &Element, clause: &ClauseView) -> Dom {
    let discounted = &clause.explanation.discounted;
    reveal(place, !discounted.is_empty())?;
    fill(place, "summary", &format!("候補としなかった語と理由（{}件）", discounted.len()))?;
    let line = |discount: &Discount| format!("{}：{}", discount.category.short_name(), discount.reason);
    items(&find(place, "ul")?, discounted.iter().map(line))
}

/// The part that words play.
const fn kind(role: Role) -> &'static str {
    match role {
        Role::Core => "行為",
        Role::Object => "対象・場所",
        Role::Interval => "頻度",
        Role::Modality => "義務・権限",
        Role::Exclusion => "除外",
        Role::Digital => "デジタル手段",
        Role::Basis => "根拠の法令",
    }
}

/// Writes the clause's text with its marks; gives them.
pub fn text(clause: &ClauseView) -> Dom<Vec<Mark>> {
    marks::show(&by_id("clause-text")?, clause)
}
