//! なくなった条項: the clauses that an updated list no longer has, with what was decided on them.

use web_sys::{Element, HtmlDetailsElement};

use crate::api::border::Compact;
use crate::api::review::FindGone;
use crate::page::dom::{Dom, append, by_id, cleared, fill, find, focus, on_own, on_press_within, reveal, table};
use crate::page::task;
use crate::regulations::Category;
use crate::review::{Decision, Gone};
use crate::yen::notation::grouped;

use super::{calls, row, state};

/// Clauses shown; the workbook has all.
const MOST: u32 = 300;

/// Opens the panel.
pub fn open() -> Dom {
    on_own("review-gone", "toggle", fetch_if_open)?;
    on_press_within("review-numbers", "[data-gone]", |_| {
        let panel: HtmlDetailsElement = by_id("review-gone")?;
        panel.set_open(true);
        panel.scroll_into_view();
        focus(&find::<Element>(&panel, "summary")?)
    })?;
    state::overview().watch(|overview| {
        let panel: HtmlDetailsElement = by_id("review-gone")?;
        reveal(&panel, overview.gone > 0)?;
        fill(&panel, "count", &format!("（{}件）", grouped(overview.gone.into())))?;
        fetch_if_open(&panel);
        Ok(())
    })
}

fn fetch_if_open(panel: &HtmlDetailsElement) {
    if panel.open() {
        task::begin(fetch());
    }
}

async fn fetch() -> Dom {
    let Compact(gone) = calls::ask(&FindGone(MOST)).await?;
    let body = cleared("gone-rows")?;
    gone.iter().try_for_each(|(clause, decisions)| line(&body, clause, decisions))?;
    let all = state::overview().read(|all| all.gone);
    reveal(&by_id("gone-rest")?, all > MOST)
}

fn line(body: &Element, clause: &Gone, decisions: &[(Category, Decision)]) -> Dom {
    let line = table::line(body, row::title(&clause.title))?;
    table::cells(&line, &[&clause.article])?;
    append(&line, "td", &clause.text)?.set_class_name("clause-words");
    let decided = |(category, decision): &(Category, Decision)| format!("{}：{}", category.name(), decision.name());
    let decisions: Vec<String> = decisions.iter().map(decided).collect();
    table::cells(&line, &[if decisions.is_empty() { "判定なし".to_owned() } else { decisions.join("、") }])
}
