//! The tab 用例: the precedents that are near, before and after side by side.

use web_sys::Element;

use crate::api::review::{Advice, PrecedentView};
use crate::page::dom::{Dom, append, by_id, clear, fill, lay, reveal, slot};

/// Shows them, those of towns first.
pub fn show(advice: &Advice) -> Dom {
    reveal(&by_id("precedents-none")?, advice.precedents.is_empty())?;
    list_precedents("precedents-list", &advice.precedents)?;
    reveal(&by_id("precedents-inserted")?, !advice.inserted.is_empty())?;
    list_precedents("precedents-inserted-list", &advice.inserted)
}

fn list_precedents(place: &str, precedents: &[PrecedentView]) -> Dom {
    let list: Element = by_id(place)?;
    clear(&list);
    for precedent in precedents {
        let shown = lay("precedent", &list)?;
        reveal(&slot(&shown, "pair")?, !precedent.before.is_empty())?;
        fill(&shown, "place", &format!("{}　{}", precedent.id, precedent.place))?;
        let facts: Element = slot(&shown, "facts")?;
        for fact in &precedent.facts {
            append(&facts, "li", fact)?;
        }
        super::lines(&slot(&shown, "before")?, &precedent.before, "del")?;
        super::lines(&slot(&shown, "after")?, &precedent.after, "ins")?;
    }
    Ok(())
}
