//! What the review desk shows and what was decided: a store for each part that changes on its own.

use std::cell::RefCell;
use std::rc::Rc;
use std::thread::LocalKey;

use crate::api::review::{Bulk, ClauseView, KeptDrafts, Selected, Selection};
use crate::page::dom::{Dom, Done};
use crate::page::store::{Shared, Store};
use crate::regulations::Category;
use crate::review::{ClauseKey, Found, Judgement, Ledger, Overview};

/// What the worker is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Activity {
    /// Nothing.
    #[default]
    Idle,
    /// Taking clauses over.
    Reading,
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
#[derive(Debug, Clone, PartialEq)]
pub struct Current {
    /// Its line in the list; none where the list no longer shows it.
    pub position: Option<u32>,
    /// The clause.
    pub clause: Rc<ClauseView>,
    /// The further clauses of the same form that its line stands for.
    pub same: Vec<ClauseKey>,
    /// What bulk decisions would reach.
    pub bulk: Bulk,
}

thread_local! {
    static DRAFTS: RefCell<KeptDrafts> = RefCell::default();
    static LEDGER: Store<Ledger> = Store::new(Ledger::default());
    static OVERVIEW: Store<Overview> = Store::new(Overview::default());
    static SELECTION: RefCell<Selection> = RefCell::new(Selection::default());
    static SELECTED: Store<Selected> = const { Store::new(Selected { items: 0, clauses: 0, without_category: 0, position: None }) };
    static CURRENT: Store<Option<Current>> = const { Store::new(None) };
    static ACTIVE: Store<Option<Category>> = const { Store::new(None) };
    static ACTIVITY: Store<Activity> = const { Store::new(Activity::Idle) };
}

/// The decisions.
pub fn ledger() -> Shared<Ledger> {
    Shared(&LEDGER)
}

/// The counts.
pub fn overview() -> Shared<Overview> {
    Shared(&OVERVIEW)
}

/// Whether clauses are on the desk.
pub fn has_results() -> bool {
    overview().read(|overview| overview.clauses > 0)
}

/// The filter and the order.
pub fn selection() -> &'static LocalKey<RefCell<Selection>> {
    &SELECTION
}

/// The size of the list.
pub fn selected() -> Shared<Selected> {
    Shared(&SELECTED)
}

/// The clause that is open.
pub fn current() -> Shared<Option<Current>> {
    Shared(&CURRENT)
}

/// The category of the open clause that heeds the keys, where the officer chose one.
pub fn active() -> Shared<Option<Category>> {
    Shared(&ACTIVE)
}

/// The category that heeds the keys: the chosen one, else the first undecided one, else the first.
pub fn active_category(present: &[(Category, Found, Judgement)]) -> Option<Category> {
    let chosen = active().get();
    let chosen = present.iter().find(|(category, _, _)| chosen == Some(*category));
    let open = || present.iter().find(|(_, _, judgement)| judgement.decision.is_none());
    chosen.or_else(open).or_else(|| present.first()).map(|(category, _, _)| *category)
}

/// What the worker is doing.
pub fn activity() -> Shared<Activity> {
    Shared(&ACTIVITY)
}

/// The sentence or name under which a clause is spoken of.
pub fn spoken(clause: &ClauseView) -> String {
    let clause = &clause.clause;
    [&*clause.title, &clause.article, &clause.caption].join(" ").trim().to_owned()
}

/// The clause that is open, if any.
pub fn open_clause() -> Option<Current> {
    current().get()
}

/// Calls `watcher` once now and whenever another clause is open; a change of what surrounds the same one is none.
pub fn watch_open<D: Done>(watcher: impl Fn() -> D + 'static) -> Dom {
    let last = RefCell::new(None::<Rc<ClauseView>>);
    current().watch(move |current| {
        let now = current.as_ref().map(|current| Rc::clone(&current.clause));
        let before = last.replace(now.clone());
        let same = before.zip(now).is_some_and(|(before, now)| Rc::ptr_eq(&before, &now));
        if same { Ok(()) } else { watcher().done() }
    })
}

/// What the officer left of the drafts of amendments, as their tabs told it last.
pub fn drafts() -> KeptDrafts {
    DRAFTS.with_borrow(Clone::clone)
}

/// Tells what the officer left of the drafts.
pub fn set_drafts(kept: KeptDrafts) {
    DRAFTS.replace(kept);
}
