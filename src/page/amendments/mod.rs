//! 用例 and 改正案 at the open clause: what is near, what the state amended, the draft with its choices, and the papers.
//!
//! The worker of the review desk answers; the page keeps what the officer chose and edited ([`state`]), with undo, and gives it to the
//! work file as a section of its own.

mod draft;
mod papers;
mod precedents;
mod settings;
mod state;

use std::rc::Rc;

use web_sys::Element;

use crate::api::border::{Compact, Written};
use crate::api::review::{Advice, Advise};
use crate::page::dom::{Dom, append};
use crate::page::regulations::calls::ask;
use crate::page::regulations::clause::tabs;
use crate::page::regulations::state as desk;
use crate::page::soon::Soon;

pub use state::{SECTION, empty, give, store, take};

thread_local! {
    static SOON: Soon = Soon::default();
}

/// Opens both tabs.
pub fn open() -> Dom {
    draft::open()?;
    papers::open()?;
    settings::open()?;
    let renew = || SOON.with(|soon| soon.ask(show));
    desk::watch_open(renew)?;
    desk::ledger().watch(move |_| renew())?;
    store().watch(move |kept| {
        desk::set_drafts(kept.clone());
        renew();
    })
}

/// Asks about the open clause and shows the answer, unless another was opened meanwhile.
async fn show() -> Dom {
    let Some(clause) = desk::open_clause().map(|current| current.clause) else { return Ok(()) };
    let with = Written(state::of(clause.key));
    let Compact(answer) = ask(&Advise { index: clause.index, with }).await?;
    let still = desk::open_clause().is_some_and(|current| Rc::ptr_eq(&current.clause, &clause));
    let Some(advice) = answer.filter(|_| still) else { return Ok(()) };
    tell(&advice)?;
    precedents::show(&advice)?;
    draft::show(&clause, advice)
}

/// What the tabs say.
fn tell(advice: &Advice) -> Dom {
    tabs::offer("precedents", true)?;
    tabs::offer("amendment", true)?;
    tabs::set_state("precedents", None, &format!("{}件", advice.precedents.len()))?;
    match (advice.national.is_empty(), advice.drafts.is_empty()) {
        (false, _) => tabs::set_state("amendment", Some("alert"), "国の改正"),
        (true, false) => tabs::set_state("amendment", None, "案あり"),
        (true, true) => tabs::set_state("amendment", None, "案なし"),
    }
}

/// Writes lines of words; those that differ are underlined and read out as such.
fn lines(place: &Element, lines: &[Vec<crate::amendments::export::Mark>], tag: &str) -> Dom {
    crate::page::dom::clear(place);
    for line in lines {
        let paragraph = append(place, "p", "")?;
        for mark in line {
            if mark.differs {
                append(&paragraph, tag, &mark.text)?;
            } else {
                paragraph.append_with_str_1(&mark.text)?;
            }
        }
    }
    Ok(())
}
