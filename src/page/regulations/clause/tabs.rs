//! The tabs of the open clause: one panel at a time; on a wide screen the text has a column of its own beside them.
//!
//! Tabs other than text and review are offered by whoever fills their panel ([`offer`]); the chosen tab stays when the
//! next clause opens.

use std::cell::RefCell;

use gloo::utils::window;
use web_sys::{Element, Event, KeyboardEvent};

use crate::page::dom::{Dom, by_id, emptied, find_all, flag, focus, on, on_press_within, reveal, slot};
use crate::page::svg;

/// Width from which the text has a column of its own, as in the style sheet.
const WIDE: &str = "(min-width: 105rem)";
const TEXT: &str = "text";
const SECOND: &str = "review";

thread_local! {
    static CHOSEN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Listens to the tabs.
pub fn open() -> Dom {
    let tabs: Element = by_id("clause-tabs")?;
    on_press_within("clause-tabs", "[data-clause-tab]", |tab| choose(&name(tab)))?;
    on(&tabs, "keydown", |event: &KeyboardEvent| {
        let shown = offered()?;
        let chosen = CHOSEN.with_borrow(Clone::clone);
        let Some(at) = shown.iter().position(|tab| name(tab) == chosen) else { return Ok(()) };
        let to = match event.key().as_str() {
            "ArrowRight" => (at + 1) % shown.len(),
            "ArrowLeft" => (at + shown.len() - 1) % shown.len(),
            "Home" => 0,
            "End" => shown.len() - 1,
            _ => return Ok(()),
        };
        event.prevent_default();
        let Some(tab) = shown.get(to) else { return Ok(()) };
        choose(&name(tab))?;
        focus(tab)
    });
    on(&window(), "resize", |_: &Event| choose(&CHOSEN.with_borrow(Clone::clone)));
    choose(TEXT)
}

/// Shows the panel of a tab.
pub fn choose(tab: &str) -> Dom {
    // The text has its own column on a wide screen: its tab is not there.
    let tab = if tab == TEXT && wide() { SECOND } else { tab };
    for other in find_all(&by_id("clause-tabs")?, "[data-clause-tab]")? {
        let chosen = name(&other) == tab;
        flag(&other, "aria-selected", chosen)?;
        other.set_attribute("tabindex", if chosen { "0" } else { "-1" })?;
        reveal(&by_id(&format!("clause-panel-{}", name(&other)))?, chosen || (wide() && name(&other) == TEXT))?;
    }
    CHOSEN.with(|chosen| tab.clone_into(&mut chosen.borrow_mut()));
    Ok(())
}

/// Offers a tab that is hidden until someone fills its panel, or takes it away again.
pub fn offer(tab: &str, offered: bool) -> Dom {
    reveal(&by_id(&format!("clause-tab-{tab}"))?, offered)
}

/// Writes the state of a tab beside its name, with an icon that says the same.
pub fn set_state(tab: &str, icon: Option<&str>, word: &str) -> Dom {
    let place = emptied(slot(&by_id(&format!("clause-tab-{tab}"))?, "state")?);
    if let Some(icon) = icon {
        svg::icon(&place, icon)?;
    }
    place.append_with_str_1(word)
}

/// Scrolls all panels to their beginning, for another clause.
pub fn rewind() -> Dom {
    let panels: Element = by_id("clause-panels")?;
    find_all(&panels, "[role=\"tabpanel\"]")?.iter().for_each(|panel| panel.set_scroll_top(0));
    Ok(())
}

fn offered() -> Dom<Vec<Element>> {
    let all = find_all(&by_id("clause-tabs")?, "[data-clause-tab]:not([hidden])")?;
    Ok(all.into_iter().filter(|tab| !(wide() && name(tab) == TEXT)).collect())
}

fn name(tab: &Element) -> String {
    tab.get_attribute("data-clause-tab").unwrap_or_default()
}

fn wide() -> bool {
    window().match_media(WIDE).ok().flatten().is_some_and(|wide| wide.matches())
}
