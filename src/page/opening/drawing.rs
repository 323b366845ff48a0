//! When the opened files are drawn: few at once, so that what was pressed is there; of thousands at most some twenty
//! times a second, so that looking at them takes as long as there are files.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;

use crate::page::dom::Dom;
use crate::page::trouble;

use super::state::{Opening, store};

/// So many files are drawn at every change.
const FEW: usize = 50;
/// Pause between two drawings of more, in milliseconds.
const PAUSE: u32 = 50;

/// Has `show` draw the files after changes, and once now.
pub fn watch(show: fn(&Opening) -> Dom) -> Dom {
    let asked = Rc::new(Cell::new(false));
    store().watch(move |opening| {
        if opening.entries().len() + opening.arriving() <= FEW {
            return show(opening);
        }
        if !asked.replace(true) {
            let asked = Rc::clone(&asked);
            Timeout::new(PAUSE, move || {
                asked.set(false);
                trouble::report(store().read(show));
            })
            .forget();
        }
        Ok(())
    })
}
