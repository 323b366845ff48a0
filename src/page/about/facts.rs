//! 情報の時点: the documents that the answers stand on, with their days.

use std::collections::BTreeSet;

use web_sys::Element;

use crate::date::Date;
use crate::municipality::population_dates;
use crate::page::dom::{Dom, append, by_id};
use crate::procedures::{catalogue, comparison};
use crate::subsidy::programmes;

/// Fills the list.
pub fn show() -> Dom {
    let place: Element = by_id("about-facts")?;
    for programme in programmes(None) {
        let document = programme.sources.first().map_or("", |source| source.document);
        line(&place, &format!("{}：{}時点（{document}）", programme.short_name, programme.as_of.western_and_era()))?;
    }
    let days: Vec<String> = population_dates().iter().map(|date| date.western_and_era()).collect();
    line(&place, &format!("住民基本台帳人口（1,741団体）：{}", days.join("、")))?;
    let papers: BTreeSet<_> = catalogue::all().iter().map(|procedure| procedure.source.date).collect();
    let papers: Vec<String> = papers.into_iter().map(Date::western_and_era).collect();
    line(&place, &format!("27手続の範囲：{}の資料", papers.join("、")))?;
    let surveys: Vec<&str> = comparison::SURVEYS.iter().map(|survey| survey.written).collect();
    line(&place, &format!("山口県内19市町の状況：{}", surveys.join("、")))?;
    line(
        &place,
        "アナログ規制7項目の区分：2022年9月14日（令和4年9月14日）の資料（令和4年度第2回山口県デジタル・ガバメント構築連携会議 資料1）。⑤〜⑦と記録媒体の定義は本ツールの説明です。",
    )
}

fn line(place: &Element, text: &str) -> Dom {
    append(place, "li", text).map(|_| ())
}
