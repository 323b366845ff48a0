//! The review desk in its worker: it keeps one desk and answers one call after another.
//!
//! Decisions are kept by the page; the worker has a copy, so that a worker that ended is replaced without loss.

mod amending;
mod clause;
mod desk;
mod files;
mod judging;
mod list;

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

pub use amending::{
    Advice, Advise, AmendmentCounts, AmendmentStanding, ChoiceView, Chosen, CountAmendments, DraftView, Kept,
    KeptDrafts, Paper, PrecedentView, WritePaper,
};
pub use clause::{Bulk, ClauseView, FindGone, Neighbour, Reach, ShowClause};
pub use desk::{Classify, Clear, CountAll, FindRepeats, How, Measure, Report, Take, Taken};
pub use files::{Export, ExportFormat, Exported, Open, Opened, Saving};
pub use judging::{InScope, Judge, SendJudgements, Targets};
pub use list::{Asking, Excerpt, Member, Members, RowView, Rows, Selected, Selection, Step, Way};

use crate::date::Date;
use crate::inquiry::progress::{Standing, by_clause, standings};
use crate::inquiry::{Number, Work};
use crate::review::{CategorySet, ClauseKey, Desk, DeskEntry, Filter, Listing, Scope, Target};

/// What the worker keeps.
#[derive(Debug, Default)]
pub(in crate::api) struct Session {
    pub(in crate::api) desk: Desk,
    pub(in crate::api) listing: Listing,
    /// What the listing shows.
    filter: Filter,
    /// The inquiry, as the page laid it.
    pub(in crate::api) inquiry: Work,
    /// How everything that was asked stands, until something changes.
    standings: OnceCell<Standings>,
    /// How clauses stand to their amendments, as far as it was asked.
    drafted: RefCell<amending::Known>,
    /// The day by which deadlines are judged.
    pub(in crate::api) today: Option<Date>,
}

thread_local! {
    static SESSION: RefCell<Session> = RefCell::new(Session::new());
}

/// How everything that was asked stands.
#[derive(Debug)]
pub(in crate::api) struct Standings {
    /// By its number.
    pub(in crate::api) numbers: BTreeMap<Number, Standing>,
    clauses: BTreeMap<ClauseKey, Standing>,
}

impl Session {
    fn new() -> Self {
        Self { desk: Desk::new(), ..Self::default() }
    }

    /// Takes another inquiry over: counts, filters and exports speak by it from now on.
    pub(in crate::api) fn set_inquiry(&mut self, work: Work, today: Option<Date>) {
        if work.assigned() != self.inquiry.assigned() {
            self.desk.assign(work.assigned());
        }
        self.inquiry = work;
        self.today = today;
        self.standings = OnceCell::new();
    }

    /// How everything that was asked stands, counted once until something changes.
    pub(in crate::api) fn inquiry_standings(&self) -> &Standings {
        self.standings.get_or_init(|| {
            let numbers = standings(&self.inquiry, self.desk.judgements(), self.today);
            let clauses = by_clause(&self.inquiry, &numbers);
            Standings { numbers, clauses }
        })
    }

    /// How the inquiry about a clause stands; nothing where nothing was asked.
    pub(in crate::api) fn inquiry_of(&self, key: ClauseKey) -> Option<Standing> {
        self.inquiry_standings().clauses.get(&key).copied()
    }

    /// The targets of a decision in bulk: what the filter does not ask for is not reached.
    fn targets(&self, scope: Scope, index: u32) -> Vec<Target> {
        let wanted = self.filter.wanted();
        let shown = |entry: &DeskEntry| self.filter.shown_of(entry);
        let of_category = |_: &DeskEntry| wanted;
        let within: &dyn Fn(&DeskEntry) -> CategorySet =
            if scope == Scope::RestOfShown { &shown } else { &of_category };
        self.desk.scope(scope, index as usize, self.listing.shown(), within)
    }
}

pub(in crate::api) fn with<T>(task: impl FnOnce(&mut Session) -> T) -> T {
    SESSION.with(|session| task(&mut session.borrow_mut()))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
