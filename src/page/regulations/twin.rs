//! The same work in two tabs: each would save over the other's decisions, so that the second is told.
//!
//! A lock of the browser (Web Locks) is held under a checksum of what lies on the desk. A lock carries a name and nothing
//! else: no message passes between tabs, nothing is stored, and it ends with the tab. Browsers without locks say nothing.

use std::cell::RefCell;

use gloo::utils::window;
use js_sys::{Function, Promise};
use serde::Serialize;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};

use crate::api::border::sent;
use crate::page::dom::{Dom, by_id, on_press, reveal};
use crate::page::trouble;
use crate::review::Fingerprint;

#[wasm_bindgen]
extern "C" {
    /// A navigator with what the bindings have only as unstable.
    type NavigatorWithLocks;
    #[wasm_bindgen(method, getter)]
    fn locks(this: &NavigatorWithLocks) -> Option<Locks>;
    type Locks;
    #[wasm_bindgen(method, catch)]
    fn request(this: &Locks, name: &str, options: &JsValue, granted: &JsValue) -> Result<Promise, JsValue>;
}

/// How a lock is asked for.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Asking {
    if_available: bool,
}

#[derive(Default)]
struct Held {
    work: String,
    /// Lets the lock go.
    release: Option<Function>,
}

thread_local! {
    static HELD: RefCell<Held> = RefCell::default();
}

/// Opens the notice.
pub fn open() -> Dom {
    on_press("review-twin-close", || told(false))
}

/// Holds the lock of this work, and lets that of the former one go; nothing for no work.
pub fn hold(work: &str) -> Dom {
    let work = if work.is_empty() { String::new() } else { format!("ichimai-{:?}", Fingerprint::of(work)) };
    let former = HELD.with_borrow_mut(|held| {
        if held.work == work {
            return None;
        }
        held.work.clone_from(&work);
        Some(held.release.take())
    });
    let Some(former) = former else { return Ok(()) };
    if let Some(release) = former {
        release.call0(&JsValue::NULL)?;
    }
    told(false)?;
    if work.is_empty() { Ok(()) } else { request(work, true) }
}

/// Asks for the lock; where another tab has it, says so and waits until that tab lets it go.
fn request(work: String, at_once: bool) -> Dom {
    let Some(locks) = window().navigator().unchecked_into::<NavigatorWithLocks>().locks() else { return Ok(()) };
    let name = work.clone();
    let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        let ours = HELD.with_borrow(|held| held.work == work);
        if !ours {
            return JsValue::UNDEFINED;
        }
        trouble::report(told(lock.is_null()));
        if lock.is_null() {
            trouble::report(request(work, false));
            return JsValue::UNDEFINED;
        }
        // Held until this promise is kept.
        Promise::new(&mut |keep, _| HELD.with_borrow_mut(|held| held.release = Some(keep))).into()
    });
    // Browsers that give no locks to a page from a file refuse by a promise: nothing is known then.
    if let Ok(promise) = locks.request(&name, &sent(&Asking { if_available: at_once })?, &granted) {
        let refused = Closure::once(|_: JsValue| ());
        let _ = promise.catch(&refused);
        refused.forget();
    }
    Ok(())
}

fn told(twin: bool) -> Dom {
    reveal(&by_id("review-twin")?, twin)
}
