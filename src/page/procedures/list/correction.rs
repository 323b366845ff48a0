//! 選び直す: the officer names the procedure themselves, for any name of the list.

use web_sys::{Element, HtmlSelectElement};

use crate::page::dom::{Dom, by_id, field, find, focus, lay, on_press_within};
use crate::procedures::catalogue::{Number, all};

use super::super::{change, marks, read};
use super::asked::{choose, position};

/// Value of the choice that takes an earlier one back.
const FORGET: &str = "forget";
/// The part of the view with all names of the list.
const PART: &str = "procedures-list-result";

/// Listens to the buttons of every part.
pub fn open() -> Dom {
    on_press_within(PART, "[data-correct]", offer)?;
    on_press_within(PART, "[data-decide]", |button| {
        let Some(owner) = button.closest("[data-entry]")? else { return Ok(()) };
        let Some(position) = position(button)? else { return Ok(()) };
        let value = find::<HtmlSelectElement>(&owner, "[data-slot=correction] select")?.value();
        if value == FORGET {
            let entry = read(|desk| desk.entries().get(position).cloned());
            if let Some(entry) = entry {
                change(|desk| desk.forget(&entry.input.name, entry.input.context.as_deref()));
            }
        } else {
            let number = value.parse().ok().and_then(|number: u8| Number::try_from(number).ok());
            choose(position, number.into_iter().collect())?;
        }
        focus(&by_id("procedures-matches-title")?)
    })?;
    on_press_within(PART, "[data-leave]", |button| {
        let Some(owner) = button.closest("[data-entry]")? else { return Ok(()) };
        find::<Element>(&owner, "[data-slot=correction]")?.set_text_content(None);
        focus(&find(&owner, "[data-correct]")?)
    })
}

/// Puts the 31 below the name, and taking back where something was chosen.
fn offer(button: &Element) -> Dom {
    let Some(owner) = button.closest("[data-entry]")? else { return Ok(()) };
    let place: Element = find(&owner, "[data-slot=correction]")?;
    place.set_text_content(None);
    let form = lay("correction", &place)?;
    let select: HtmlSelectElement = find(&form, "select")?;
    for procedure in all() {
        field::option(&select, &procedure.number.to_string(), &marks::named(procedure))?;
    }
    let was_chosen = position(button)?.is_some_and(is_chosen);
    if was_chosen {
        field::option(&select, FORGET, "選択を取り消す（名称から判断する）")?;
    }
    focus(&select)
}

fn is_chosen(position: usize) -> bool {
    use crate::procedures::matching::Match;
    read(|desk| desk.entries().get(position).is_some_and(|entry| matches!(entry.found, Match::Chosen { .. })))
}
