//! Tool 3, アナログ規制: opening files, checking how they would be read, and the account of what was read.
//!
//! Files stay in the memory of the page. The worker looks at each ([`looking`]), the officer checks the cards
//! ([`cards`]) and has them read ([`reading`]); then they are handed over to the review desk.

mod account;
mod arriving;
mod bar;
mod calls;
mod cards;
mod charset;
mod choosing;
mod drawing;
mod folder;
mod looking;
mod preview;
mod reading;
mod repeated;
mod sheet;
mod state;
mod warming;

use super::dom::Dom;

/// Opens the part of the view.
pub fn open() -> Dom {
    arriving::open()?;
    cards::open()?;
    choosing::open()?;
    bar::open()?;
    reading::open()?;
    repeated::open()?;
    account::open()?;
    warming::open();
    Ok(())
}
