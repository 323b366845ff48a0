//! The files that the review desk works on: where opening hands over to the results.
//!
//! Reading and classifying run in the worker, the latter in portions: between two of them the worker answers the list,
//! so that the first results can be read while the rest is at work.

use std::cell::Cell;

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::page::dom::Dom;
use crate::page::trouble;
use crate::page::worker::Failure;
use crate::review::{Ledger, Scope};

use super::state::Activity;
use super::{calls, decide, filters, list, recovery, state};

/// A file that the officer accepted after the preview, or a text that they pasted.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its name, with its path where a folder was dropped.
    pub name: String,
    /// Its bytes, outside the memory of the core: only the worker reads them.
    pub bytes: Uint8Array,
}

/// What becomes of the clauses that are on the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// The files come below what is there.
    Add,
    /// The files are an updated collection: they replace what is there and are compared with it. Decisions are kept.
    Replace,
}

/// Clauses in one portion: some 20 ms of work on an office machine.
const PORTION: usize = 2_000;
/// Portions between two renewals of the list.
const RENEWAL: usize = 5;

thread_local! {
    static STOP: Cell<bool> = const { Cell::new(false) };
    /// The bundled sample is on the desk: the officer's own files take its place.
    static SAMPLE: Cell<bool> = const { Cell::new(false) };
}

/// Whether the officer's clauses are on the desk, so that they have to choose between adding and replacing.
pub fn any() -> bool {
    !is_sample()
        && state::overview().with(|store| store.read(|overview| overview.as_ref().is_some_and(|all| all.clauses > 0)))
}

/// Whether the bundled sample is on the desk.
pub fn is_sample() -> bool {
    SAMPLE.get()
}

/// Says whether the bundled sample is on the desk.
pub fn set_sample(sample: bool) {
    SAMPLE.set(sample);
}

/// Takes everything off the desk: clauses, decisions, filter.
pub async fn clear() -> Dom {
    set_sample(false);
    state::change_ledger(|ledger| *ledger = Ledger::default());
    state::current().with(|store| store.change(|current| *current = None));
    calls::clear().await.map_err(trouble_of)?;
    filters::forget()?;
    list::renew().await
}

/// Reads the files into clauses, classifies them and shows the results as they come.
///
/// `choices` are the officer's choices for reading by file name, as the worker's reading takes them.
pub fn take(sources: Vec<Source>, choices: JsValue, how: Take) {
    spawn_local(async move { trouble::report(run(sources, choices, how).await) });
}

/// Stops reading or classifying; what was classified stays.
pub fn stop() {
    STOP.set(true);
    if matches!(activity(), Activity::Reading(_)) {
        calls::client().cancel();
    }
}

/// Goes on classifying after it was stopped.
pub fn go_on() {
    spawn_local(async { trouble::report(classify().await) });
}

async fn run(sources: Vec<Source>, choices: JsValue, how: Take) -> Dom {
    if is_sample() {
        clear().await?;
    }
    set_activity(Activity::Reading(0));
    let progress = |value: JsValue| {
        let done = Reflect::get(&value, &"done".into()).ok().and_then(|done| done.as_f64()).unwrap_or(0.0);
        #[expect(clippy::cast_possible_truncation, reason = "a count of rows")]
        set_activity(Activity::Reading(done as i64));
    };
    match calls::take(calls::Fed::Files(sources, choices, how), progress).await {
        Ok(taken) => {
            decide::adopt(Scope::CarriedOver, taken.carried);
            classify().await
        }
        Err(Failure::Cancelled) => {
            calls::feed_again().await.map_err(trouble_of)?;
            classify().await
        }
        Err(failure) => {
            set_activity(Activity::Idle);
            Err(trouble_of(failure))
        }
    }
}

/// Classifies what is on the desk, portion by portion.
pub async fn classify() -> Dom {
    STOP.set(false);
    for portion in 0_usize.. {
        let classified = match calls::classify(PORTION).await {
            Ok(classified) => classified,
            Err(failure) => {
                set_activity(Activity::Idle);
                return Err(trouble_of(failure));
            }
        };
        let (done, of) = (classified.done, classified.of);
        let (finished, stopped) = (done == of, STOP.get());
        set_activity(match (finished, stopped) {
            (true, _) => Activity::Idle,
            (false, true) => Activity::Stopped { done, of },
            (false, false) => Activity::Classifying { done, of },
        });
        if finished || stopped || portion.is_multiple_of(RENEWAL) {
            list::renew().await?;
        }
        if finished || stopped {
            break;
        }
    }
    Ok(())
}

fn activity() -> Activity {
    state::activity().with(|store| store.read(|activity| *activity))
}

pub(super) fn set_activity(activity: Activity) {
    state::activity().with(|store| store.change(|now| *now = activity));
}

/// A failure as the trouble panel shows it; null where it is no trouble or is dealt with: what was cancelled is what
/// the officer wished, and a worker that ended is replaced.
pub fn trouble_of(failure: Failure) -> JsValue {
    match failure {
        Failure::Cancelled => JsValue::NULL,
        Failure::Trapped(detail) => {
            recovery::begin(detail);
            JsValue::NULL
        }
        Failure::Refused(detail) => JsValue::from_str(&detail),
    }
}
