//! Choosing one of 1,741 municipalities by typing: the ARIA combobox with a list box.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

use crate::municipality::{Hit, Municipality, search};
use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, clear, fill, on, on_within, reveal, template};

use super::{Town, store};

/// Most choices shown at once; more are counted, so that the officer types on.
const MOST: usize = 12;

#[derive(Default)]
struct Choices {
    hits: Vec<Hit>,
    active: Option<usize>,
}

type Shared = Rc<RefCell<Choices>>;

/// Listens to the field.
pub fn open() -> Dom {
    let input: HtmlInputElement = by_id("town-name")?;
    let list: Element = by_id("town-options")?;
    let choices = Shared::default();
    let shared = Rc::clone(&choices);
    on(&input, "input", move |_: &Event| look_up(&shared));
    let shared = Rc::clone(&choices);
    on(&input, "keydown", move |event: &KeyboardEvent| key(&shared, event));
    let shared = Rc::clone(&choices);
    on(&input, "focusout", move |_: &Event| leave(&shared));
    // The field keeps the focus while an option is pressed.
    on(&list, "mousedown", |event: &Event| {
        event.prevent_default();
        Ok(())
    });
    on_within(&list, "click", "[data-index]", move |_: &Event, option| {
        let index = option.get_attribute("data-index").and_then(|index| index.parse().ok());
        choose(&choices, index)
    });
    store().with(|store| store.watch(|town: &Town| write_name(town.municipality)))
}

fn look_up(choices: &Shared) -> Dom {
    let typed = by_id::<HtmlInputElement>("town-name")?.value();
    if typed.trim().is_empty() {
        close(choices)?;
        store().with(|store| store.change(|town| town.choose(None)));
        return Ok(());
    }
    let found = search(&typed, usize::MAX);
    let total = found.len();
    let hits: Vec<Hit> = found.into_iter().take(MOST).collect();
    list_hits(&hits, total)?;
    announce(&match total {
        0 => format!("「{typed}」に当たる自治体はありません。"),
        _ => format!("候補{total}件。上下の矢印キーで選び、Enterキーで決めます。"),
    })?;
    let active = (!hits.is_empty()).then_some(0);
    *choices.borrow_mut() = Choices { hits, active };
    mark(choices)
}

fn list_hits(hits: &[Hit], total: usize) -> Dom {
    let list: Element = by_id("town-options")?;
    clear(&list);
    for (index, hit) in hits.iter().enumerate() {
        let option = template("town-option")?;
        option.set_id(&format!("town-option-{index}"));
        option.set_attribute("data-index", &index.to_string())?;
        fill(&option, "name", hit.municipality.name)?;
        fill(&option, "place", &format!("{}{}", hit.municipality.prefecture, hit.municipality.district))?;
        list.append_child(&option)?;
    }
    if total > hits.len() || hits.is_empty() {
        let note = template("town-option-note")?;
        note.set_text_content(Some(&match total {
            0 => "当たる自治体がありません。都道府県名や別の書き方でもお試しください。".to_owned(),
            _ => format!("ほか{}件。続けて入力すると絞り込まれます。", total - hits.len()),
        }));
        list.append_child(&note)?;
    }
    reveal(&list, true)?;
    by_id::<Element>("town-name")?.set_attribute("aria-expanded", "true")
}

fn key(choices: &Shared, event: &KeyboardEvent) -> Dom {
    let count = choices.borrow().hits.len();
    let active = choices.borrow().active;
    match event.key().as_str() {
        // While a Japanese input method converts, its keys are its own.
        _ if event.is_composing() => Ok(()),
        "ArrowDown" | "ArrowUp" if count == 0 => look_up(choices),
        "ArrowDown" => move_to(choices, event, active.map_or(0, |index| (index + 1) % count)),
        "ArrowUp" => move_to(choices, event, active.map_or(count - 1, |index| (index + count - 1) % count)),
        "Enter" => {
            event.prevent_default();
            choose(choices, active)
        }
        "Escape" => {
            close(choices)?;
            let chosen = store().with(|store| store.read(|town| town.municipality));
            write_name(chosen)
        }
        _ => Ok(()),
    }
}

fn move_to(choices: &Shared, event: &KeyboardEvent, index: usize) -> Dom {
    event.prevent_default();
    choices.borrow_mut().active = Some(index);
    mark(choices)
}

/// Marks the active option for eyes and screen readers.
fn mark(choices: &Shared) -> Dom {
    let input: Element = by_id("town-name")?;
    let active = choices.borrow().active;
    for index in 0..choices.borrow().hits.len() {
        let option: Element = by_id(&format!("town-option-{index}"))?;
        let selected = active == Some(index);
        option.set_attribute("aria-selected", if selected { "true" } else { "false" })?;
        if selected {
            input.set_attribute("aria-activedescendant", &option.id())?;
            option.scroll_into_view_with_bool(false);
        }
    }
    Ok(())
}

fn choose(choices: &Shared, index: Option<usize>) -> Dom {
    let chosen = index.and_then(|index| choices.borrow().hits.get(index).map(|hit| hit.municipality));
    close(choices)?;
    if chosen.is_some() {
        store().with(|store| store.change(|town| town.choose(chosen)));
    }
    Ok(())
}

/// Leaving the field keeps a choice that is beyond doubt and otherwise returns to the last one.
fn leave(choices: &Shared) -> Dom {
    let typed = by_id::<HtmlInputElement>("town-name")?.value();
    let pending = !choices.borrow().hits.is_empty();
    close(choices)?;
    let named = crate::municipality::named(&typed);
    match named.as_slice() {
        [only] if pending => {
            let only = *only;
            store().with(|store| store.change(|town| town.choose(Some(only))));
            Ok(())
        }
        _ => write_name(store().with(|store| store.read(|town| town.municipality))),
    }
}

fn close(choices: &Shared) -> Dom {
    *choices.borrow_mut() = Choices::default();
    let input: Element = by_id("town-name")?;
    input.set_attribute("aria-expanded", "false")?;
    input.remove_attribute("aria-activedescendant")?;
    reveal(&by_id::<Element>("town-options")?, false)
}

fn write_name(municipality: Option<&'static Municipality>) -> Dom {
    let input: HtmlInputElement = by_id("town-name")?;
    let open = input.get_attribute("aria-expanded").as_deref() == Some("true");
    if !open {
        input.set_value(municipality.map_or("", |municipality| municipality.name));
    }
    Ok(())
}
