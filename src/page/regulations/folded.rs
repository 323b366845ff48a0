//! The folded line: once results stand, opening, account and summary fold into it and the desk is in sight at once.

use std::cell::Cell;

use gloo::utils::document;
use web_sys::{Element, HtmlProgressElement};

use crate::page::dom::{Dom, by_id, focus, on_press, reveal, set_text};
use crate::page::menus;
use crate::review::{Overview, State};
use crate::yen::notation::grouped;

use super::{calls, sources, state, twin};

thread_local! {
    /// What was opened was not read in full: the account stays in sight when the results come.
    static HELD: Cell<bool> = const { Cell::new(false) };
}

/// Says whether the opening stays in sight when results come.
pub fn hold_open(held: bool) {
    HELD.set(held);
}

/// Opens the line.
pub fn open() -> Dom {
    on_press("opening-close", fold)
}

/// Folds the opening into the line, where there are results to look at.
pub fn fold() -> Dom {
    if state::has_results() {
        menus::close("opening-place")?;
    }
    Ok(())
}

/// Shows or folds the opening; the focus goes on to the results.
fn unfold(shown: bool) -> Dom {
    if shown {
        return menus::show("opening-place");
    }
    let place: Element = by_id("opening-place")?;
    let inside = document().active_element().is_some_and(|active| place.contains(Some(&active)));
    menus::hide("opening-place")?;
    if inside { focus(&by_id("review-list")?) } else { Ok(()) }
}

/// Writes the line; lays the view out for results or for opening.
pub fn show(overview: &Overview) -> Dom {
    let any = overview.clauses > 0;
    let view: Element = by_id("regulations")?;
    if view.has_attribute("data-results") != any {
        view.toggle_attribute_with_force("data-results", any)?;
        reveal(&by_id("folded")?, any)?;
        unfold(!any || HELD.take())?;
    }
    if !any {
        return twin::hold("");
    }
    let names = calls::given_names();
    let work = if sources::is_sample() { String::new() } else { format!("{names:?} {}", overview.clauses) };
    twin::hold(&work)?;
    let files = match names.as_slice() {
        [] => "作業ファイルの条文".to_owned(),
        [only] => only.clone(),
        [first, rest @ ..] => format!("{first} ほか{}件", rest.len()),
    };
    set_text("folded-files", if sources::is_sample() { "見本町の例規" } else { &files })?;
    set_text("folded-clauses", &format!("{}条項", grouped(overview.clauses.into())))?;
    set_text("folded-flagged", &grouped(overview.flagged.into()))?;
    set_text("folded-undecided", &grouped(overview.undecided.into()))?;
    let all: u32 = overview.states.iter().map(|(_, count)| *count).sum();
    let open = overview.states.iter().find(|(state, _)| *state == State::Undecided).map_or(0, |(_, count)| *count);
    let bar: HtmlProgressElement = by_id("folded-bar")?;
    bar.set_max(f64::from(all.max(1)));
    bar.set_value(f64::from(all.saturating_sub(open)));
    Ok(())
}
