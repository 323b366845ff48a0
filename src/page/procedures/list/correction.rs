//! 選び直す: the officer names the procedure themselves, for any name of the list.

use web_sys::{Element, Event, HtmlSelectElement};

use crate::page::dom::{Dom, by_id, element, find, focus, on_within, template};
use crate::procedures::catalogue::{Number, all};

use super::super::{change, marks, read};
use super::asked::{choose, position};

/// Value of the choice that takes an earlier one back.
const FORGET: &str = "forget";

/// Listens to the buttons of every part.
pub fn open() -> Dom {
    let part: Element = by_id("procedures-list-result")?;
    on_within(&part, "click", "[data-correct]", |_: &Event, button| offer(button));
    on_within(&part, "click", "[data-decide]", |_: &Event, button| {
        let Some(owner) = button.closest("[data-entry]")? else { return Ok(()) };
        let Some(position) = position(button)? else { return Ok(()) };
        let value = find::<HtmlSelectElement>(&owner, "[data-slot=correction] select")?.value();
        if value == FORGET {
            let entry = read(|desk| desk.entries().get(position).cloned());
            if let Some(entry) = entry {
                change(|desk| desk.forget(&entry.input.name, entry.input.context.as_deref()));
            }
        } else {
            let number = value.parse::<u8>().ok().and_then(|number| Number::try_from(number).ok());
            choose(position, number.into_iter().collect())?;
        }
        focus(&by_id::<Element>("procedures-matches-title")?)
    });
    on_within(&part, "click", "[data-leave]", |_: &Event, button| {
        let Some(owner) = button.closest("[data-entry]")? else { return Ok(()) };
        find::<Element>(&owner, "[data-slot=correction]")?.set_text_content(None);
        focus(&find(&owner, "[data-correct]")?)
    });
    Ok(())
}

/// Puts the 31 below the name, and taking back where something was chosen.
fn offer(button: &Element) -> Dom {
    let Some(owner) = button.closest("[data-entry]")? else { return Ok(()) };
    let place: Element = find(&owner, "[data-slot=correction]")?;
    place.set_text_content(None);
    let form = template("correction")?;
    let select: HtmlSelectElement = find(&form, "select")?;
    for procedure in all() {
        let option = element("option", &marks::named(procedure))?;
        option.set_attribute("value", &procedure.number.to_string())?;
        select.append_child(&option)?;
    }
    let was_chosen = position(button)?.is_some_and(is_chosen);
    if was_chosen {
        let option = element("option", "選択を取り消す（名称から判断する）")?;
        option.set_attribute("value", FORGET)?;
        select.append_child(&option)?;
    }
    place.append_child(&form)?;
    focus(&select)
}

fn is_chosen(position: usize) -> bool {
    use crate::procedures::matching::Match;
    read(|desk| desk.entries().get(position).is_some_and(|entry| matches!(entry.found, Match::Chosen { .. })))
}
