//! The programmes whose caps do not depend on the population.

use web_sys::Element;

use crate::page::dom::{Dom, append, cleared, fill, lay, slot};
use crate::subsidy::{Cap, Limits, Rule, programmes};
use crate::yen::notation::yen;

use super::details;

/// Fills the list once: it depends on nothing that the officer enters.
pub fn show() -> Dom {
    let place = cleared("ceiling-caps")?;
    for programme in programmes(None) {
        let Rule::Caps(caps) = &programme.rule else { continue };
        let card = lay("ceiling-card", &place)?;
        fill(&card, "name", programme.name)?;
        details::badges(&slot(&card, "badges")?, programme)?;
        let outcome: Element = slot(&card, "outcome")?;
        amounts(&outcome, caps)?;
        fill(&card, "summary", &format!("{}の条件と出典を見る", programme.short_name))?;
        details::facts(&slot(&card, "details")?, programme)?;
    }
    Ok(())
}

/// The caps of a programme, a line each.
pub fn amounts(place: &Element, caps: &[Cap]) -> Dom {
    for cap in caps {
        let limits = match cap.limits {
            Limits::EligibleCost => "対象経費の上限",
            Limits::Grant => "補助額の上限",
            Limits::AsWritten => "上限額（資料の書き方のまま）",
        };
        let line = format!("{}：{}（{limits}、資料の記載「{}」）", cap.subject, yen(cap.amount), cap.wording);
        append(place, "p", &line)?;
    }
    Ok(())
}
