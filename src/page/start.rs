//! The start: three cards that say what is answered, what is needed, and how far it is; each leads to its tool, or to its
//! sample.

use std::cell::Cell;

use web_sys::HtmlElement;

use super::dom::{Dom, by_id, on_pick, on_press, set_text};
use super::{about, tabs};

/// The samples: the tool and the button that shows it.
const SAMPLES: [(&str, &str); 3] =
    [("ceiling", "ceiling-sample"), ("procedures", "procedures-sample"), ("regulations", "review-sample")];

thread_local! {
    /// The button to press when its view is open.
    static PENDING: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// Listens to the cards.
pub fn open() -> Dom {
    on_pick("start-cards", "data-sample", |wanted: String| {
        let Some((view, sample)) = SAMPLES.into_iter().find(|(_, sample)| *sample == wanted) else {
            return Ok(());
        };
        PENDING.set(Some(sample));
        tabs::go(view)
    })?;
    tabs::on_address(|| {
        PENDING.take().map_or(Ok(()), |sample| {
            by_id::<HtmlElement>(sample)?.click();
            Ok(())
        })
    });
    on_press("start-work", || {
        by_id::<HtmlElement>("work-file")?.click();
        Ok(())
    })?;
    set_text("start-version", &about::version()?)
}
