//! One list of what came back: it can be unfolded, stays so when everything is drawn anew, and shows its lines in portions.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use web_sys::Element;

use crate::page::dom::{Dom, append, button, by_id, fill, find, find_all, focus, lay, on_pick, table};

/// Lines that are drawn, and that are added at a time.
const PORTION: usize = 300;
/// The title of a list.
const TITLE: &str = "data-list";

thread_local! {
    /// Lines of the lists of which more were asked for.
    static SHOWN: RefCell<BTreeMap<String, usize>> = const { RefCell::new(BTreeMap::new()) };
    /// Lists that are unfolded.
    static UNFOLDED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// Listens to the wish to see more.
pub fn open() -> Dom {
    on_pick("incoming-parts", "data-more", |title: String| {
        SHOWN.with_borrow_mut(|shown| *shown.entry(title.clone()).or_insert(PORTION) += PORTION);
        super::draw()?;
        focus(&find(&by_id("incoming-parts")?, &format!("[{TITLE}=\"{title}\"] summary"))?)
    })
}

/// Remembers which lists are unfolded, before they are drawn anew.
pub fn remember() -> Dom {
    let unfolded = find_all(&by_id("incoming-parts")?, "details[open]")?;
    UNFOLDED.set(unfolded.iter().filter_map(|part| part.get_attribute(TITLE)).collect());
    Ok(())
}

/// A list with a line for each of these, as `fill_in` fills it with its place; none where there is nothing.
pub fn list<T>(
    place: &Element,
    (title, hint): (&str, &str),
    columns: &[&str],
    rows: &[T],
    fill_in: impl Fn(&Element, usize, &T) -> Dom,
) -> Dom<Option<Element>> {
    if rows.is_empty() {
        return Ok(None);
    }
    let part = part(place, (title, rows.len()), hint, columns)?;
    let body: Element = find(&part, "tbody")?;
    let most = SHOWN.with_borrow(|shown| shown.get(title).copied().unwrap_or(PORTION));
    for (at, row) in rows.iter().take(most).enumerate() {
        fill_in(&append(&body, "tr", "")?, at, row)?;
    }
    let rest = rows.len().saturating_sub(most);
    if rest > 0 {
        let line = append(&part, "p", &format!("ほか{rest}件 "))?;
        let words = format!("続きの{}件を表示", rest.min(PORTION));
        button(&line, "button-small", &words, &[("data-more", title)])?;
    }
    Ok(Some(part))
}

fn part(place: &Element, (title, count): (&str, usize), hint: &str, columns: &[&str]) -> Dom<Element> {
    let part = lay("incoming-part", place)?;
    part.set_attribute(TITLE, title)?;
    part.toggle_attribute_with_force("open", UNFOLDED.with_borrow(|unfolded| unfolded.contains(title)))?;
    let title = format!("{title}（{count}件）");
    find::<Element>(&part, "summary")?.set_text_content(Some(&title));
    fill(&part, "hint", hint)?;
    table::heads(&find(&part, "thead tr")?, columns)?;
    find::<Element>(&part, ".table-scroll")?.set_attribute("aria-label", &title)?;
    Ok(part)
}
