//! The client of the worker: calls by name with progress, and cancel.
//!
//! The worker holds a second instance of the core and answers one call at a time. Cancelling ends the worker, because
//! a running computation cannot hear a message; the next call starts a fresh one. A worker that trapped is replaced
//! in the same way, so that the page goes on.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker};

#[wasm_bindgen]
extern "C" {
    /// Makes a worker that holds the core (`www/boot.js`).
    #[wasm_bindgen(js_namespace = ichimai, js_name = worker)]
    fn new_worker() -> Worker;
}

/// Why a call gave no result.
#[derive(Debug)]
pub enum Failure {
    /// The officer cancelled it.
    Cancelled,
    /// The worker ended without an answer (out of memory, a fault); the detail is for a bug report.
    Trapped(String),
    /// The core refused the input; the detail is for a bug report.
    Refused(String),
}

struct Call {
    resolve: Function,
    progress: Box<dyn Fn(JsValue)>,
}

type Calls = Rc<RefCell<BTreeMap<u32, Call>>>;

struct Running {
    worker: Worker,
    /// Tells this worker from the one before it.
    number: u32,
    /// The browser said that it ended or failed: it answers no more.
    failed: Rc<Cell<bool>>,
    _hearing: Closure<dyn FnMut(MessageEvent)>,
    _failing: Closure<dyn FnMut(Event)>,
}

/// One worker and the calls that wait for it; copies share the worker.
#[derive(Default, Clone)]
pub struct Client {
    running: Rc<RefCell<Option<Running>>>,
    calls: Calls,
    last: Rc<RefCell<u32>>,
}

impl Client {
    /// Calls an exported function of the core, `name(input, progress)`, in the worker.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn call<I: Serialize, O: DeserializeOwned>(
        &self,
        name: &str,
        input: &I,
        progress: impl Fn(JsValue) + 'static,
    ) -> Result<O, Failure> {
        let serializer = serde_wasm_bindgen::Serializer::json_compatible().serialize_bytes_as_arrays(false);
        let input = input.serialize(&serializer).map_err(|error| Failure::Refused(error.to_string()))?;
        let answer = self.call_raw(name, &input, progress).await?;
        serde_wasm_bindgen::from_value(answer).map_err(|error| Failure::Refused(error.to_string()))
    }

    /// As [`Client::call`], with values as they cross the border: for bytes and for large results.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn call_raw(
        &self,
        name: &str,
        input: &JsValue,
        progress: impl Fn(JsValue) + 'static,
    ) -> Result<JsValue, Failure> {
        let id = self.next_id();
        let promise = Promise::new(&mut |resolve, _| {
            let progress = Box::new(|_| ());
            self.calls.borrow_mut().insert(id, Call { resolve, progress });
        });
        if let Some(call) = self.calls.borrow_mut().get_mut(&id) {
            call.progress = Box::new(progress);
        }
        let posted = self.post(id, name, input);
        let number = posted.map_err(|error| {
            self.calls.borrow_mut().remove(&id);
            Failure::Trapped(text(&error))
        })?;
        let answer = JsFuture::from(promise).await.map_err(|error| Failure::Trapped(text(&error)))?;
        self.judge(&answer, number)
    }

    /// Ends whatever the worker is doing; waiting calls fail with [`Failure::Cancelled`].
    pub fn cancel(&self) {
        self.end();
        settle(&self.calls, &field_value("cancelled", &JsValue::TRUE));
    }

    fn judge(&self, answer: &JsValue, number: u32) -> Result<JsValue, Failure> {
        if field(answer, "cancelled").is_truthy() {
            return Err(Failure::Cancelled);
        }
        if field(answer, "trapped").is_truthy() {
            // What else waits for the same worker gets no answer any more; a fresh one goes on.
            if self.running.borrow().as_ref().is_some_and(|running| running.number == number) {
                self.end();
                settle(&self.calls, answer);
            }
            return Err(Failure::Trapped(text(&field(answer, "error"))));
        }
        match field(answer, "error") {
            error if error.is_undefined() => Ok(field(answer, "result")),
            error => Err(Failure::Refused(text(&error))),
        }
    }

    /// Hands a call to the worker and gives the worker's number. One that failed while nothing waited for it is told
    /// of here, because its memory is lost to the caller.
    fn post(&self, id: u32, name: &str, input: &JsValue) -> Result<u32, JsValue> {
        let message = field_value("id", &id.into());
        Reflect::set(&message, &"call".into(), &name.into())?;
        Reflect::set(&message, &"input".into(), input)?;
        let mut running = self.running.borrow_mut();
        if running.as_ref().is_some_and(|running| running.failed.get()) {
            running.take();
            return Err("the worker ended".into());
        }
        let running = running.get_or_insert_with(|| start(&self.calls, id));
        running.worker.post_message(&message).map(|()| running.number)
    }

    fn end(&self) {
        if let Some(running) = self.running.borrow_mut().take() {
            running.worker.terminate();
        }
    }

    fn next_id(&self) -> u32 {
        let mut last = self.last.borrow_mut();
        *last = last.wrapping_add(1);
        *last
    }
}

fn start(calls: &Calls, number: u32) -> Running {
    let worker = new_worker();
    let waiting = Rc::clone(calls);
    let hearing = Closure::new(move |event: MessageEvent| hear(&waiting, &event.data()));
    let waiting = Rc::clone(calls);
    let failed = Rc::new(Cell::new(false));
    let now_failed = Rc::clone(&failed);
    let failing = Closure::new(move |event: Event| {
        event.prevent_default();
        now_failed.set(true);
        let answer = field_value("error", &field(&event, "message"));
        let _ = Reflect::set(&answer, &"trapped".into(), &JsValue::TRUE);
        settle(&waiting, &answer);
    });
    worker.set_onmessage(Some(hearing.as_ref().unchecked_ref()));
    worker.set_onerror(Some(failing.as_ref().unchecked_ref()));
    Running { worker, number, failed, _hearing: hearing, _failing: failing }
}

/// Keeps the end of a worker for the diagnosis.
fn note(answer: &JsValue) {
    if field(answer, "trapped").is_truthy() {
        super::trouble::note(&format!("worker: {}", text(&field(answer, "error"))));
    }
}

/// A message of the worker: progress goes to its call, anything else ends the call.
fn hear(calls: &Calls, answer: &JsValue) {
    let Some(id) = field(answer, "id").as_f64().map(|id| format!("{id}")) else { return };
    let Ok(id) = id.parse::<u32>() else { return };
    let progress = field(answer, "progress");
    if progress.is_undefined() {
        note(answer);
        let call = calls.borrow_mut().remove(&id);
        if let Some(call) = call {
            let _ = call.resolve.call1(&JsValue::NULL, answer);
        }
    } else if let Some(call) = calls.borrow().get(&id) {
        (call.progress)(progress);
    }
}

/// Gives all waiting calls the same answer.
fn settle(calls: &Calls, answer: &JsValue) {
    note(answer);
    let waiting = std::mem::take(&mut *calls.borrow_mut());
    for call in waiting.into_values() {
        let _ = call.resolve.call1(&JsValue::NULL, answer);
    }
}

fn field(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn field_value(name: &str, value: &JsValue) -> JsValue {
    let object = js_sys::Object::new();
    let _ = Reflect::set(&object, &name.into(), value);
    object.into()
}

fn text(value: &JsValue) -> String {
    value.as_string().unwrap_or_else(|| format!("{value:?}"))
}
