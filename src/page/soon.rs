//! [`Soon`]: what several changes at once would ask for is asked once, after the worker has heard of all of them.

use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
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
        // Behind everything that the changes have set going so far.
        self.ask_behind(async { drop(JsFuture::from(Promise::resolve(&JsValue::NULL)).await) }, question);
    }

    /// As [`Soon::ask`], after a pause in milliseconds, so that a row of quick changes asks once.
    pub fn ask_after<F: Future<Output = Dom>>(&self, pause: u32, question: impl FnOnce() -> F + 'static) {
        self.ask_behind(TimeoutFuture::new(pause), question);
    }

    fn ask_behind<F: Future<Output = Dom>>(
        &self,
        before: impl Future<Output = ()> + 'static,
        question: impl FnOnce() -> F + 'static,
    ) {
        if self.0.replace(true) {
            return;
        }
        let waiting = Rc::clone(&self.0);
        task::begin(async move {
            before.await;
            waiting.set(false);
            question().await
        });
    }
}
