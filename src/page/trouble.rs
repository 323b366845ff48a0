//! What went wrong in the page itself, shown where the officer sees it.

use std::panic::PanicHookInfo;

use wasm_bindgen::JsValue;
use web_sys::{Element, Event};

use super::dom::{Dom, by_id, fill, on, reveal};

/// Shows panics and failed events in the trouble panel from now on.
pub fn open() -> Dom {
    std::panic::set_hook(Box::new(show_panic));
    let button: Element = by_id("trouble-close")?;
    on(&button, "click", |_: &Event| reveal(&by_id::<Element>("trouble")?, false));
    Ok(())
}

/// Shows the failure of an event or task; says nothing of success, nor of a failure that was told elsewhere (null).
pub fn report(outcome: Dom) {
    if let Err(error) = outcome.or_else(|error| if error.is_null() { Ok(()) } else { Err(error) }) {
        let detail = error.as_string().unwrap_or_else(|| format!("{error:?}"));
        show(&detail);
    }
}

fn show_panic(panic: &PanicHookInfo<'_>) {
    show(&panic.to_string());
    console_error_panic_hook::hook(panic);
}

/// The last resort: where even this fails, there is no page to say so on.
fn show(detail: &str) {
    let shown = by_id::<Element>("trouble").and_then(|panel| {
        fill(&panel, "detail", detail)?;
        reveal(&panel, true)
    });
    if let Err(error) = shown {
        web_sys::console::error_2(&JsValue::from_str(detail), &error);
    }
}
