//! Short sentences for screen readers: counts and outcomes that eyes see elsewhere.

use std::cell::RefCell;

use super::dom::{Dom, set_text};

/// Sentences that follow one another within so many milliseconds are said together: the second would else swallow the
/// first.
const TOGETHER: f64 = 400.0;

thread_local! {
    static LAST: RefCell<(f64, String)> = const { RefCell::new((0.0, String::new())) };
}

/// Says `sentence` politely, after whatever is being read.
pub fn announce(sentence: &str) -> Dom {
    let now = js_sys::Date::now();
    let said = LAST.with(|last| {
        let (at, before) = &*last.borrow();
        let follows = now - at < TOGETHER && !before.is_empty() && !before.ends_with(sentence);
        if follows { format!("{before} {sentence}") } else { sentence.to_owned() }
    });
    set_text("announcement", &said)?;
    LAST.set((now, said));
    Ok(())
}
