//! The list of clauses: only the lines in sight are in the page, however long the list is.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

use crate::api::review::RowView;
use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, clear, find, focus, on, on_within, reveal};
use crate::page::trouble;
use crate::review::{Heights, Lines};

use super::sources::trouble_of;
use super::state::Current;
use super::{calls, row, state};

/// Heights of lines in CSS pixels, as in the style sheet.
const HEIGHTS: Heights = Heights { clause: 68, heading: 36 };
/// Width below which the parts of the desk stand one under another, in CSS pixels, as in the style sheet.
const NARROW: f64 = 768.0;
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
        match event.key().as_str() {
            "ArrowDown" => step("down"),
            "ArrowUp" => step("up"),
            "Enter" if state::open_clause().is_some() => focus(&by_id::<Element>("clause-pane")?)?,
            _ => return Ok(()),
        }
        event.prevent_default();
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
    // A list that is made anew meanwhile drops the answer: it is asked again.
    for _ in 0..ATTEMPTS {
        if cached(position).is_none() {
            fetch(position / BLOCK).await?;
        }
    }
    let Some(row) = cached(position) else { return Ok(()) };
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
    draw()
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

/// Draws the lines in sight; fetches those that are not at hand.
fn draw() -> Dom {
    let list: HtmlElement = by_id("review-list")?;
    let (above, height) = (pixels(list.scroll_top()), pixels(list.client_height()));
    let (items, first, lines, whole) = with_lines(|lines| {
        let first = lines.at(above);
        let last = lines.at(above + height).saturating_add(1 + MARGIN).min(lines.items);
        (lines.items, first, first.saturating_sub(MARGIN).min(last)..last, lines.top(lines.items))
    });
    find::<HtmlElement>(&list, ".list-space")?.style().set_property("--height", &whole.to_string())?;
    draw_lines(&list, items, lines.clone())?;
    draw_heading(&list, first)?;
    if items > 0 {
        fetch_missing(lines.start / BLOCK..=lines.end.saturating_sub(1) / BLOCK);
    }
    Ok(())
}

/// The ordinance of the uppermost line stays in sight while its clauses pass.
fn draw_heading(list: &Element, first: u32) -> Dom {
    let title = match cached(first).as_deref() {
        Some(RowView::Ordinance { title, .. } | RowView::Clause { title, .. }) => row::title(title).to_owned(),
        None => String::new(),
    };
    let place: Element = find(list, ".list-heading")?;
    reveal(&place, !title.is_empty())?;
    place.set_text_content(Some(&title));
    Ok(())
}

fn draw_lines(list: &Element, items: u32, lines: Range<u32>) -> Dom {
    let window: HtmlElement = find(list, ".list-window")?;
    let top = with_lines(|all| all.top(lines.start));
    window.style().set_property("--top", &top.to_string())?;
    clear(&window);
    let current = state::current().with(|store| store.read(|current| current.as_ref().map(|now| now.clause.index)));
    let mut active = None;
    for position in lines {
        let line = match cached(position) {
            Some(row) => row::line(&row, position, items, current)?,
            None => row::waiting(with_lines(|lines| lines.headings.binary_search(&position).is_ok()))?,
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
