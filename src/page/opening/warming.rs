//! The worker is started when the officer comes to the tab, so that the first file is not kept waiting for it.

use std::cell::Cell;

use wasm_bindgen_futures::spawn_local;

use crate::page::dom::Dom;
use crate::page::{tabs, task};

use super::calls;

thread_local! {
    static BEGUN: Cell<bool> = const { Cell::new(false) };
}

/// Starts it now or later.
pub fn open() {
    tabs::on_address(look);
    // The tabs show their view when all tools are open.
    task::begin(async { look() });
}

fn look() -> Dom {
    if tabs::current()? == "regulations" && !BEGUN.replace(true) {
        spawn_local(calls::start());
    }
    Ok(())
}
