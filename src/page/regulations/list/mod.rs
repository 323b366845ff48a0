//! The list of clauses: only the lines in sight are in the page, however long the list is.

mod drawing;
mod rows;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

use crate::api::review::RowView;
use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, focus, on, on_within};
use crate::page::trouble;
use crate::review::{Heights, Lines};

use super::sources::trouble_of;
use super::state::Current;
use super::{calls, state};

/// Heights of lines in CSS pixels, as in the style sheet.
const HEIGHTS: Heights = Heights { clause: 68, heading: 36 };
/// Width below which the parts of the desk stand one under another, in CSS pixels, as in the style sheet.
const NARROW: f64 = 768.0;

/// Opens the list.
pub fn open() -> Dom {
    let list: Element = by_id("review-list")?;
    on(&list, "scroll", |_: &Event| drawing::soon());
    on_within(&list, "click", "[data-position]", |_: &MouseEvent, line| {
        if let Some(position) = line.get_attribute("data-position").and_then(|position| position.parse().ok()) {
            go_to(position);
        }
        Ok(())
    });
    on(&list, "keydown", |event: &KeyboardEvent| {
        match event.key().as_str() {
            "ArrowDown" => step("down"),
            "ArrowUp" => step("up"),
            "Enter" if state::open_clause().is_some() => focus(&by_id::<Element>("clause-pane")?)?,
            _ => return Ok(()),
        }
        event.prevent_default();
        Ok(())
    });
    // A list that was hidden had no height to draw for.
    on(&gloo::utils::window(), "resize", |_: &Event| drawing::soon());
    on(&gloo::utils::window(), "hashchange", |_: &Event| drawing::soon());
    state::selected().with(|store| store.watch(|_| drawing::now()))?;
    state::current().with(|store| store.watch(|_| drawing::now()))?;
    state::ledger().with(|store| store.watch(|_| drawing::now()))
}

/// Makes the list anew by the filter, and the counts.
pub async fn renew() -> Dom {
    let mut selection = state::selection().with(|selection| selection.borrow().clone());
    selection.keep = state::open_clause().map(|current| current.clause.index);
    let selected = calls::select(&selection).await.map_err(trouble_of)?;
    // The lines in sight are fetched before the old ones go, so that the list does not blink.
    let list: HtmlElement = by_id("review-list")?;
    let lines = Lines { items: selected.items, headings: &selected.headings, heights: HEIGHTS };
    rows::replace(drawing::in_sight(&list, &lines)).await?;
    let position = selected.position;
    state::selected().with(|store| store.change(|now| *now = selected));
    state::current().with(|store| {
        store.change(|current| {
            if let Some(current) = current {
                current.position = position;
            }
        });
    });
    count_again().await?;
    drawing::soon()
}

/// Asks the counts again.
pub async fn count_again() -> Dom {
    let overview = calls::overview().await.map_err(trouble_of)?;
    state::overview().with(|store| store.change(|now| *now = Some(overview)));
    Ok(())
}

/// Goes to the next clause `down` or `up`, or the next `undecided` one.
pub fn step(way: &'static str) {
    let from = state::open_clause().and_then(|current| current.position);
    spawn_local(async move {
        match calls::step(from, way).await {
            Ok(Some(position)) => go_to(position),
            Ok(None) if way == "undecided" => {
                trouble::report(announce("表示中の条項はすべて判定済みです。"));
            }
            Ok(None) => {}
            Err(failure) => trouble::report(Err(trouble_of(failure))),
        }
    });
}

/// Opens the clause on this line and brings the line into sight.
pub fn go_to(position: u32) {
    spawn_local(async move { trouble::report(open_line(position).await) });
}

async fn open_line(position: u32) -> Dom {
    let Some(row) = rows::wanted(position).await? else { return Ok(()) };
    let RowView::Clause { index, .. } = &*row else { return Ok(()) };
    show_clause(*index, Some(position)).await?;
    bring_into_sight(position)?;
    say_clause()
}

/// Opens a clause that may not be in the list.
pub async fn show_clause(index: u32, position: Option<u32>) -> Dom {
    let Some(clause) = calls::clause(index).await.map_err(trouble_of)? else { return Ok(()) };
    let bulk = calls::bulk(index).await.map_err(trouble_of)?;
    let current = Current { position, clause: Rc::new(clause), bulk };
    state::current().with(|store| store.change(|now| *now = Some(current)));
    Ok(())
}

/// Says which clause was opened, unless the list has the focus and says it itself.
fn say_clause() -> Dom {
    let list: Element = by_id("review-list")?;
    match state::open_clause() {
        Some(current) if gloo::utils::document().active_element().as_ref() != Some(&list) => {
            announce(&format!("{}を開きました。", state::spoken(&current.clause)))
        }
        _ => Ok(()),
    }
}

fn bring_into_sight(position: u32) -> Dom {
    let list: HtmlElement = by_id("review-list")?;
    let (top, bottom) = with_lines(|lines| (lines.top(position), lines.top(position.saturating_add(1))));
    let (above, height) = (pixels(list.scroll_top()), pixels(list.client_height()));
    let (heading, clause) = (u64::from(HEIGHTS.heading), u64::from(HEIGHTS.clause));
    // The heading of the ordinance covers the upper edge; a line more is shown in the direction of reading.
    if top < above + heading {
        list.set_scroll_top(whole(top.saturating_sub(heading + clause)));
    } else if bottom > above + height {
        list.set_scroll_top(whole(bottom + clause - height.min(bottom + clause)));
    }
    bring_desk_into_sight(true)?;
    drawing::now()
}

/// Scrolls the page to the desk where the list is not wholly in sight; to the open clause where one was opened and the
/// parts stand one under another.
pub fn bring_desk_into_sight(opened: bool) -> Dom {
    let place = by_id::<Element>("review-list")?.get_bounding_client_rect();
    let window = gloo::utils::window();
    let (width, height) =
        (window.inner_width()?.as_f64().unwrap_or(0.0), window.inner_height()?.as_f64().unwrap_or(0.0));
    if width < NARROW {
        by_id::<Element>(if opened { "clause-side" } else { "review-list-pane" })?.scroll_into_view();
    } else if place.top() < 0.0 || place.bottom() > height {
        by_id::<Element>("review-tools")?.scroll_into_view();
    }
    Ok(())
}

fn with_lines<T>(reader: impl FnOnce(&Lines<'_>) -> T) -> T {
    state::selected().with(|store| {
        store.read(|selected| reader(&Lines { items: selected.items, headings: &selected.headings, heights: HEIGHTS }))
    })
}

fn pixels(length: i32) -> u64 {
    u64::try_from(length).unwrap_or(0)
}

fn whole(length: u64) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}
