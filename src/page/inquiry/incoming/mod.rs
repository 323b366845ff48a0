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
mod words;

use web_sys::Element;

use crate::api::border::{Compact, Written};
use crate::api::inquiry::PlanAnswers;

use crate::page::dom::{Dom, by_id, cleared, fill, on_press, reveal};
use crate::page::regulations::calls;
use crate::page::work;

use super::state as inquiry;

pub use reading::arrive;

/// Opens it.
pub fn open() -> Dom {
    reading::open()?;
    list::open()?;
    conflicts::open()?;
    parts::open()?;
    hand::open()?;
    take_over::open()?;
    progress::open()?;
    on_press("incoming-settle", work::settle_disputes)?;
    inquiry::store().watch(|work| {
        reveal(&by_id("incoming-none")?, work.rounds.is_empty() && work.disputes.is_empty())?;
        reveal(&by_id("incoming-body")?, !work.rounds.is_empty() || !work.disputes.is_empty())?;
        let disputes: Element = by_id("incoming-disputes")?;
        reveal(&disputes, !work.disputes.is_empty())?;
        let left = work.disputes.len();
        fill(&disputes, "sentence", &format!("作業ファイルの統合で残した食い違いが{left}件あります。"))
    })
}

/// Asks anew what taking over would change, and shows it.
async fn plan() -> Dom {
    let answers = state::with(|before| before.answers.clone());
    let Written(planned) = calls::ask(&PlanAnswers(Compact(answers))).await?;
    state::set_planned(planned);
    draw()
}

/// Draws everything anew.
fn draw() -> Dom {
    let any = state::with(|before| !before.answers.files.is_empty() || !before.answers.by_hand.0.is_empty());
    reveal(&by_id("incoming-account")?, any)?;
    if !any {
        return Ok(());
    }
    account::draw(&cleared("incoming-rows")?)?;
    list::remember()?;
    let place = cleared("incoming-parts")?;
    conflicts::draw(&place)?;
    parts::draw(&place)?;
    account::tell()
}
