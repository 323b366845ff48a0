//! [`Soon`]: what several changes at once would ask for is asked once, after the worker has heard of all of them.

use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::dom::Dom;
use super::task;

/// A question that is asked again when what it depends on changes.
#[derive(Debug, Clone, Default)]
pub struct Soon(Rc<Cell<bool>>);

impl Soon {
    /// Asks, once however many changes come together: what the changes tell the worker is sent before.
    pub fn ask<F: Future<Output = Dom>>(&self, question: impl FnOnce() -> F + 'static) {
        if self.0.replace(true) {
            return;
        }
        let waiting = Rc::clone(&self.0);
        task::begin(async move {
            // Behind everything that the changes have set going so far.
            drop(JsFuture::from(Promise::resolve(&JsValue::NULL)).await);
            waiting.set(false);
            question().await
        });
    }
}
