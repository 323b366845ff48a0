//! A worker that neither answers nor fails: after a while the officer is told, and may wait or have it replaced. What was
//! entered and decided is the page's own and outlives any worker.

use std::cell::RefCell;

use super::dom::{Dom, by_id, on_press, reveal};
use super::trouble;
use super::worker::{self, Client};

thread_local! {
    static SILENT: RefCell<Option<Client>> = const { RefCell::new(None) };
}

/// Opens the notice and listens to the workers.
pub fn open() -> Dom {
    worker::when_silent(|client, silent| trouble::report(tell(client, silent)));
    on_press("silent-wait", || {
        if let Some(client) = SILENT.take() {
            client.wait_again();
        }
        reveal(&by_id("silent")?, false)
    })?;
    on_press("silent-replace", || {
        if let Some(client) = SILENT.take() {
            client.replace();
        }
        reveal(&by_id("silent")?, false)
    })
}

fn tell(client: &Client, silent: bool) -> Dom {
    let known = SILENT.with_borrow(|known| known.as_ref().is_some_and(|known| known.is(client)));
    if silent == known {
        return Ok(());
    }
    SILENT.set(silent.then(|| client.clone()));
    reveal(&by_id("silent")?, silent)
}
