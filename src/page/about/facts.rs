//! 情報の時点: the documents that the answers stand on, with their days; and what アナログ規制 looks for.

use std::collections::BTreeSet;

use web_sys::Element;

use crate::date::Date;
use crate::municipality::{POPULATIONS, READING_SOURCE, population_dates};
use crate::page::dom::{Dom, append, by_id};
use crate::procedures::{COUNTING_RULE, PROCEDURE_NAMES, catalogue, comparison};
use crate::regulations::{Category, Status};
use crate::subsidy::programmes;

/// Fills the list.
pub fn show() -> Dom {
    let place: Element = by_id("about-facts")?;
    for programme in programmes(None) {
        let document = programme.sources.first().map_or("", |source| source.document);
        line(&place, &format!("{}：{}時点（{document}）", programme.short_name, programme.as_of.western_and_era()))?;
    }
    let days: Vec<String> = population_dates().iter().map(|date| date.western_and_era()).collect();
    line(&place, &format!("{}、1,741団体：{}", POPULATIONS.whole(), days.join("、")))?;
    line(&place, &format!("27手続の数え方：{}", COUNTING_RULE.whole()))?;
    let papers: BTreeSet<_> = catalogue::all().iter().map(|procedure| procedure.source.date).collect();
    let papers: Vec<String> = papers.into_iter().map(Date::western_and_era).collect();
    line(&place, &format!("27手続の範囲：{}の資料", papers.join("、")))?;
    line(&place, &format!("{}。{}。", PROCEDURE_NAMES.said, READING_SOURCE.said))?;
    let surveys = comparison::SURVEYS.iter().map(|survey| {
        let (paper, day) = (survey.source, survey.source.date.western_and_era());
        format!("{}は{} {}（{day}）", survey.written, paper.document, paper.page)
    });
    line(&place, &format!("山口県内19市町の状況：{}", surveys.collect::<Vec<_>>().join("、")))?;
    let (seven, national, own) =
        (Status::TheSeven.origin(), Status::NationalText.origin(), Status::OwnWording.origin());
    line(
        &place,
        &format!("アナログ規制7項目の区分：{seven}。①〜④の定義は{national}、⑤〜⑦と記録媒体の定義は{own}です。"),
    )?;
    sought()
}

/// What is looked for in clauses, what is not and what is in doubt, by category.
fn sought() -> Dom {
    let place: Element = by_id("about-sought")?;
    for category in Category::ALL {
        append(&place, "dt", category.name())?;
        let [looked_for, not_meant, in_doubt] = category.sought();
        append(&place, "dd", &format!("探すもの：{looked_for}"))?;
        append(&place, "dd", &format!("探さないもの：{not_meant}"))?;
        append(&place, "dd", &format!("迷うもの：{in_doubt}"))?;
    }
    Ok(())
}

fn line(place: &Element, text: &str) -> Dom {
    append(place, "li", text).map(|_| ())
}
