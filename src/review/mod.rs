//! The review desk (点検): from thousands of candidates to a decided list.
//!
//! Takes clauses and what was found in them, keeps what the officer decides ([`Ledger`]), answers filters and counts
//! ([`Desk`], [`select`], [`overview`]), compares an updated collection ([`Comparison`]), reads and writes the work
//! file ([`work_file`]) and lays the result sheet ([`result`]). It knows no page and no file of the officer.

mod category_set;
mod comparison;
mod desk;
mod filter;
mod judgement;
mod judgements;
mod key;
mod ledger;
mod likeness;
mod listing;
mod names;
mod overview;
pub mod result;
pub mod work_file;

pub use category_set::CategorySet;
pub use comparison::{Comparison, Former, Gone, Standing};
pub use desk::{Classified, Decided, Desk, DeskEntry, Repeats, State};
pub use filter::{Filter, Found, Order, select};
pub use judgement::{Decision, Judged, Judgement, Need, Origin, Policy, Stage, Target, UNDECIDED};
pub use judgements::{JudgementSection, Judgements};
pub use key::{ClauseKey, Fingerprint, NotAKey, normalised};
pub use ledger::{Applied, Aspect, Beside, Ledger, Scope, Step};
pub use likeness::differences;
pub use listing::{Listing, Together};
pub use names::{NameId, Names};
pub use overview::{Count, NameCount, Overview, overview};
