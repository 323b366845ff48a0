//! What the page keeps of the inquiry. Its changes are steps of the ledger, so that one 元に戻す serves both: the ledger
//! knows the states of the inquiry by their numbers, and this module keeps them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use crate::api::border::Written;
use crate::api::inquiry::{InquiryChanges, SendInquiry};
use crate::inquiry::Work;
use crate::page::dom::Dom;
use crate::page::store::{Shared, Store};
use crate::page::{clock, section, task};
use crate::review::{Aspect, Beside, Judged, Scope};

use super::{calls, judging, list};

pub use crate::inquiry::SECTION;

thread_local! {
    static WORK: Store<Rc<Work>> = Store::new(Rc::default());
    /// All states that the history speaks of, by their numbers.
    static STATES: RefCell<Vec<Rc<Work>>> = RefCell::new(vec![Rc::default()]);
    static NOW: Cell<u32> = const { Cell::new(0) };
    /// What the worker has.
    static SENT: RefCell<Option<Rc<Work>>> = const { RefCell::new(None) };
}

/// The store.
pub fn store() -> Shared<Rc<Work>> {
    Shared(&WORK)
}

/// The inquiry as it is.
pub fn work() -> Rc<Work> {
    store().get()
}

/// Changes the inquiry and, with it, judgements: one step that can be undone.
pub fn adopt(scope: Scope, judged: Vec<Judged>, work: Work) {
    if *self::work() == work {
        return judging::judge(scope, Aspect::Choice, judged, None);
    }
    let before = NOW.get();
    let after = STATES.with_borrow_mut(|states| {
        states.push(Rc::new(work));
        u32::try_from(states.len() - 1).unwrap_or(u32::MAX)
    });
    let beside = Some(Beside { before, after });
    judging::judge(scope, Aspect::Choice, judged, beside);
    restore(after);
}

/// Changes the inquiry alone.
pub fn change(scope: Scope, change: impl FnOnce(&mut Work)) {
    let mut work = (*work()).clone();
    change(&mut work);
    adopt(scope, Vec::new(), work);
}

/// Goes to a state that the history speaks of. Numbers that were given stay known: their books may be out.
pub fn restore(number: u32) {
    let Some(work) = STATES.with_borrow(|states| states.get(number as usize).cloned()) else { return };
    let work = (*work).clone().after(&self::work());
    NOW.set(number);
    // The worker hears of it before those who watch ask about it.
    task::begin(async {
        send().await?;
        list::renew().await
    });
    store().set(Rc::new(work));
}

/// Gives the worker what it does not have yet.
pub async fn send() -> Dom {
    let work = work();
    let before = SENT.replace(Some(Rc::clone(&work)));
    let same = |with: fn(&Work, &Work) -> bool| before.as_ref().is_some_and(|before| with(before, &work));
    let rounds = (!same(|one, other| Arc::ptr_eq(&one.rounds, &other.rounds))).then(|| Arc::clone(&work.rounds));
    let answers = (!same(|one, other| Arc::ptr_eq(&one.answers, &other.answers))).then(|| Arc::clone(&work.answers));
    let small = Work { rounds: Arc::default(), answers: Arc::default(), ..(*work).clone() };
    let changes = InquiryChanges { work: small, rounds, answers, today: clock::today() };
    calls::ask(&SendInquiry(Written(changes))).await
}

/// Gives a fresh worker everything.
pub async fn send_again() -> Dom {
    SENT.take();
    send().await
}

/// The section of the work file as JSON text.
pub fn give() -> Dom<String> {
    section::written(&*work())
}

/// Takes it; false: it is not in this form.
pub fn take(text: &str) -> bool {
    section::taken(text, replace)
}

/// For a work file without it.
pub fn empty() {
    replace(Work::default());
}

/// Another work file, or another desk: nothing of it is known to the worker or to the history.
fn replace(work: Work) {
    let work = Rc::new(work);
    STATES.set(vec![Rc::clone(&work)]);
    NOW.set(0);
    SENT.take();
    store().set(work);
}
