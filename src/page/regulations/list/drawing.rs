//! Drawing the lines in sight: those that stay are left as they are, so that scrolling and deciding touch few of them.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;

use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, Node};

use crate::page::dom::{Dom, by_id, find};
use crate::page::regulations::{row, state};
use crate::page::trouble;

use super::{pixels, rows};

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

/// The lines in sight of `items`, with those kept above and below.
pub fn in_sight(list: &HtmlElement, items: u32) -> Range<u32> {
    let (above, seen) = (pixels(list.scroll_top()), pixels(list.client_height()));
    let at = |height: u64| u32::try_from(height / super::height()).unwrap_or(u32::MAX).min(items.saturating_sub(1));
    let end = at(above + seen).saturating_add(1 + MARGIN).min(items);
    at(above).saturating_sub(MARGIN).min(end)..end
}

/// Draws the lines in sight; fetches those that are not at hand.
pub fn now() -> Dom {
    let list: HtmlElement = by_id("review-list")?;
    // Everything is measured before anything is written: measuring afterwards would lay the page out once more.
    let (items, line) = (super::items(), super::height());
    let lines = in_sight(&list, items);
    let height = u64::from(items) * line;
    find::<HtmlElement>(&list, ".list-space")?.style().set_property("--height", &height.to_string())?;
    let place: HtmlElement = find(&list, ".list-window")?;
    place.style().set_property("--top", &(u64::from(lines.start) * line).to_string())?;
    draw_lines(&list, &place, items, &lines)?;
    rows::fetch_missing(&lines, soon);
    Ok(())
}

fn draw_lines(list: &Element, place: &Element, items: u32, lines: &Range<u32>) -> Dom {
    let current = state::current().read(|current| current.as_ref().map(|now| now.clause.index));
    let mut before = DRAWN.take();
    for (_, gone) in before.extract_if(.., |position, _| !lines.contains(position)) {
        gone.element.remove();
    }
    let mut active = None;
    let mut next: Option<Node> = place.first_child();
    let mut drawn = BTreeMap::new();
    for position in lines.clone() {
        let row = rows::cached(position);
        let from = row::look(row.as_deref(), rows::edition(), items, current);
        let line = match before.remove(&position) {
            Some(same) if same.from == from => same,
            other => {
                let element = match row.as_deref() {
                    Some(row) => row::line(row, position, items, current)?,
                    None => row::waiting()?,
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
