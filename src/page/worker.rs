//! The client of the worker: calls with progress, and cancel.
//!
//! The worker holds a second instance of the core and answers one call at a time. Cancelling ends the worker, because
//! a running computation cannot hear a message; the next call starts a fresh one. A worker that trapped is replaced
//! in the same way, so that the page goes on. One that neither answers nor fails is noticed ([`when_silent`]).

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};

use crate::api::border::{Answer, AnswerKind, Call, Message, received, sent};

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

/// Time without a word of a worker that is at work after which the officer is told, in milliseconds.
const PATIENCE: f64 = 20_000.0;
/// Time between two looks at it, in milliseconds.
const LOOK: u32 = 2_000;

thread_local! {
    /// What is done when a worker has been silent for a while, and when it speaks again.
    static WHEN_SILENT: Cell<fn(&Client, bool)> = const { Cell::new(|_, _| ()) };
}

/// Has `tell` called with a client whose worker has been silent for a while (true), and when that is over (false).
pub fn when_silent(tell: fn(&Client, bool)) {
    WHEN_SILENT.set(tell);
}

struct Waiting {
    resolve: Function,
    progress: Box<dyn Fn(JsValue)>,
}

type Calls = Rc<RefCell<BTreeMap<u32, Waiting>>>;

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
    last: Rc<Cell<u32>>,
    /// When the worker last said something, or was first asked.
    heard: Rc<Cell<f64>>,
    watched: Rc<Cell<bool>>,
}

impl Client {
    /// Asks the worker.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn call<C: Call>(
        &self,
        call: &C,
        progress: impl Fn(C::Progress) + 'static,
    ) -> Result<C::Output, Failure> {
        let input = sent(call).map_err(|error| refused(&error))?;
        let told = move |step| {
            if let Ok(step) = received(step) {
                progress(step);
            }
        };
        let answer = self.answered(C::NAME, input, Box::new(told)).await?;
        received(answer).map_err(|error| refused(&error))
    }

    /// Ends whatever the worker is doing; waiting calls fail with [`Failure::Cancelled`].
    pub fn cancel(&self) {
        self.end();
        settle(&self.calls, AnswerKind::Cancelled, &JsValue::NULL);
    }

    /// Ends a worker that says nothing; waiting calls fail with [`Failure::Trapped`], as if it had ended by itself.
    pub fn replace(&self) {
        self.end();
        settle(&self.calls, AnswerKind::Trapped, &"no answer".into());
    }

    /// Counts the silence from now on.
    pub fn wait_again(&self) {
        self.heard.set(now());
    }

    /// Whether it is the same client.
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.calls, &other.calls)
    }

    /// Looks after the worker for as long as calls wait for it.
    fn watch(&self) {
        if self.watched.replace(true) {
            return;
        }
        self.heard.set(now());
        look_later(self.clone());
    }

    async fn answered(&self, call: &str, input: JsValue, progress: Box<dyn Fn(JsValue)>) -> Result<JsValue, Failure> {
        let id = self.last.get().wrapping_add(1);
        self.last.set(id);
        let mut progress = Some(progress);
        let promise = Promise::new(&mut |resolve, _| {
            if let Some(progress) = progress.take() {
                self.calls.borrow_mut().insert(id, Waiting { resolve, progress });
            }
        });
        let number = self.post(&Message { id, call, input }).map_err(|error| {
            self.calls.borrow_mut().remove(&id);
            Failure::Trapped(text(&error))
        })?;
        self.watch();
        let answer = JsFuture::from(promise).await.and_then(received).map_err(|error| trapped(&error))?;
        self.judge(answer, number)
    }

    fn judge(&self, answer: Answer, number: u32) -> Result<JsValue, Failure> {
        match answer.kind {
            AnswerKind::Output => Ok(answer.value),
            AnswerKind::Cancelled => Err(Failure::Cancelled),
            AnswerKind::Trapped => {
                // What else waits for the same worker gets no answer any more; a fresh one goes on.
                if self.running.borrow().as_ref().is_some_and(|running| running.number == number) {
                    self.end();
                    settle(&self.calls, AnswerKind::Trapped, &answer.value);
                }
                Err(trapped(&answer.value))
            }
            AnswerKind::Refused | AnswerKind::Progress => Err(refused(&answer.value)),
        }
    }

    /// Hands a call to the worker and gives the worker's number. One that failed while nothing waited for it is told
    /// of here, because its memory is lost to the caller.
    fn post(&self, message: &Message<'_>) -> Result<u32, JsValue> {
        let posted = sent(message)?;
        let mut running = self.running.borrow_mut();
        if running.as_ref().is_some_and(|running| running.failed.get()) {
            running.take();
            return Err("the worker ended".into());
        }
        let running = running.get_or_insert_with(|| start(&self.calls, &self.heard, message.id));
        running.worker.post_message(&posted).map(|()| running.number)
    }

    fn end(&self) {
        if let Some(running) = self.running.borrow_mut().take() {
            running.worker.terminate();
        }
    }
}

fn look_later(client: Client) {
    Timeout::new(LOOK, move || {
        let waits = !client.calls.borrow().is_empty();
        WHEN_SILENT.get()(&client, waits && now() - client.heard.get() > PATIENCE);
        if waits {
            look_later(client);
        } else {
            client.watched.set(false);
        }
    })
    .forget();
}

fn now() -> f64 {
    js_sys::Date::now()
}

fn start(calls: &Calls, heard: &Rc<Cell<f64>>, number: u32) -> Running {
    let worker = new_worker();
    let waiting = Rc::clone(calls);
    let heard = Rc::clone(heard);
    let hearing = Closure::new(move |event: MessageEvent| {
        heard.set(now());
        hear(&waiting, event.data());
    });
    let waiting = Rc::clone(calls);
    let failed = Rc::new(Cell::new(false));
    let now_failed = Rc::clone(&failed);
    let failing = Closure::new(move |event: Event| {
        event.prevent_default();
        let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
        now_failed.set(true);
        settle(&waiting, AnswerKind::Trapped, &message.into());
    });
    worker.set_onmessage(Some(hearing.as_ref().unchecked_ref()));
    worker.set_onerror(Some(failing.as_ref().unchecked_ref()));
    Running { worker, number, failed, _hearing: hearing, _failing: failing }
}

/// A message of the worker: progress goes to its call, anything else ends the call.
fn hear(calls: &Calls, message: JsValue) {
    let Ok(answer) = received::<Answer>(message) else { return };
    if answer.kind == AnswerKind::Progress {
        if let Some(call) = calls.borrow().get(&answer.id) {
            (call.progress)(answer.value);
        }
        return;
    }
    let call = calls.borrow_mut().remove(&answer.id);
    if let Some(call) = call {
        resolve(&call, &answer);
    }
}

/// Gives all waiting calls the same answer.
fn settle(calls: &Calls, kind: AnswerKind, value: &JsValue) {
    for (id, call) in std::mem::take(&mut *calls.borrow_mut()) {
        resolve(&call, &Answer { id, kind, value: value.clone() });
    }
}

fn resolve(call: &Waiting, answer: &Answer) {
    if answer.kind == AnswerKind::Trapped {
        // Kept for the diagnosis.
        super::trouble::note(&format!("worker: {}", text(&answer.value)));
    }
    if let Ok(answer) = sent(answer) {
        let _ = call.resolve.call1(&JsValue::NULL, &answer);
    }
}

fn refused(error: &JsValue) -> Failure {
    Failure::Refused(text(error))
}

fn trapped(error: &JsValue) -> Failure {
    Failure::Trapped(text(error))
}

fn text(value: &JsValue) -> String {
    value.as_string().unwrap_or_else(|| format!("{value:?}"))
}
