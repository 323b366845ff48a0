//! The files that the review desk works on: where opening hands over to the results.
//!
//! Reading and classifying run in the worker, the latter in portions: between two of them the worker answers the list,
//! so that the first results can be read while the rest is at work.

use std::cell::Cell;

use crate::api::reading::PackedClauses;
use crate::api::review::{Classify, How, Take};
use crate::page::dom::Dom;
use crate::page::task;
use crate::page::worker::Failure;
use crate::review::{Aspect, Ledger, Scope};

use super::calls::trouble_of;
use super::state::Activity;
use super::{calls, filters, inquiry, judging, list, state};

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
    !is_sample() && state::has_results()
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
    state::ledger().set(Ledger::default());
    state::current().set(None);
    inquiry::empty();
    calls::clear().await?;
    filters::forget()?;
    list::renew().await
}

/// Takes the clauses of files over, classifies them and shows the results as they come.
pub fn take(files: Vec<PackedClauses>, names: Vec<String>, how: How) {
    task::begin(run(files, names, how));
}

/// Stops reading or classifying; what was classified stays.
pub fn stop() {
    STOP.set(true);
    if matches!(activity(), Activity::Reading) {
        calls::client().cancel();
    }
}

/// Goes on classifying after it was stopped.
pub fn go_on() {
    task::begin(classify());
}

async fn run(files: Vec<PackedClauses>, names: Vec<String>, how: How) -> Dom {
    if is_sample() {
        clear().await?;
    }
    set_activity(Activity::Reading);
    match calls::take(Take { files, how }, names).await {
        Ok(taken) => {
            judging::judge(Scope::CarriedOver, Aspect::Choice, taken.carried, None);
            classify().await
        }
        Err(Failure::Cancelled) => feed_again().await,
        Err(failure) => {
            set_activity(Activity::Idle);
            Err(trouble_of(failure))
        }
    }
}

/// Gives a fresh worker everything, after the one before was ended by the officer.
pub async fn feed_again() -> Dom {
    calls::send_again().await?;
    inquiry::send_again().await?;
    classify().await
}

/// Classifies what is on the desk, portion by portion. At rest the page shows the numbers of everything.
pub async fn classify() -> Dom {
    STOP.set(false);
    set_activity(Activity::Classifying { done: 0, of: 0 });
    let end = portions().await;
    set_activity(*end.as_ref().unwrap_or(&Activity::Idle));
    end.map(drop)
}

async fn portions() -> Dom<Activity> {
    let mut number = 0_usize;
    loop {
        let classified = calls::ask(&Classify(PORTION)).await?;
        let (done, of) = (classified.done, classified.of);
        let end = match (done == of, STOP.get()) {
            (true, _) => Some(Activity::Idle),
            (false, true) => Some(Activity::Stopped { done, of }),
            (false, false) => None,
        };
        if end.is_none() {
            set_activity(Activity::Classifying { done, of });
        }
        if end.is_some() || number.is_multiple_of(RENEWAL) {
            list::renew().await?;
        }
        if let Some(end) = end {
            return Ok(end);
        }
        number += 1;
    }
}

fn activity() -> Activity {
    state::activity().get()
}

pub(super) fn set_activity(activity: Activity) {
    state::activity().set(activity);
}
