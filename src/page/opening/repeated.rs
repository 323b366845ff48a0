//! What is read a second time is said before it comes to what is there, and never doubled in silence.

use std::cell::RefCell;

use web_sys::Element;

use crate::api::reading::PackedClauses;
use crate::api::review::{FindRepeats, How};
use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, fill, focus, on_press, reveal};
use crate::page::messages::reading::number;
use crate::page::regulations;
use crate::page::regulations::calls;
use crate::page::regulations::sources;
use crate::review::Repeats;

thread_local! {
    /// Files with their names that wait for the officer's word.
    static WAITING: RefCell<(Vec<PackedClauses>, Vec<String>)> = const { RefCell::new((Vec::new(), Vec::new())) };
}

/// Listens to the answers.
pub fn open() -> Dom {
    let answers = [
        ("opening-repeated-replace", How::Replace),
        ("opening-repeated-new", How::AddNew),
        ("opening-repeated-all", How::Add),
    ];
    for (id, how) in answers {
        on_press(id, move || {
            let (files, names) = WAITING.take();
            sources::take(files, names, how);
            done()
        })?;
    }
    on_press("opening-repeated-none", || {
        WAITING.take();
        announce("読み込みませんでした。読み込み済みの例規はそのままです。")?;
        done()
    })
}

fn done() -> Dom {
    reveal(&by_id("opening-repeated")?, false)?;
    if regulations::has_results() { regulations::fold() } else { focus(&by_id("opening-account-title")?) }
}

/// Hands files over to the desk; where they repeat what is there, the officer is asked how: true.
pub async fn take(files: Vec<PackedClauses>, names: Vec<String>, how: How) -> Dom<bool> {
    let replaced = how == How::Replace && sources::any();
    let repeats = if replaced || files.len() + usize::from(sources::any()) < 2 {
        Repeats::default()
    } else {
        let of_files = calls::ask(&FindRepeats(files.clone())).await?;
        // What lies there of the sample goes before the files come.
        Repeats { on_desk: if sources::any() { of_files.on_desk } else { 0 }, ..of_files }
    };
    if !repeats.any() {
        sources::take(files, names, how);
        return Ok(false);
    }
    WAITING.with_borrow_mut(|waiting| *waiting = (files, names));
    ask(repeats)?;
    Ok(true)
}

fn ask(Repeats { clauses, on_desk, in_files }: Repeats) -> Dom {
    let panel: Element = by_id("opening-repeated")?;
    let [clauses, same, twice] = [clauses, on_desk, in_files].map(|count| number(count as u64));
    let on_desk_told = format!("{clauses}条項のうち{same}条項が、読み込み済みのものと同じです。");
    let in_files_told = format!("{clauses}条項のうち{twice}条項は、同じ内容のファイルが2件以上あります。");
    let told = [(on_desk, on_desk_told), (in_files, in_files_told)].into_iter().filter(|(count, _)| *count > 0);
    let sentence: String = told.map(|(_, sentence)| sentence).collect();
    fill(&panel, "sentence", &sentence)?;
    reveal(&by_id("opening-repeated-replace")?, on_desk > 0)?;
    reveal(&panel, true)?;
    announce(&sentence)?;
    focus(&by_id(if on_desk > 0 { "opening-repeated-replace" } else { "opening-repeated-new" })?)
}
