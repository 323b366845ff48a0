//! なくなった条項: the clauses that an updated list no longer has, with what was decided on them.

use web_sys::{Element, Event, HtmlDetailsElement, MouseEvent};

use crate::api::border::Compact;
use crate::api::review::{FindGone, GoneView};
use crate::page::dom::{Dom, append, by_id, clear, fill, find, focus, on, on_within, reveal};
use crate::page::task;
use crate::yen::notation::grouped;

use super::calls::trouble_of;
use super::{calls, row, state};

/// Clauses shown; the workbook has all.
const MOST: u32 = 300;

/// Opens the panel.
pub fn open() -> Dom {
    let panel: HtmlDetailsElement = by_id("review-gone")?;
    on(&panel.clone(), "toggle", move |_: &Event| {
        if panel.open() {
            task::begin(fetch());
        }
        Ok(())
    });
    on_within(&by_id::<Element>("review-numbers")?, "click", "[data-gone]", |_: &MouseEvent, _| {
        let panel: HtmlDetailsElement = by_id("review-gone")?;
        panel.set_open(true);
        panel.scroll_into_view();
        focus(&find::<Element>(&panel, "summary")?)
    });
    state::overview().with(|store| {
        store.watch(|overview| {
            let gone = overview.as_ref().map_or(0, |overview| overview.gone);
            let panel: HtmlDetailsElement = by_id("review-gone")?;
            reveal(&panel, gone > 0)?;
            fill(&panel, "count", &format!("（{}件）", grouped(gone.into())))?;
            if panel.open() {
                task::begin(fetch());
            }
            Ok(())
        })
    })
}

async fn fetch() -> Dom {
    let Compact(gone) = calls::ask(&FindGone(MOST)).await.map_err(trouble_of)?;
    let body: Element = by_id("gone-rows")?;
    clear(&body);
    for clause in &gone {
        line(&body, clause)?;
    }
    let all = state::overview().with(|store| store.read(|overview| overview.as_ref().map_or(0, |all| all.gone)));
    reveal(&by_id::<Element>("gone-rest")?, all > MOST)
}

fn line(body: &Element, clause: &GoneView) -> Dom {
    let line = append(body, "tr", "")?;
    append(&line, "th", row::title(&clause.title))?.set_attribute("scope", "row")?;
    append(&line, "td", &clause.article)?;
    append(&line, "td", &clause.text)?.set_class_name("clause-words");
    let decisions = clause.decisions.iter().map(|(category, decision)| format!("{}：{decision}", category.name()));
    let decisions: Vec<String> = decisions.collect();
    append(&line, "td", if decisions.is_empty() { "判定なし" } else { "" })?.append_with_str_1(&decisions.join("、"))
}
