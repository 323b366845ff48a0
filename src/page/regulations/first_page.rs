//! The first page of the report: the whole answer on one A4, whatever the numbers: eight categories, at most six sections,
//! at most ten clauses.

use web_sys::{Element, HtmlTextAreaElement};

use crate::inquiry::summary::Summary;
use crate::page::dom::{Dom, append, by_id, items, styled, table};
use crate::page::svg;
use crate::regulations::Category;
use crate::review::result::CAUTION;
use crate::review::{NameCount, Overview, State};
use crate::yen::notation::grouped;

use super::plan;

/// The order of the bars and their columns.
const STATES: [State; 4] = [State::Applies, State::DoesNotApply, State::ToCheck, State::Undecided];
/// Width of all bars together, in the units of their drawing.
const WIDTH: f64 = 240.0;

/// Builds the page.
pub fn build(place: &Element, overview: &Overview, summary: &Summary, proposals: &[String]) -> Dom {
    let of = |wanted: State| overview.count(None, None, Some(wanted));
    let [applies, does_not, to_check, open] = STATES.map(of);
    let lead = styled(place, "p", "one-page-lead", "")?;
    lead.append_with_str_1(&format!(
        "{}例規・{}条項を点検し、候補{}件（延べ）のうち",
        grouped(overview.ordinances.into()),
        grouped(overview.classified.into()),
        grouped((applies + does_not + to_check + open).into())
    ))?;
    append(&lead, "strong", &format!("{}件が該当", grouped(applies.into())))?;
    let rest = grouped((to_check + open).into());
    lead.append_with_str_1(&format!(
        "、{}件が非該当です。残る{rest}件は、まだ決まっていません。{}",
        grouped(does_not.into()),
        plan::sentence(summary)
    ))?;
    if summary.foreign > 0 {
        lead.append_with_str_1(&format!("別団体の{}条項は、2と3に入れていません。", summary.foreign))?;
    }
    asks(place, proposals)?;
    append(place, "h3", "1　規制区分と判定")?;
    categories(place, overview)?;
    let pair = styled(place, "div", "one-page-pair", "")?;
    let (left, right) = (append(&pair, "div", "")?, append(&pair, "div", "")?);
    if summary.sections.is_empty() {
        append(&left, "h3", "2　所管課ごとの候補（条項）")?;
        sections(&left, &overview.departments)?;
    } else {
        append(&left, "h3", "2　所管課の回答（照会した行）")?;
        plan::answers(&left, &summary.sections)?;
    }
    append(&right, "h3", &format!("3　該当{}件の見直し", grouped(applies.into())))?;
    plan::policies(&right, &summary.policies)?;
    append(place, "h3", "4　影響の大きい条項（10まで）")?;
    plan::clauses(place, &summary.weighty)?;
    append(place, "p", &format!("{CAUTION}。1条項に二つの区分があるときは2件と数えた。"))?
        .set_class_name("one-page-foot");
    Ok(())
}

/// What the reader is asked to decide: proposed from the figures, as the officer edited it.
fn asks(place: &Element, proposals: &[String]) -> Dom {
    let field: HtmlTextAreaElement = by_id("report-asks")?;
    if !field.has_attribute("data-edited") {
        field.set_value(&proposals.join("\n"));
    }
    let words = field.value();
    let lines: Vec<&str> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        return Ok(());
    }
    let frame = styled(place, "div", "one-page-asks", "")?;
    append(&frame, "h3", "ご判断いただきたいこと")?;
    items(&append(&frame, "ol", "")?, lines)
}

fn categories(place: &Element, overview: &Overview) -> Dom {
    let body =
        table::below(place, "件数（延べ）", &["規制区分", "候補", "該当", "非該当", "要確認", "未判定", "内訳"])?;
    let all = |category| overview.count(Some(category), None, None);
    let most = Category::ALL.into_iter().map(all).max().unwrap_or(1).max(1);
    for category in Category::ALL {
        let line = table::line(&body, category.name())?;
        let states = STATES.map(|state| overview.count(Some(category), None, Some(state)));
        let numbers = std::iter::once(all(category)).chain(states);
        table::numbers(&line, numbers.map(|number| grouped(number.into())))?;
        bars(&append(&line, "td", "")?, states, WIDTH / f64::from(most))?;
    }
    let line = table::line(&body, "計")?;
    line.set_class_name("sum");
    let states = STATES.map(|state| overview.count(None, None, Some(state)));
    let sums = std::iter::once(overview.count(None, None, None)).chain(states);
    table::numbers(&line, sums.map(|number| grouped(number.into())))?;
    append(&line, "td", "黒：該当　斜線：非該当　灰：要確認　白：未判定").map(|_| ())
}

/// Black, hatched, grey, white: the table's own numbers beside them.
fn bars(cell: &Element, states: [u32; 4], scale: f64) -> Dom {
    let attributes = [("viewBox", "0 0 242 12"), ("class", "one-page-bars"), ("aria-hidden", "true")];
    let drawing = svg::shape(cell, "svg", &attributes)?;
    let mut left = 1.0;
    for (number, class) in states.into_iter().zip(["bar-applies", "bar-not", "bar-to-check", "bar-open"]) {
        let width = f64::from(number) * scale;
        if number > 0 {
            let [x, wide] = [left, width].map(svg::number);
            let shape = [("x", &*x), ("y", "1"), ("width", &wide), ("height", "10"), ("class", class)];
            svg::shape(&drawing, "rect", &shape)?;
            if class == "bar-not" {
                svg::shape(&drawing, "path", &[("d", &hatching(left, width)), ("class", "bar-lines")])?;
            }
        }
        left += width;
    }
    Ok(())
}

/// Slanting lines over a bar: told from the others without a colour.
fn hatching(left: f64, width: f64) -> String {
    let places = std::iter::successors(Some(left + 2.0), |at| Some(at + 4.0)).take_while(|at| at + 3.0 < left + width);
    places.map(|at| format!("M{} 11l3-10", svg::number(at))).collect::<Vec<String>>().concat()
}

fn sections(place: &Element, sections: &[NameCount]) -> Dom {
    let mut sections: Vec<&NameCount> = sections.iter().collect();
    sections.sort_by_key(|section| std::cmp::Reverse(section.flagged));
    let (named, others) = sections.split_at(sections.len().min(plan::SECTIONS));
    let body = table::below(place, "", &["所管課", "候補", "未判定"])?;
    let line = |name: &str, flagged: u32, undecided: u32| {
        table::numbers(&table::line(&body, name)?, [flagged, undecided].map(|number| grouped(number.into())))
    };
    for section in named {
        let name = if section.name.is_empty() { "（所管なし）" } else { &*section.name };
        line(name, section.flagged, section.undecided)?;
    }
    if others.is_empty() {
        return Ok(());
    }
    let sum = |of: fn(&NameCount) -> u32| others.iter().map(|section| of(section)).sum();
    line(&format!("ほか{}課", others.len()), sum(|section| section.flagged), sum(|section| section.undecided))
}
