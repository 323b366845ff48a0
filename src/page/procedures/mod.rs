//! Tool 2, 27手続: which of the procedures are online, what is missing, and whether the grant's condition is met.
//!
//! Two ways in lead to one [`desk::Desk`]: the table of the procedures ([`table`]) and a list of the town ([`list`]).

mod chart;
mod comparison;
mod condition;
mod desk;
mod export;
mod history;
mod keys;
mod list;
mod marks;
mod report;
mod summary;
mod table;
mod work;

pub use desk::Work;
pub use report::REPORT;
pub use work::{entered, give, take};

use super::dom::Dom;
use super::store::{Shared, Store};
use desk::Desk;

thread_local! {
    static DESK: Store<Desk> = Store::new(Desk::default());
}

/// The store of the tool.
pub fn store() -> Shared<Desk> {
    Shared(&DESK)
}

/// Opens the view.
pub fn open() -> Dom {
    table::open()?;
    history::open()?;
    list::open()?;
    summary::open()?;
    comparison::open()?;
    export::open()
}

/// Reads the desk.
fn read<R>(reader: impl FnOnce(&Desk) -> R) -> R {
    store().read(reader)
}

/// Changes the desk.
fn change<R>(change: impl FnOnce(&mut Desk) -> R) -> R {
    store().change(change)
}
