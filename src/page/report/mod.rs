//! 報告書: what is printed, shown as it will be printed.
//!
//! Each tool gives a part; a tool's own print button prints its part alone, the report view prints those that the
//! officer chose. The browser's own print command prints the part of the view that is open.

mod cover;
mod words;

use std::cell::{Cell, RefCell};

use gloo::utils::window;
use web_sys::{Element, Event, HtmlInputElement};

use super::dom::{
    Dom, append, by_id, cleared, field, fill, find, find_all, lay, on, on_own, on_press, on_within, styled,
};
use super::tabs;

/// A tool's contribution to the report.
pub struct Part {
    /// The view of the tool, and the part's name in the program.
    pub view: &'static str,
    /// Heading of the part, and title of a report of this part alone.
    pub title: &'static str,
    /// Builds the part's first page, which stands before all parts; false: there is nothing to report yet.
    pub summary: Option<fn(&Element) -> Dom<bool>>,
    /// Builds the part; false: there is nothing to report yet.
    pub build: fn(&Element) -> Dom<bool>,
}

const WHOLE: &str = "自己点検報告書";

thread_local! {
    static PARTS: Cell<&'static [Part]> = const { Cell::new(&[]) };
    static LEFT_OUT: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    /// A part was asked for by its own button and is about to be printed.
    static PREPARED: Cell<bool> = const { Cell::new(false) };
}

/// Opens the view for the parts of the tools, in this order, and listens for printing.
pub fn open(parts: &'static [Part]) -> Dom {
    PARTS.set(parts);
    let choices: Element = by_id("report-parts")?;
    for part in parts {
        let choice = lay("report-part", &choices)?;
        fill(&choice, "title", part.title)?;
        find::<HtmlInputElement>(&choice, "input")?.set_value(part.view);
    }
    on_within(&choices, "change", "input", |_: &Event, _| {
        let boxes = find_all(&by_id("report-parts")?, "input:not(:checked)")?;
        LEFT_OUT.set(boxes.iter().map(field::value_of).collect());
        build_whole()
    });
    for field in ["report-to", "report-section", "report-name"] {
        on_own(field, "change", |_: &Element| build_whole())?;
    }
    on_own("report-asks", "change", |asks: &Element| {
        asks.set_attribute("data-edited", "")?;
        build_whole()
    })?;
    on_press("report-print", || window().print())?;
    tabs::on_address(|| if tabs::current()? == "report" { build_whole() } else { Ok(()) });
    on(&window(), "beforeprint", |_: &Event| if PREPARED.take() { Ok(()) } else { build_for_view() });
    build_whole()
}

/// Prints one part alone.
pub fn print(view: &str) -> Dom {
    build(|part| part.view == view)?;
    PREPARED.set(true);
    window().print()
}

fn build_for_view() -> Dom {
    let view = tabs::current()?;
    if PARTS.get().iter().any(|part| part.view == view) { build(|part| part.view == view) } else { build_whole() }
}

/// Builds the whole report anew.
pub fn build_whole() -> Dom {
    let left_out = LEFT_OUT.with_borrow(Clone::clone);
    build(|part| !left_out.iter().any(|view| view == part.view))
}

fn build(chosen: impl Fn(&Part) -> bool) -> Dom {
    let paper = cleared("paper")?;
    let all = PARTS.get();
    let parts: Vec<&Part> = all.iter().filter(|part| chosen(part)).collect();
    let title = match parts.as_slice() {
        [only] if all.len() > 1 => only.title,
        _ => WHOLE,
    };
    paper.append_child(&*cover::cover(title)?)?;
    for summary in parts.iter().filter_map(|part| part.summary) {
        let page = styled(&paper, "section", "one-page", "")?;
        if !summary(&page)? {
            page.remove();
        }
    }
    for part in parts {
        let section = append(&paper, "section", "")?;
        append(&section, "h2", part.title)?;
        if !(part.build)(&section)? {
            append(&section, "p", "まだ入力がありません。")?;
        }
    }
    words::keep_whole(&paper)
}
