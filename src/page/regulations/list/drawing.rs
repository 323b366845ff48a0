//! Drawing the lines in sight: those that stay are left as they are, so that scrolling and deciding touch few of them.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;

use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, Node};

use crate::api::review::RowView;
use crate::page::dom::{Dom, by_id, find, reveal};
use crate::page::regulations::{row, state};
use crate::page::trouble;
use crate::review::Lines;

use super::{pixels, rows, with_lines};

/// Lines kept above and below what is in sight.
const MARGIN: u32 = 8;

/// A line that is drawn, with what it was drawn from.
struct Drawn {
    element: Element,
    from: row::Look,
}

thread_local! {
    static DRAWN: RefCell<BTreeMap<u32, Drawn>> = const { RefCell::new(BTreeMap::new()) };
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Draws before the next picture, once however often it is asked.
pub fn soon() -> Dom {
    if !ASKED.replace(true) {
        let draw = Closure::once_into_js(|| {
            ASKED.set(false);
            trouble::report(now());
        });
        window().request_animation_frame(draw.unchecked_ref())?;
    }
    Ok(())
}

/// The lines in sight with those kept above and below.
pub fn in_sight(list: &HtmlElement, lines: &Lines<'_>) -> Range<u32> {
    let (above, height) = (pixels(list.scroll_top()), pixels(list.client_height()));
    let end = lines.at(above + height).saturating_add(1 + MARGIN).min(lines.items);
    lines.at(above).saturating_sub(MARGIN).min(end)..end
}

/// Draws the lines in sight; fetches those that are not at hand.
pub fn now() -> Dom {
    let list: HtmlElement = by_id("review-list")?;
    // Everything is measured before anything is written: measuring afterwards would lay the page out once more.
    let (items, first, lines, top, height) = with_lines(|lines| {
        let sight = in_sight(&list, lines);
        let first = lines.at(pixels(list.scroll_top()));
        (lines.items, first, sight.clone(), lines.top(sight.start), lines.top(lines.items))
    });
    find::<HtmlElement>(&list, ".list-space")?.style().set_property("--height", &height.to_string())?;
    let place: HtmlElement = find(&list, ".list-window")?;
    place.style().set_property("--top", &top.to_string())?;
    draw_lines(&list, &place, items, &lines)?;
    draw_heading(&list, first)?;
    rows::fetch_missing(&lines, soon);
    Ok(())
}

fn draw_lines(list: &Element, place: &Element, items: u32, lines: &Range<u32>) -> Dom {
    let current = state::current().with(|store| store.read(|current| current.as_ref().map(|now| now.clause.index)));
    let mut before = DRAWN.take();
    for (_, gone) in before.extract_if(.., |position, _| !lines.contains(position)) {
        gone.element.remove();
    }
    let mut active = None;
    let mut next: Option<Node> = place.first_child();
    let mut drawn = BTreeMap::new();
    for position in lines.clone() {
        let row = rows::cached(position);
        let heading = with_lines(|lines| lines.headings.binary_search(&position).is_ok());
        let from = row::look(row.as_deref(), rows::edition(), items, heading, current);
        let line = match before.remove(&position) {
            Some(same) if same.from == from => same,
            other => {
                let element = match row.as_deref() {
                    Some(row) => row::line(row, position, items, current)?,
                    None => row::waiting(heading)?,
                };
                put(place, &element, other.as_ref(), next.as_ref())?;
                Drawn { element, from }
            }
        };
        if line.from.is_selected() {
            active = Some(line.element.id());
        }
        next = line.element.next_sibling();
        drawn.insert(position, line);
    }
    DRAWN.set(drawn);
    match active {
        Some(id) => list.set_attribute("aria-activedescendant", &id),
        None => list.remove_attribute("aria-activedescendant"),
    }
}

/// Puts a line in the place of the one that was there, or before the next.
fn put(place: &Element, line: &Element, former: Option<&Drawn>, next: Option<&Node>) -> Dom {
    match former {
        Some(former) => former.element.replace_with_with_node_1(line),
        None => place.insert_before(line, next).map(|_| ()),
    }
}

/// The ordinance of the uppermost line stays in sight while its clauses pass.
fn draw_heading(list: &Element, first: u32) -> Dom {
    let title = match rows::cached(first).as_deref() {
        Some(RowView::Ordinance { title, .. } | RowView::Clause { title, .. }) => row::title(title).to_owned(),
        None => String::new(),
    };
    let place: Element = find(list, ".list-heading")?;
    reveal(&place, !title.is_empty())?;
    place.set_text_content(Some(&title));
    Ok(())
}
