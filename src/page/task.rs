//! Work that takes a while: begun here, its failure reported when it ends.
//!
//! As long as any of it runs, the page's root carries `data-busy`: what the page shows without it is whole.

use std::cell::Cell;
use std::future::Future;

use wasm_bindgen_futures::spawn_local;

use super::dom::{Dom, root};
use super::trouble;

thread_local! {
    static RUNNING: Cell<u32> = const { Cell::new(0) };
}

/// Begins what takes a while.
pub fn begin(work: impl Future<Output = Dom> + 'static) {
    mark(RUNNING.get() + 1);
    spawn_local(async move {
        trouble::report(work.await);
        mark(RUNNING.get().saturating_sub(1));
    });
}

fn mark(running: u32) {
    RUNNING.set(running);
    trouble::report(root().and_then(|root| root.toggle_attribute_with_force("data-busy", running > 0)).map(drop));
}
