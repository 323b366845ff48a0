//! Out to the departments and back: the screens 所管課 and 照会と回答 and the tab 照会 of the open clause.
//!
//! The page keeps the inquiry ([`state`], in the room of the desk) as it keeps the decisions, in one history with them.

mod clause;
mod departments;
mod incoming;
mod outgoing;

use super::dom::Dom;
pub use super::regulations::inquiry as state;
use super::tabs;
pub use incoming::arrive;

/// Opens the screens.
pub fn open() -> Dom {
    tabs::offer("regulations-departments")?;
    tabs::offer("regulations-inquiries")?;
    departments::open()?;
    clause::open()?;
    outgoing::open()?;
    incoming::open()
}
