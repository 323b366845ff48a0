//! The tab 用例: the precedents that are near, before and after side by side.

use crate::api::review::{Advice, PrecedentView};
use crate::page::dom::{Dom, by_id, cleared, fill, items, lay, reveal, slot};

/// Shows them, those of towns first.
pub fn show(advice: &Advice) -> Dom {
    reveal(&by_id("precedents-none")?, advice.precedents.is_empty())?;
    list_precedents("precedents-list", &advice.precedents)?;
    reveal(&by_id("precedents-inserted")?, !advice.inserted.is_empty())?;
    list_precedents("precedents-inserted-list", &advice.inserted)
}

fn list_precedents(place: &str, precedents: &[PrecedentView]) -> Dom {
    let list = cleared(place)?;
    for precedent in precedents {
        let shown = lay("precedent", &list)?;
        reveal(&slot(&shown, "pair")?, !precedent.before.is_empty())?;
        fill(&shown, "place", &format!("{}　{}", precedent.id, precedent.place))?;
        items(&slot(&shown, "facts")?, &precedent.facts)?;
        super::lines(&slot(&shown, "before")?, &precedent.before, "del")?;
        super::lines(&slot(&shown, "after")?, &precedent.after, "ins")?;
    }
    Ok(())
}
