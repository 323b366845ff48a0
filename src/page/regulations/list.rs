//! The list of clauses: only the lines in sight are in the page, however long the list is.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

use crate::api::review::RowView;
use crate::page::dom::{Dom, by_id, clear, find, on, on_within};
use crate::page::trouble;

use super::sources::trouble_of;
use super::state::Current;
use super::{calls, row, state};

/// Height of a line in CSS pixels, as in the style sheet.
const LINE: f64 = 76.0;
/// Lines kept above and below what is in sight.
const MARGIN: u32 = 8;
/// Lines fetched at once.
const BLOCK: u32 = 64;
/// How often a line is asked for while the list is being made anew.
const ATTEMPTS: u32 = 3;
/// Blocks kept; further ones push all out.
const KEPT: usize = 40;

thread_local! {
    static ROWS: RefCell<BTreeMap<u32, Vec<Rc<RowView>>>> = const { RefCell::new(BTreeMap::new()) };
    /// Counts the renewals of the list: answers to older questions are dropped.
    static EDITION: Cell<u32> = const { Cell::new(0) };
    static FETCHING: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
}

/// Opens the list.
pub fn open() -> Dom {
    let list: Element = by_id("review-list")?;
    on(&list, "scroll", |_: &Event| draw());
    on_within(&list, "click", "[data-position]", |_: &MouseEvent, line| {
        if let Some(position) = line.get_attribute("data-position").and_then(|position| position.parse().ok()) {
            go_to(position);
        }
        Ok(())
    });
    on(&list, "keydown", |event: &KeyboardEvent| {
        let way = match event.key().as_str() {
            "ArrowDown" => "down",
            "ArrowUp" => "up",
            _ => return Ok(()),
        };
        event.prevent_default();
        step(way);
        Ok(())
    });
    on(&gloo::utils::window(), "resize", |_: &Event| draw());
    state::selected().with(|store| store.watch(|_| draw()))?;
    state::current().with(|store| store.watch(|_| draw()))?;
    state::ledger().with(|store| store.watch(|_| draw()))
}

/// Makes the list anew by the filter, and the counts.
pub async fn renew() -> Dom {
    let mut selection = state::selection().with(|selection| selection.borrow().clone());
    selection.keep = state::open_clause().map(|current| current.clause.index);
    let selected = calls::select(&selection).await.map_err(trouble_of)?;
    EDITION.set(EDITION.get().wrapping_add(1));
    ROWS.with(|rows| rows.borrow_mut().clear());
    FETCHING.with(|fetching| fetching.borrow_mut().clear());
    state::current().with(|store| {
        store.change(|current| {
            if let Some(current) = current {
                current.position = selected.position;
            }
        });
    });
    state::selected().with(|store| store.change(|now| *now = selected));
    count_again().await
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
                trouble::report(crate::page::announce::announce("表示中の条項はすべて判定済みです。"));
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
    // A list that is made anew meanwhile drops the answer: it is asked again.
    for _ in 0..ATTEMPTS {
        if cached(position).is_none() {
            fetch(position / BLOCK).await?;
        }
    }
    let Some(row) = cached(position) else { return Ok(()) };
    let RowView::Clause { index, .. } = &*row else { return Ok(()) };
    show_clause(*index, Some(position)).await?;
    bring_into_sight(position)
}

/// Opens a clause that may not be in the list.
pub async fn show_clause(index: u32, position: Option<u32>) -> Dom {
    let Some(clause) = calls::clause(index).await.map_err(trouble_of)? else { return Ok(()) };
    let bulk = calls::bulk(index).await.map_err(trouble_of)?;
    let current = Current { position, clause: Rc::new(clause), bulk };
    state::current().with(|store| store.change(|now| *now = Some(current)));
    Ok(())
}

fn bring_into_sight(position: u32) -> Dom {
    let list: HtmlElement = by_id("review-list")?;
    let (top, height) = (f64::from(list.scroll_top()), f64::from(list.client_height()));
    let line = f64::from(position) * LINE;
    if line < top + LINE {
        set_scroll(&list, (line - LINE).max(0.0));
    } else if line + LINE > top + height {
        set_scroll(&list, line + 2.0 * LINE - height);
    }
    draw()
}

#[expect(clippy::cast_possible_truncation, reason = "whole pixels")]
fn set_scroll(list: &HtmlElement, top: f64) {
    list.set_scroll_top(top as i32);
}

/// Draws the lines in sight; fetches those that are not at hand.
fn draw() -> Dom {
    let list: HtmlElement = by_id("review-list")?;
    let items = state::selected().with(|store| store.read(|selected| selected.items));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of lines in sight")]
    let (above, visible) =
        ((f64::from(list.scroll_top()) / LINE) as u32, (f64::from(list.client_height()) / LINE).ceil() as u32);
    let lines = above.saturating_sub(MARGIN).min(items)..above.saturating_add(visible + MARGIN).min(items);
    let space: HtmlElement = find(&list, ".list-space")?;
    space.style().set_property("--lines", &items.to_string())?;
    draw_lines(&list, items, lines.clone())?;
    if items > 0 {
        fetch_missing(lines.start / BLOCK..=lines.end.saturating_sub(1) / BLOCK);
    }
    Ok(())
}

fn draw_lines(list: &Element, items: u32, lines: Range<u32>) -> Dom {
    let window: HtmlElement = find(list, ".list-window")?;
    window.style().set_property("--first", &lines.start.to_string())?;
    clear(&window);
    let current = state::open_clause().map(|current| current.clause.index);
    let mut active = None;
    for position in lines {
        let line = match cached(position) {
            Some(row) => row::line(&row, position, items, current)?,
            None => row::waiting()?,
        };
        if line.get_attribute("aria-selected").as_deref() == Some("true") {
            active = Some(line.id());
        }
        window.append_child(&line)?;
    }
    match active {
        Some(id) => list.set_attribute("aria-activedescendant", &id),
        None => list.remove_attribute("aria-activedescendant"),
    }
}

/// Asks the worker for blocks that are neither at hand nor on their way.
fn fetch_missing(blocks: RangeInclusive<u32>) {
    for block in blocks {
        let known = ROWS.with(|rows| rows.borrow().contains_key(&block));
        let asked = FETCHING.with(|fetching| fetching.borrow().contains(&block));
        if !known && !asked {
            FETCHING.with(|fetching| fetching.borrow_mut().push(block));
            spawn_local(async move {
                let fetched = fetch(block).await;
                FETCHING.with(|fetching| fetching.borrow_mut().retain(|other| *other != block));
                trouble::report(fetched.and_then(|()| draw()));
            });
        }
    }
}

async fn fetch(block: u32) -> Dom {
    let edition = EDITION.get();
    let rows = calls::rows(block * BLOCK, BLOCK).await.map_err(trouble_of)?;
    if edition == EDITION.get() {
        ROWS.with(|all| {
            let mut all = all.borrow_mut();
            if all.len() >= KEPT {
                all.clear();
            }
            all.insert(block, rows.into_iter().map(Rc::new).collect());
        });
    }
    Ok(())
}

fn cached(position: u32) -> Option<Rc<RowView>> {
    ROWS.with(|rows| {
        let rows = rows.borrow();
        rows.get(&(position / BLOCK))?.get((position % BLOCK) as usize).map(Rc::clone)
    })
}
