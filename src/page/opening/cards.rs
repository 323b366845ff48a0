//! A card for each opened file: what it is, what is to be done, and how it would be read.

use std::cell::Cell;

use gloo::utils::document;
use web_sys::{Element, HtmlDetailsElement};

use crate::page::dom::{
    Dom, append, by_id, clear, data, emptied, fill, find_all, focus, on_press, on_press_within, reveal, slot, template,
};
use crate::page::messages::reading as words;
use crate::page::notes;

use super::state::{Look, OpenedFile, Opening, Verdict, store};
use super::{charset, drawing, preview};

/// Up to so many files show their preview at once.
const OPEN: usize = 2;

/// So many cards are added at a time.
const MOST: usize = 60;

thread_local! {
    /// So many have a card.
    static SHOWN: Cell<usize> = const { Cell::new(MOST) };
}

/// Shows the cards whenever something changes.
pub fn open() -> Dom {
    on_press_within("opening-cards", "summary", |summary| {
        let Some(card) = summary.closest(".opening-card")? else { return Ok(()) };
        let id = number(&card);
        store().read(|opening| opening.entry(id).map_or(Ok(()), |entry| fill_preview(&card, entry)))
    })?;
    on_press("opening-more", || {
        SHOWN.set(SHOWN.get() + MOST);
        store().read(show)
    })?;
    drawing::watch(show)
}

/// The number of the file whose card this is.
pub fn number(card: &Element) -> u32 {
    data(card, "data-id").unwrap_or(0)
}

fn show(opening: &Opening) -> Dom {
    let list: Element = by_id("opening-cards")?;
    if opening.entries().is_empty() {
        SHOWN.set(MOST);
    }
    let shown = in_sight(opening.entries());
    let rest = opening.entries().len() - shown.len();
    let more: Element = by_id("opening-more")?;
    more.set_text_content(Some(&format!("ほか{}件のファイルも表示", words::number(rest as u64))));
    reveal(&more, rest > 0)?;
    for card in find_all(&list, ".opening-card")? {
        if shown.binary_search_by_key(&number(&card), |entry| entry.id).is_err() {
            card.remove();
        }
    }
    let mut next = list.first_element_child();
    for entry in shown {
        if let Some(card) = next.clone().filter(|card| number(card) == entry.id) {
            renew(&card, entry, opening.entries().len())?;
            next = card.next_element_sibling();
        } else {
            let card = template("opening-card")?;
            card.set_attribute("data-id", &entry.id.to_string())?;
            list.insert_before(&card, next.as_deref())?;
            refill(&card, entry, opening.entries().len())?;
        }
    }
    Ok(())
}

/// The files that have a card: those to be checked go before the others, all in the order in which they came.
fn in_sight(entries: &[OpenedFile]) -> Vec<&OpenedFile> {
    let most = SHOWN.get();
    if entries.len() <= most {
        return entries.iter().collect();
    }
    let to_check = |entry: &&OpenedFile| matches!(entry.verdict(), Verdict::Doubtful | Verdict::Unreadable);
    let first = entries.iter().filter(to_check).take(most);
    let others = entries.iter().filter(|entry| !to_check(entry));
    let mut shown: Vec<&OpenedFile> = first.chain(others).take(most).collect();
    shown.sort_unstable_by_key(|entry| entry.id);
    shown
}

fn renew(card: &Element, entry: &OpenedFile, files: usize) -> Dom {
    if card.get_attribute("data-revision") == Some(entry.revision.to_string()) {
        return Ok(());
    }
    let focused = document().active_element().filter(|active| card.contains(Some(active)));
    let key = focused.and_then(|active| active.get_attribute("data-key"));
    refill(card, entry, files)?;
    let Some(key) = key else { return Ok(()) };
    card.query_selector(&format!("[data-key=\"{key}\"]"))?.map_or(Ok(()), |place| focus(&place))
}

fn refill(card: &Element, entry: &OpenedFile, files: usize) -> Dom {
    card.set_attribute("data-revision", &entry.revision.to_string())?;
    fill(card, "name", &entry.name)?;
    fill(card, "removed-name", &entry.name)?;
    fill(card, "previewed-name", &entry.name)?;
    let kind = entry.inspection().map(|inspection| words::kind(inspection.kind));
    fill(card, "kind", kind.unwrap_or_default())?;
    reveal(&slot(card, "kind")?, kind.is_some())?;
    fill(card, "size", &words::size(u64::from(entry.bytes.0.length())))?;
    let verdict = entry.verdict();
    let (word, class) = match verdict {
        Verdict::Waiting => ("確かめています…", "opening-verdict"),
        Verdict::Certain => ("読み取れます", "opening-verdict success"),
        Verdict::Doubtful => ("内容を確かめてください", "opening-verdict warning"),
        Verdict::Unreadable => ("読み込めません", "opening-verdict error"),
    };
    fill(card, "verdict", word)?;
    slot::<Element>(card, "verdict")?.set_class_name(class);
    fill(card, "summary", &entry.inspection().map(preview::summary).unwrap_or_default())?;
    tell(card, entry)?;
    let details: HtmlDetailsElement = slot(card, "preview")?;
    let previewed = entry.inspection().is_some_and(|seen| seen.charset.is_some() || preview::holds_something(seen));
    reveal(&details, previewed)?;
    let first = card.get_attribute("data-seen").is_none() && entry.inspection().is_some();
    if first {
        card.set_attribute("data-seen", "")?;
        let to_see = matches!(verdict, Verdict::Doubtful | Verdict::Unreadable);
        details.set_open(to_see || (files <= OPEN && verdict == Verdict::Certain));
    }
    clear(&slot(card, "body")?);
    if details.open() { fill_preview(card, entry) } else { Ok(()) }
}

/// What could not be read, with the next step.
fn tell(card: &Element, entry: &OpenedFile) -> Dom {
    let place = emptied(slot(card, "notes")?);
    match &entry.look {
        Look::Failed(sentence) => append(&place, "p", sentence).map(|line| line.set_class_name("error")),
        Look::Seen(inspection) => notes::within_card(&place, &inspection.notes, words::sentence),
        Look::Waiting => Ok(()),
    }
}

/// Fills the preview when it is opened for the first time since the last change.
fn fill_preview(card: &Element, entry: &OpenedFile) -> Dom {
    let body: Element = slot(card, "body")?;
    let Some(inspection) = entry.inspection().filter(|_| body.child_element_count() == 0) else { return Ok(()) };
    charset::show(&body, inspection)?;
    preview::show(&body, inspection)
}
