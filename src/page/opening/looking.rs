//! Looking at the opened files in the worker, one after another, and again after each choice.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use crate::page::messages;

use super::calls;
use super::state::{Entry, Look, store};

thread_local! {
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
}

/// Looks at all files that wait; does nothing when that is under way.
pub fn go_on() {
    if !AT_WORK.replace(true) {
        spawn_local(async {
            while let Some(entry) = next() {
                look(entry).await;
            }
            AT_WORK.set(false);
        });
    }
}

fn next() -> Option<Entry> {
    let waiting = |entry: &&Entry| matches!(entry.look, Look::Waiting);
    store().with(|store| store.read(|opening| opening.entries().iter().find(waiting).cloned()))
}

async fn look(entry: Entry) {
    let look = match calls::inspect(&entry).await {
        Ok(inspection) => Look::Seen(Rc::new(inspection)),
        Err(failure) => Look::Failed(messages::reading::failed(&failure)),
    };
    store().with(|store| store.change(|opening| opening.change(entry.id, |entry| entry.look = look)));
}

/// Looks at a file anew after the officer's choice. What was seen stays on the card until the answer is there.
pub fn again(id: u32) {
    let Some(entry) = store().with(|store| store.read(|opening| opening.entry(id).cloned())) else { return };
    spawn_local(look(entry));
}
