//! What went wrong in the page itself, shown where the officer sees it, and kept for the diagnosis. Everything else of the page
//! tells its failures here: this stands on the browser alone.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::panic::PanicHookInfo;

use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::JsValue;

/// As many of the last errors are kept.
const KEPT: usize = 20;
/// Longest error that is shown or kept, in characters.
const LONGEST: usize = 300;

thread_local! {
    static NOTED: RefCell<VecDeque<String>> = const { RefCell::new(VecDeque::new()) };
}

/// Shows panics and failed events in the trouble panel from now on.
pub fn open() -> Result<(), JsValue> {
    std::panic::set_hook(Box::new(show_panic));
    let button = document().get_element_by_id("trouble-close").ok_or("#trouble-close is missing")?;
    EventListener::new(&button, "click", |_| {
        if let Some(panel) = document().get_element_by_id("trouble") {
            let _ = panel.set_attribute("hidden", "");
        }
    })
    .forget();
    Ok(())
}

/// Shows the failure of an event or task; says nothing of success, nor of a failure that was told elsewhere (null).
pub fn report(outcome: Result<(), JsValue>) {
    if let Err(error) = outcome.or_else(|error| if error.is_null() { Ok(()) } else { Err(error) }) {
        let detail = error.as_string().unwrap_or_else(|| format!("{error:?}"));
        show(&detail);
    }
}

/// Keeps an error that is told elsewhere for the diagnosis; one that comes again at once, once.
pub fn note(detail: &str) {
    let detail = plain(detail);
    NOTED.with(|noted| {
        if let Ok(mut noted) = noted.try_borrow_mut()
            && noted.back() != Some(&detail)
        {
            if noted.len() == KEPT {
                noted.pop_front();
            }
            noted.push_back(detail);
        }
    });
}

/// The last errors, oldest first.
pub fn noted() -> Vec<String> {
    NOTED.with_borrow(|noted| noted.iter().cloned().collect())
}

/// An error's words in one line without anything that an officer could have typed or opened: a fault's message may quote
/// the text that it met, so that only ASCII is kept, and not much of it.
pub fn plain(detail: &str) -> String {
    let mut plain = String::new();
    for character in detail.chars().take(LONGEST) {
        match character {
            ' '..='~' => plain.push(character),
            _ if plain.ends_with('…') => (),
            _ => plain.push('…'),
        }
    }
    plain
}

fn show_panic(panic: &PanicHookInfo<'_>) {
    show(&panic.to_string());
    console_error_panic_hook::hook(panic);
}

/// The last resort: where even this fails, there is no page to say so on.
fn show(detail: &str) {
    note(detail);
    if let Err(error) = write(&plain(detail)) {
        web_sys::console::error_2(&JsValue::from_str(detail), &error);
    }
}

fn write(detail: &str) -> Result<(), JsValue> {
    let panel = document().get_element_by_id("trouble").ok_or("#trouble is missing")?;
    let place = panel.query_selector("[data-slot=detail]")?.ok_or("no place for the detail")?;
    place.set_text_content(Some(detail));
    panel.remove_attribute("hidden")
}
