//! The overview: the counts of the collection, each of which filters the list, and the state on the tab.

mod chart;
mod numbers;
mod tables;

use web_sys::Element;

use crate::api::review::Asking;
use crate::inquiry::progress as inquiry;
use crate::page::dom::{Dom, by_id, cleared, field, find_all, on_own, on_press_within, reveal, set_text};
use crate::page::tabs;
use crate::review::{Filter, Overview, Standing};
use crate::yen::notation::grouped;

use super::{filters, folded, list, state};

pub use chart::draw as draw_chart;

/// Opens the overview.
pub fn open() -> Dom {
    for place in ["review-results", "folded"] {
        on_press_within(place, "button[data-number]", show_number)?;
    }
    tabs::on_address(|| state::overview().read(show));
    on_own("overview-kind", "change", |_: &Element| {
        state::overview().read(|overview| tables::categories(overview, kind()?.as_deref()))
    })?;
    state::overview().watch(show)
}

/// Shows in the list what a number counts.
fn show_number(button: &Element) -> Dom {
    filters::set(&tables::filter(button))?;
    list::show_pane("list")?;
    tabs::go("regulations")
}

/// Shows in the list what was asked of a section and stands so; all that was asked where no standing is named.
pub fn show_asked(section: &str, standing: Option<inquiry::Standing>) -> Dom {
    let filter = Filter { departments: vec![section.to_owned()], ..Filter::default() };
    filters::set_asked(&filter, standing.map_or(Asking::Any, Asking::In))?;
    list::show_pane("list")?;
    tabs::go("regulations")
}

/// The kind of ordinance that the table of categories is limited to.
fn kind() -> Dom<Option<String>> {
    let value = field::value("overview-kind")?;
    Ok(value.strip_prefix('=').map(str::to_owned))
}

fn show(overview: &Overview) -> Dom {
    let any = overview.clauses > 0;
    reveal(&by_id("review-results")?, any)?;
    folded::show(overview)?;
    for element in find_all(&by_id("regulations")?, "[data-only-empty]")? {
        reveal(&element, !any)?;
    }
    reveal(&by_id("review-sample-note")?, any && super::sources::is_sample())?;
    if !any {
        return tabs::set_state("regulations", None);
    }
    tabs::set_state("regulations", Some(&format!("未判定{}", grouped(overview.undecided.into()))))?;
    set_text("review-summary", &summary(overview))?;
    numbers::show(overview)?;
    // What is not in sight costs nothing after each decision.
    if by_id::<Element>("regulations-overview")?.has_attribute("hidden") { Ok(()) } else { fill(overview) }
}

fn fill(overview: &Overview) -> Dom {
    let kinds: Vec<&str> = overview.kinds.iter().map(|count| &*count.name).collect();
    filters::names("overview-kind", &kinds, "（種別なし）")?;
    tables::categories(overview, kind()?.as_deref())?;
    tables::names("overview-kinds", &overview.kinds, "data-kind", "（種別なし）")?;
    tables::names("overview-departments", &overview.departments, "data-department", "（所管なし）")?;
    let place = cleared("overview-chart")?;
    chart::draw(&place, overview)
}

/// 「6,315条項のうち412条項（6.5%）に規制区分があります。未判定は398条項です。」
pub fn summary(overview: &Overview) -> String {
    let (flagged, of) = (i64::from(overview.flagged), i64::from(overview.classified.max(1)));
    let tenths = (flagged * 1000 + of / 2) / of;
    let mut sentences = vec![format!(
        "{}例規・{}条項のうち{}条項（{}.{}%）に候補があります。未判定は{}条項です。",
        grouped(overview.ordinances.into()),
        grouped(overview.classified.into()),
        grouped(flagged),
        tenths / 10,
        tenths % 10,
        grouped(overview.undecided.into())
    )];
    let count =
        |standing| overview.standings.iter().find(|(other, _)| *other == standing).map_or(0, |(_, count)| *count);
    if !overview.standings.is_empty() {
        let (new, changed, gone) = (count(Standing::New), count(Standing::Changed), overview.gone);
        sentences.push(format!("前の一覧との違い：新規{new}、文言変更{changed}、なくなった条項{gone}。"));
    }
    if overview.kept > 0 {
        sentences.push(format!("一覧からなくなった条項の判定{}件を、作業ファイルに残しています。", overview.kept));
    }
    sentences.concat()
}
