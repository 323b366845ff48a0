//! The bar above the cards: how many files can be read, the button that reads them, undo.

use web_sys::Element;

use crate::api::review::How;
use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, field, fill, focus, on_press, retell, reveal, set_text, slot};
use crate::page::messages::reading::number;
use crate::page::regulations::sources;

use super::looking;
use super::state::{Opening, store};

/// Shows the bar whenever something changes.
pub fn open() -> Dom {
    on_press("opening-clear", || {
        let files = store().read(|opening| opening.entries().len());
        store().change(Opening::remove_all);
        announce(&format!(
            "ファイル{}件をすべて取り除きました。「元に戻す」でまとめて戻せます。",
            number(files as u64)
        ))?;
        focus(&by_id("opening-undo")?)
    })?;
    on_press("opening-give-up", looking::give_up)?;
    super::drawing::watch(show)
}

/// Whether the files come below what is there or replace it.
pub fn how() -> Dom<How> {
    Ok(if sources::any() && !field::checked("opening-replace")? { How::Add } else { How::Replace })
}

fn show(opening: &Opening) -> Dom {
    let bar: Element = by_id("opening-bar")?;
    let mut counts = [0_usize; 4];
    for entry in opening.entries() {
        if let Some(count) = counts.get_mut(entry.verdict() as usize) {
            *count += 1;
        }
    }
    let [waiting, certain, doubtful, unreadable] = counts;
    let (files, arriving) = (opening.entries().len(), opening.arriving());
    reveal(&bar, files + arriving > 0 || !opening.last_removed().is_empty())?;
    reveal(&slot(&bar, "reading")?, files + arriving > 0)?;
    let ready = waiting + arriving == 0 && certain + doubtful > 0;
    by_id::<Element>("opening-read")?.toggle_attribute_with_force("disabled", !ready)?;
    reveal(&by_id("opening-how")?, sources::any())?;
    reveal(&by_id("opening-give-up")?, waiting > 0)?;
    let all = number(files as u64);
    set_text("opening-clear", &format!("すべて取り除く（{all}件）"))?;
    let sentence = if waiting + arriving > 0 {
        let looked = number((files - waiting) as u64);
        format!("{}件のうち{looked}件を確かめました…", number((files + arriving) as u64))
    } else {
        sentence(certain, doubtful, unreadable)
    };
    let status: Element = slot(&bar, "status")?;
    if retell(&status, &sentence) && waiting + arriving == 0 && files > 0 {
        announce(&sentence)?;
    }
    let removed: Element = slot(&bar, "removed")?;
    reveal(&removed, !opening.last_removed().is_empty())?;
    let gone = match opening.last_removed() {
        [] => return Ok(()),
        [entry] => format!("「{}」を取り除きました。", entry.name),
        entries => format!("ファイル{}件を取り除きました。", number(entries.len() as u64)),
    };
    fill(&removed, "removed-file", &gone)
}

/// What to do with files that were all looked at.
fn sentence(certain: usize, doubtful: usize, unreadable: usize) -> String {
    let count = |count: usize| number(count as u64);
    match (certain, doubtful, unreadable) {
        (0, 0, 0) => String::new(),
        (certain, 0, 0) => format!("{}件すべて読み取れます。このまま読み込めます。", count(certain)),
        (0, 0, unreadable) => format!("{}件は読み込めません。下の案内をご覧ください。", count(unreadable)),
        (certain, doubtful, unreadable) => {
            let parts =
                [(certain, "読み取れます："), (doubtful, "内容を確かめてください："), (unreadable, "読み込めません：")];
            let parts = parts.into_iter().filter(|(files, _)| *files > 0);
            let parts: Vec<String> = parts.map(|(files, word)| format!("{word}{}件", count(files))).collect();
            format!("{}。", parts.join("、"))
        }
    }
}
