//! The worker of the review desk: what is asked of it, what its desk was given, and how one that ended is replaced
//! without loss.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsValue;

use crate::api::border::{Bytes, Call, Written};
use crate::api::review::{Clear, Open, Opened, SendJudgements, Take, Taken};
use crate::page::dom::Dom;
use crate::page::worker::{Client, Failure};
use crate::review::work_file::Refused;

use super::state;

/// What the desk of the worker was given, in order: it is given again where a worker had to be replaced.
#[derive(Clone)]
enum Given {
    /// Clauses, and the names of the files that they come from.
    Files(Take, Vec<String>),
    /// A work file that carried clauses.
    Work(Open),
}

thread_local! {
    /// What is done when the worker has ended.
    static WHEN_LOST: Cell<fn(String)> = const { Cell::new(|_| ()) };
    static CLIENT: Client = Client::default();
    static GIVEN: RefCell<Vec<Given>> = const { RefCell::new(Vec::new()) };
}

/// The outcome of a call.
pub type Outcome<T> = Result<T, Failure>;

/// The worker of the review desk.
pub fn client() -> Client {
    CLIENT.with(Client::clone)
}

/// Has `replace` called with the detail for a bug report whenever the worker has ended.
pub fn when_lost(replace: fn(String)) {
    WHEN_LOST.set(replace);
}

/// A failure as the trouble panel shows it; null where it is no trouble or is dealt with: what was cancelled is what
/// the officer wished, and a worker that ended is replaced.
pub fn trouble_of(failure: Failure) -> JsValue {
    match failure {
        Failure::Cancelled | Failure::Trapped(_) => JsValue::NULL,
        Failure::Refused(detail) => JsValue::from_str(&detail),
    }
}

/// Asks the worker; a failure is as [`trouble_of`] has it.
pub async fn ask<C: Call>(call: &C) -> Dom<C::Output> {
    try_ask(call).await.map_err(trouble_of)
}

/// As [`ask`], for who goes on where there is no answer.
pub async fn try_ask<C: Call>(call: &C) -> Outcome<C::Output> {
    ask_watched(call, |_| ()).await
}

/// As [`try_ask`], hearing how far it is.
pub async fn ask_watched<C: Call>(call: &C, progress: impl Fn(C::Progress) + 'static) -> Outcome<C::Output> {
    let answer = client().call(call, progress).await;
    if let Err(Failure::Trapped(detail)) = &answer {
        WHEN_LOST.get()(detail.clone());
    }
    answer
}

/// Lays files on the desk and remembers them.
pub async fn take(files: Take, names: Vec<String>) -> Outcome<Taken> {
    let taken = try_ask(&files).await?;
    GIVEN.with_borrow_mut(|all| all.push(Given::Files(files, names)));
    Ok(taken)
}

/// Takes everything off the desk.
pub async fn clear() -> Dom {
    GIVEN.take();
    ask(&Clear).await
}

/// The names of the files that lie on the desk.
pub fn given_names() -> Vec<String> {
    GIVEN.with_borrow(|all| {
        let names = all.iter().map(|given| match given {
            Given::Files(_, names) => names.clone(),
            Given::Work(_) => vec!["作業ファイルの条文".to_owned()],
        });
        names.collect::<Vec<Vec<String>>>().concat()
    })
}

/// Gives clauses and decisions again to the desk of a fresh worker; the inquiry is sent by its own module.
pub async fn send_again() -> Dom {
    let all = GIVEN.with_borrow(Clone::clone);
    for given in &all {
        match given {
            Given::Files(files, _) => drop(ask(files).await?),
            Given::Work(work) => drop(ask(work).await?),
        }
    }
    send_judgements().await.map(|_| ())
}

/// Opens a work file in the worker.
pub async fn open_work(bytes: Bytes) -> Dom<Result<Opened, Refused>> {
    let work = Open(bytes);
    let opened = ask(&work).await?;
    if opened.as_ref().is_ok_and(|opened| opened.clauses.is_some()) {
        GIVEN.set(vec![Given::Work(work)]);
    }
    Ok(opened)
}

/// Gives the worker all judgements anew; tells how many there are.
pub async fn send_judgements() -> Dom<usize> {
    let judgements = state::ledger().read(|ledger| ledger.judgements().clone());
    let count = judgements.len();
    ask(&SendJudgements(Written(judgements))).await.map(|()| count)
}
