//! What the review desk shows and what was decided: a store for each part that changes on its own.

use std::cell::RefCell;
use std::rc::Rc;
use std::thread::LocalKey;

use crate::api::review::{Bulk, ClauseView, Selected, Selection};
use crate::page::store::Store;
use crate::review::{Ledger, Overview};

/// What the worker is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Activity {
    /// Nothing.
    #[default]
    Idle,
    /// Reading files; so many rows or clauses so far.
    Reading(i64),
    /// Classifying clauses.
    Classifying {
        /// Clauses classified.
        done: usize,
        /// Clauses in all.
        of: usize,
    },
    /// Classification was stopped by the officer.
    Stopped {
        /// Clauses classified.
        done: usize,
        /// Clauses in all.
        of: usize,
    },
}

/// The clause that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Current {
    /// Its line in the list; none where the list no longer shows it.
    pub position: Option<u32>,
    /// The clause.
    pub clause: Rc<ClauseView>,
    /// What bulk decisions would reach.
    pub bulk: Bulk,
}

thread_local! {
    static LEDGER: Store<Option<Ledger>> = const { Store::new(None) };
    static OVERVIEW: Store<Option<Overview>> = const { Store::new(None) };
    static SELECTION: RefCell<Selection> = RefCell::new(Selection::default());
    static SELECTED: Store<Selected> = const { Store::new(Selected { items: 0, headings: Vec::new(), clauses: 0, without_category: 0, position: None }) };
    static CURRENT: Store<Option<Current>> = const { Store::new(None) };
    static ACTIVITY: Store<Activity> = const { Store::new(Activity::Idle) };
}

/// The decisions; `None` until the first.
pub fn ledger() -> &'static LocalKey<Store<Option<Ledger>>> {
    &LEDGER
}

/// The counts.
pub fn overview() -> &'static LocalKey<Store<Option<Overview>>> {
    &OVERVIEW
}

/// The filter and the order.
pub fn selection() -> &'static LocalKey<RefCell<Selection>> {
    &SELECTION
}

/// The size of the list.
pub fn selected() -> &'static LocalKey<Store<Selected>> {
    &SELECTED
}

/// The clause that is open.
pub fn current() -> &'static LocalKey<Store<Option<Current>>> {
    &CURRENT
}

/// What the worker is doing.
pub fn activity() -> &'static LocalKey<Store<Activity>> {
    &ACTIVITY
}

/// Reads the decisions.
pub fn with_ledger<T>(reader: impl FnOnce(&Ledger) -> T) -> T {
    LEDGER.with(|store| {
        store.read(|ledger| match ledger {
            Some(ledger) => reader(ledger),
            None => reader(&Ledger::default()),
        })
    })
}

/// Changes the decisions.
pub fn change_ledger<T>(change: impl FnOnce(&mut Ledger) -> T) -> Option<T> {
    let mut outcome = None;
    LEDGER.with(|store| store.change(|ledger| outcome = Some(change(ledger.get_or_insert_default()))));
    outcome
}

/// The sentence or name under which a clause is spoken of.
pub fn spoken(clause: &ClauseView) -> String {
    [&*clause.title, &clause.article, &clause.caption].join(" ").trim().to_owned()
}

/// The clause that is open, if any.
pub fn open_clause() -> Option<Current> {
    CURRENT.with(|store| store.read(Clone::clone))
}
