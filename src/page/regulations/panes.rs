//! From pane to pane of the desk: F6 and Shift+F6, and the skip links at the head of the page.

use gloo::utils::document;
use web_sys::{Element, KeyboardEvent, MouseEvent};

use crate::page::dom::{Dom, by_id, field, find, find_all, focus, on, on_within, reveal};
use crate::page::tabs;

use super::{list, state};

/// In the order of F6: the pane, and what takes the focus in it.
const PANES: [(&str, &str); 5] = [
    ("review-list-pane", "review-list"),
    ("clause-pane", "clause-pane"),
    ("decision", "decision"),
    ("folded", "folded"),
    ("review-filters", "filter-words"),
];

/// Listens to F6 and to the skip links.
pub fn open() -> Dom {
    on(&document(), "keydown", |event: &KeyboardEvent| {
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
        if event.key() != "F6" || modified || !in_sight()? {
            return Ok(());
        }
        event.prevent_default();
        go_round(event.shift_key())
    });
    on_within(&by_id("desk-skips")?, "click", "[data-pane-link]", |event: &MouseEvent, link| {
        event.prevent_default();
        let pane = link.get_attribute("data-pane-link").unwrap_or_default();
        PANES.iter().find(|(name, _)| *name == pane).map_or(Ok(()), |(name, stop)| enter(name, stop))
    });
    tabs::on_address(offer);
    state::overview().watch(|_| offer())
}

/// The skip links are there while the desk is.
fn offer() -> Dom {
    reveal(&by_id("desk-skips")?, in_sight()?)
}

fn in_sight() -> Dom<bool> {
    Ok(state::has_results() && tabs::current()? == "regulations")
}

fn go_round(back: bool) -> Dom {
    let active = document().active_element();
    let inside = |name: &str| -> Dom<bool> {
        let pane: Element = by_id(name)?;
        Ok(active.as_ref().is_some_and(|active| pane.contains(Some(active))))
    };
    // The decision stands in the clause: the innermost pane counts.
    let mut at = None;
    for (place, (name, _)) in PANES.iter().enumerate() {
        if inside(name)? {
            at = Some(place);
        }
    }
    let count = PANES.len();
    let order = (1..=count).map(|step| match (at, back) {
        (None, _) => step - 1,
        (Some(at), false) => (at + step) % count,
        (Some(at), true) => (at + count - step) % count,
    });
    for (name, stop) in order.filter_map(|place| PANES.get(place)) {
        if open_pane(name)? {
            return enter(name, stop);
        }
    }
    Ok(())
}

/// Whether there is something to enter: without an open clause there is neither text nor decision.
fn open_pane(name: &str) -> Dom<bool> {
    Ok(!matches!(name, "clause-pane" | "decision") || !by_id::<Element>("clause-pane")?.has_attribute("hidden"))
}

fn enter(name: &str, stop: &str) -> Dom {
    let judging = name == "folded" || !by_id::<Element>("regulations-judge")?.has_attribute("hidden");
    if !judging {
        tabs::go("regulations")?;
    }
    match name {
        "folded" => {}
        "review-list-pane" => list::show_pane("list")?,
        "review-filters" => list::show_pane("filters")?,
        _ => list::show_pane("clause")?,
    }
    if name == "decision" {
        let lines: Element = by_id("decision-lines")?;
        let chosen = find_all(&lines, "[data-active] input")?;
        let checked = chosen.iter().find(|input| field::is_checked(input)).or_else(|| chosen.first());
        return checked.map_or_else(|| focus(&by_id(stop)?), focus);
    }
    if name == "folded" {
        return focus(&find::<Element>(&by_id("folded")?, "[data-subtab][aria-current]")?);
    }
    focus(&by_id(stop)?)
}
