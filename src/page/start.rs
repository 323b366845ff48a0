//! The start: three cards that say what is answered, what is needed, and how far it is; each leads to its tool, or to its
//! sample.

use std::cell::Cell;

use gloo::utils::window;
use web_sys::{Element, Event, HtmlElement, MouseEvent};

use super::dom::{Dom, by_id, on, on_within};
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
    on_within(&by_id::<Element>("start-cards")?, "click", "[data-sample]", |_: &MouseEvent, button| {
        let wanted = button.get_attribute("data-sample");
        let Some((view, sample)) = SAMPLES.into_iter().find(|(_, sample)| wanted.as_deref() == Some(sample)) else {
            return Ok(());
        };
        PENDING.set(Some(sample));
        tabs::go(view)
    });
    on(&window(), "hashchange", |_: &Event| match PENDING.take() {
        Some(sample) => {
            by_id::<HtmlElement>(sample)?.click();
            Ok(())
        }
        None => Ok(()),
    });
    on(&by_id::<Element>("start-work")?, "click", |_: &MouseEvent| {
        by_id::<HtmlElement>("work-file")?.click();
        Ok(())
    });
    by_id::<Element>("start-version")?.set_text_content(Some(&about::version()?));
    Ok(())
}
