//! The views as links with fragments, so that Back works and every view has an address; `#view-part` leads to a part.

use gloo::utils::{document, window};
use web_sys::{Element, Event};

use super::dom::{Dom, find, find_all, focus, on, reveal};

const FIRST: &str = "ceiling";

/// Shows the view that the address names and follows it from now on.
pub fn open() -> Dom {
    show(false)?;
    on(&window(), "hashchange", |_: &Event| show(true));
    Ok(())
}

/// Sets the word that tells the state of a tool on its tab (「24/27」).
pub fn set_state(tab: &str, word: &str) -> Dom {
    let label: Element = find(&root()?, &format!("[data-tab-state=\"{tab}\"]"))?;
    label.set_text_content(Some(word));
    Ok(())
}

/// The word that tells the state of a tool on its tab: a count, never an entry.
pub fn state(tab: &str) -> Dom<String> {
    let label: Element = find(&root()?, &format!("[data-tab-state=\"{tab}\"]"))?;
    Ok(label.text_content().unwrap_or_default())
}

/// The view that is shown.
pub fn current() -> Dom<String> {
    let views = find_all(&root()?, "[data-view]:not([hidden])")?;
    Ok(views.first().and_then(|view| view.get_attribute("data-view")).unwrap_or_default())
}

fn show(by_officer: bool) -> Dom {
    let root = root()?;
    let views = find_all(&root, "[data-view]")?;
    let named = window().location().hash()?;
    let named = named.trim_start_matches('#');
    if named == "main" {
        return Ok(());
    }
    let (name, part) = named.split_once('-').map_or((named, None), |(name, _)| (name, Some(named)));
    let known = views.iter().any(|view| view.get_attribute("data-view").as_deref() == Some(name));
    let current = if known { name } else { FIRST };
    for view in &views {
        reveal(view, view.get_attribute("data-view").as_deref() == Some(current))?;
    }
    for link in find_all(&root, "[data-tab]")? {
        if link.get_attribute("data-tab").as_deref() == Some(current) {
            link.set_attribute("aria-current", "page")?;
        } else {
            link.remove_attribute("aria-current")?;
        }
    }
    let title: Element = find(&root, &format!("#{current}-title"))?;
    document().set_title(&format!("{} – 一枚点検", title.text_content().unwrap_or_default()));
    if by_officer {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        let part = part.filter(|_| known).and_then(|part| document().get_element_by_id(part));
        focus(part.as_ref().unwrap_or(&title))?;
    }
    Ok(())
}

fn root() -> Dom<Element> {
    document().document_element().ok_or_else(|| "no document".into())
}
