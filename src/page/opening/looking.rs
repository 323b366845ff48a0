//! Looking at the opened files in the worker, one after another, and again after each choice.

use std::cell::Cell;
use std::rc::Rc;

use crate::api::reading::Inspected;
use crate::page::{inquiry, messages, task, trouble};

use super::calls;
use super::state::{Look, OpenedFile, store};

thread_local! {
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
}

/// Looks at all files that wait; does nothing when that is under way.
pub fn go_on() {
    if !AT_WORK.replace(true) {
        task::begin(async {
            let mut from = 0;
            while let Some(entry) = store().read(|opening| opening.waiting_from(from).cloned()) {
                from = entry.id;
                look(entry).await;
            }
            AT_WORK.set(false);
            Ok(())
        });
    }
}

/// Gives up the file that is looked at; the others go on.
pub fn give_up() {
    calls::client().cancel();
}

async fn look(entry: OpenedFile) {
    let look = match calls::inspect(&entry).await {
        Ok(Inspected { own_result: true, .. }) => Look::Failed(messages::reading::OWN_RESULT.to_owned()),
        // What a section sent back is never read as a list of ordinances.
        Ok(Inspected { answers: true, .. }) => {
            store().change(|opening| opening.hand_on(entry.id));
            return trouble::report(inquiry::arrive(entry.name, entry.bytes));
        }
        Ok(Inspected { inspection, .. }) => Look::Seen(Rc::new(inspection)),
        Err(failure) => Look::Failed(messages::reading::failed(&failure)),
    };
    store().change(|opening| opening.change(entry.id, |entry| entry.look = look));
}

/// Looks at a file anew after the officer's choice. What was seen stays on the card until the answer is there.
pub fn again(id: u32) {
    let Some(entry) = store().read(|opening| opening.entry(id).cloned()) else { return };
    task::begin(async move {
        look(entry).await;
        Ok(())
    });
}
