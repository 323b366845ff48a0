//! The views as links with fragments, so that Back works and every view has an address; `#view-part` leads to a part of
//! a view, which may be one of several screens (`data-subview`) of which one is shown.

use gloo::utils::{document, window};
use web_sys::{Element, Event, HtmlElement};

use super::dom::{Dom, Done, find, find_all, focus, on, reveal, root, slot};

const FIRST: &str = "start";
/// The word for a tool that was told nothing yet.
const FRESH: &str = "未着手";

/// Shows the view that the address names and follows it from now on.
pub fn open() -> Dom {
    show(false)?;
    on_address(|| show(true));
    Ok(())
}

/// Runs `handler` whenever the address names another view or screen.
pub fn on_address<D: Done>(mut handler: impl FnMut() -> D + 'static) {
    on(&window(), "hashchange", move |_: &Event| handler());
}

/// Whether the address names this view or screen.
pub fn is_at(address: &str) -> bool {
    window().location().hash().is_ok_and(|hash| hash.strip_prefix('#') == Some(address))
}

/// Goes to a view, or to a screen of one, as its own link would.
pub fn go(address: &str) -> Dom {
    find::<HtmlElement>(&root()?, &format!("a[href=\"#{address}\"]"))?.click();
    Ok(())
}

/// Sets the word that tells the state of a tool (「24/27」), on its tab and on its card of the start; none for a tool that was
/// told nothing yet.
pub fn set_state(tab: &str, word: Option<&str>) -> Dom {
    let root = root()?;
    let (label, begun) = (label(tab)?, word.is_some());
    let word = word.unwrap_or(FRESH);
    label.set_text_content(Some(word));
    label.toggle_attribute_with_force("data-fresh", !begun)?;
    let card: Element = find(&root, &format!("[data-card=\"{tab}\"]"))?;
    slot::<Element>(&card, "state")?.set_text_content(Some(word));
    find_all(&card, "[data-fresh]")?.iter().try_for_each(|part| reveal(part, !begun))?;
    find_all(&card, "[data-begun]")?.iter().try_for_each(|part| reveal(part, begun))
}

/// The word that tells the state of a tool on its tab: a count, never an entry.
pub fn state(tab: &str) -> Dom<String> {
    Ok(label(tab)?.text_content().unwrap_or_default())
}

/// Whether a tool was told something.
pub fn is_begun(tab: &str) -> Dom<bool> {
    Ok(!label(tab)?.has_attribute("data-fresh"))
}

/// The place on the tab of a tool where its state stands.
fn label(tab: &str) -> Dom<Element> {
    find(&root()?, &format!("[data-tab-state=\"{tab}\"]"))
}

/// The view that is shown.
pub fn current() -> Dom<String> {
    let views = find_all(&root()?, "[data-view]:not([hidden])")?;
    Ok(views.first().and_then(|view| view.get_attribute("data-view")).unwrap_or_default())
}

/// Offers a screen of a view in its second navigation, which leaves out what nobody has filled.
pub fn offer(subview: &str) -> Dom {
    let link: Element = find(&root()?, &format!("[data-subtab=\"{subview}\"]"))?;
    link.parent_element().map_or(Ok(()), |line| reveal(&line, true))
}

/// The place of the word that tells the state of a screen, in the second navigation.
pub fn subtab_state(subview: &str) -> Dom<Element> {
    find(&root()?, &format!("[data-subtab-state=\"{subview}\"]"))
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
    mark_current(&find_all(&root, "[data-tab]")?, "data-tab", current)?;
    let part = part.filter(|_| known).and_then(|part| document().get_element_by_id(part));
    let screen = show_screen(&find(&root, &format!("#{current}"))?, part.as_ref())?;
    let title: Element = find(&root, &format!("#{current}-title"))?;
    document().set_title(&format!("{} – 一枚点検", title.text_content().unwrap_or_default()));
    if by_officer {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        let heading = screen.and_then(|screen| document().get_element_by_id(&format!("{}-title", screen.id())));
        let part = part.filter(|part| !part.has_attribute("data-subview"));
        focus(part.as_ref().or(heading.as_ref()).unwrap_or(&title))?;
    }
    Ok(())
}

/// Shows the screen that a part stands in or is, otherwise the first; gives it, where the view has screens.
fn show_screen(view: &Element, part: Option<&Element>) -> Dom<Option<Element>> {
    let screens = find_all(view, "[data-subview]")?;
    let named = screens.iter().find(|screen| part.is_some_and(|part| screen.contains(Some(part))));
    let Some(chosen) = named.or_else(|| screens.first()) else { return Ok(None) };
    for screen in &screens {
        reveal(screen, screen == chosen)?;
    }
    mark_current(&find_all(view, "[data-subtab]")?, "data-subtab", &chosen.id())?;
    Ok(Some(chosen.clone()))
}

fn mark_current(links: &[Element], attribute: &str, current: &str) -> Dom {
    for link in links {
        if link.get_attribute(attribute).as_deref() == Some(current) {
            link.set_attribute("aria-current", "page")?;
        } else {
            link.remove_attribute("aria-current")?;
        }
    }
    Ok(())
}
