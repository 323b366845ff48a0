//! 選んでください: names that several procedures could bear, each with its candidates as buttons.
//!
//! A choice holds for every row with the same name under the same heading; its button says so.

use std::collections::BTreeMap;
use std::sync::Arc;

use web_sys::Element;

use crate::page::announce::announce;
use crate::page::dom::{
    Dom, append, button, by_id, cleared, fill, find, find_all, focus, on_press_within, reveal, set_text, template,
};
use crate::procedures::catalogue::Number;
use crate::procedures::list::ListedName;

use super::super::desk::Desk;
use super::super::{change, marks, read, store};

/// Cards that are seen at once.
const SHOWN: usize = 30;

/// Follows the desk and listens to the buttons.
pub fn open() -> Dom {
    on_press_within("procedures-asked", "[data-choose]", |button| {
        let Some(position) = position(button)? else { return Ok(()) };
        choose(position, numbers(button))?;
        next_or_title()
    })?;
    store().watch(show)
}

/// Which entry a control belongs to.
pub fn position(control: &Element) -> Dom<Option<usize>> {
    let owner = control.closest("[data-entry]")?;
    Ok(owner.and_then(|owner| owner.get_attribute("data-entry")?.parse().ok()))
}

fn numbers(button: &Element) -> Vec<Number> {
    let written = button.get_attribute("data-choose").unwrap_or_default();
    written.split(' ').filter_map(|number| Number::try_from(number.parse::<u8>().ok()?).ok()).collect()
}

/// Chooses what the name of an entry stands for, and says how many rows follow.
pub fn choose(position: usize, procedures: Vec<Number>) -> Dom {
    let Some(entry) = read(|desk| desk.entries().get(position).cloned()) else { return Ok(()) };
    let chosen: Vec<String> = procedures.iter().map(|number| format!("{number} {}", number.procedure().name)).collect();
    let what = if chosen.is_empty() { "31手続ではないもの".to_owned() } else { chosen.join("、") };
    change(|desk| desk.choose(&entry.input.name, entry.input.context.as_deref(), procedures));
    announce(&format!("「{}」を「{what}」としました。", entry.input.name))
}

/// After a choice its card is gone: on to the next one.
fn next_or_title() -> Dom {
    let cards = find_all(&by_id("procedures-asked")?, "[data-entry] [data-choose]")?;
    match cards.first() {
        Some(button) => focus(button),
        None => focus(&by_id("procedures-matches-title")?),
    }
}

fn show(desk: &Desk) -> Dom {
    let place = cleared("procedures-asked")?;
    let groups = groups(desk.entries());
    reveal(&by_id("procedures-asked-part")?, !groups.is_empty())?;
    set_text("procedures-asked-title", &format!("選んでください（{}件）", groups.len()))?;
    for (position, entry, rows) in groups.iter().take(SHOWN) {
        place.append_child(&*card(*position, entry, rows)?)?;
    }
    let more = groups.len().saturating_sub(SHOWN);
    if more > 0 {
        append(&place, "p", &format!("ほか{more}件は、上の名称を選ぶと続けて表示します。"))?.set_class_name("hint");
    }
    Ok(())
}

/// The first entry of each name that is asked, with the rows where the name stands, in the order of the list.
fn groups(entries: &[Arc<ListedName>]) -> Vec<(usize, &ListedName, Vec<u32>)> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut groups: Vec<(usize, &ListedName, Vec<u32>)> = Vec::new();
    for (position, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.found.candidates().is_empty()) {
        let place = *places.entry(&entry.key).or_insert(groups.len());
        match groups.get_mut(place) {
            Some((.., rows)) => rows.push(entry.input.row),
            None => groups.push((position, entry, vec![entry.input.row])),
        }
    }
    groups
}

fn card(position: usize, entry: &ListedName, lines: &[u32]) -> Dom<Element> {
    let card = template("asked-card")?;
    card.set_attribute("data-entry", &position.to_string())?;
    fill(&card, "name", &entry.input.name)?;
    let lines: Vec<String> = lines.iter().take(8).map(|row| format!("{row}行目")).collect();
    let sheet = entry.input.sheet.as_ref().map(|sheet| format!("{sheet} ")).unwrap_or_default();
    let context = entry.input.context.as_ref().map(|context| format!("、「{context}」の下")).unwrap_or_default();
    let also = if lines.len() > 1 { "（選ぶとすべてに当てはめます）" } else { "" };
    fill(&card, "place", &format!("{sheet}{}{context}{also}", lines.join("・")))?;
    fill(&card, "reason", entry.found.reason())?;
    let buttons: Element = find(&card, "[data-slot=buttons]")?;
    let candidates = entry.found.candidates();
    for number in candidates {
        candidate(&buttons, "button-second", &marks::named(number.procedure()), &number.to_string())?;
    }
    if (2..=4).contains(&candidates.len()) {
        let all: Vec<String> = candidates.iter().map(Number::to_string).collect();
        candidate(&buttons, "button-quiet", "上のすべて（1つの様式で受け付けている）", &all.join(" "))?;
    }
    candidate(&buttons, "button-quiet", "どれでもない", "")?;
    button(&buttons, "button-quiet", "ほかの手続を選ぶ", &[("data-correct", "")])?;
    append(&card, "div", "")?.set_attribute("data-slot", "correction")?;
    Ok(card)
}

fn candidate(place: &Element, class: &str, label: &str, numbers: &str) -> Dom {
    button(place, class, label, &[("data-choose", numbers)]).map(|_| ())
}
