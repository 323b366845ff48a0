//! What comes back: the lower part of the screen 照会と回答. Files are read in the worker, one after another; what was read
//! is shown before anything changes, and taking it over is one step that can be undone.

mod account;
mod conflicts;
mod hand;
mod list;
mod parts;
mod progress;
mod reading;
mod state;
mod take_over;

use web_sys::{Element, MouseEvent};

use crate::page::dom::{Dom, by_id, fill, on, reveal};
use crate::page::work;

use super::state as inquiry;

pub use reading::arrive;

/// Opens it.
pub fn open() -> Dom {
    reading::open()?;
    parts::open()?;
    hand::open()?;
    take_over::open()?;
    progress::open()?;
    on(&by_id::<Element>("incoming-settle")?, "click", |_: &MouseEvent| {
        work::settle_disputes();
        Ok(())
    });
    inquiry::store().with(|store| {
        store.watch(|work| {
            reveal(&by_id::<Element>("incoming-none")?, work.rounds.is_empty() && work.disputes.is_empty())?;
            reveal(&by_id::<Element>("incoming-body")?, !work.rounds.is_empty() || !work.disputes.is_empty())?;
            let disputes: Element = by_id("incoming-disputes")?;
            reveal(&disputes, !work.disputes.is_empty())?;
            let left = work.disputes.len();
            fill(&disputes, "sentence", &format!("作業ファイルの統合で残した食い違いが{left}件あります。"))
        })
    })
}
