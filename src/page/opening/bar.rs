//! The bar above the cards: how many files can be read, the button that reads them, undo.

use web_sys::{Element, Event, HtmlInputElement};

use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, fill, on, reveal, slot};
use crate::page::regulations::sources::{self, Take};

use super::state::{Opening, Verdict, store};

/// Shows the bar whenever something changes.
pub fn open() -> Dom {
    on(&by_id::<Element>("opening-clear")?, "click", |_: &Event| {
        store().with(|store| store.change(Opening::remove_all));
        announce("ファイルをすべて取り除きました。")
    });
    store().with(|store| store.watch(show))
}

/// Whether the files come below what is there or replace it.
pub fn how() -> Dom<Take> {
    let replace: HtmlInputElement = by_id("opening-replace")?;
    Ok(if sources::any() && !replace.checked() { Take::Add } else { Take::Replace })
}

fn show(opening: &Opening) -> Dom {
    let bar: Element = by_id("opening-bar")?;
    let count = |verdict: Verdict| opening.entries().iter().filter(|entry| entry.verdict() == verdict).count();
    let (waiting, certain) = (count(Verdict::Waiting), count(Verdict::Certain));
    let (doubtful, unreadable) = (count(Verdict::Doubtful), count(Verdict::Unreadable));
    let files = opening.entries().len();
    reveal(&bar, files > 0 || opening.last_removed().is_some())?;
    reveal(&slot(&bar, "reading")?, files > 0)?;
    let ready = waiting == 0 && certain + doubtful > 0;
    by_id::<Element>("opening-read")?.toggle_attribute_with_force("disabled", !ready)?;
    reveal(&by_id("opening-how")?, sources::any())?;
    let sentence = match (waiting, certain, doubtful, unreadable) {
        (0, 0, 0, 0) => String::new(),
        (0, certain, 0, 0) => format!("{certain}件すべて読み取れます。このまま読み込めます。"),
        (0, 0, 0, unreadable) => format!("{unreadable}件は読み込めません。下の案内をご覧ください。"),
        (0, certain, doubtful, unreadable) => {
            let part =
                |count: usize, word: &str| if count > 0 { format!("{word}{count}件、") } else { String::new() };
            let parts = [
                part(certain, "読み取れます："),
                part(doubtful, "内容を確かめてください："),
                part(unreadable, "読み込めません："),
            ];
            format!("{}。", parts.concat().trim_end_matches('、'))
        }
        (waiting, ..) => format!("{files}件のうち{}件を確かめました…", files - waiting),
    };
    let status: Element = slot(&bar, "status")?;
    if status.text_content().as_deref() != Some(&sentence) {
        status.set_text_content(Some(&sentence));
        if waiting == 0 && files > 0 {
            announce(&sentence)?;
        }
    }
    let removed: Element = slot(&bar, "removed")?;
    reveal(&removed, opening.last_removed().is_some())?;
    match opening.last_removed() {
        Some(entry) => fill(&removed, "removed-file", &format!("「{}」を取り除きました。", entry.name)),
        None => Ok(()),
    }
}
