//! The work file in the header: saving, saving in place, opening, and the warning before unsaved work is lost.
//!
//! The file is written and read in the worker of the review desk, which holds the clauses. docs/WORK_FILE.md tells its form.

mod in_place;
mod sections;

use std::cell::RefCell;

use gloo::utils::window;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, HtmlInputElement, MouseEvent};

use super::dom::{Dom, by_id, on, reveal};
use super::regulations::{self, calls, state};
use super::worker::Failure;
use super::{about, ceiling, clock, download, messages, procedures, town, trouble};
use crate::api::review::Saving;
use crate::review::work_file::Refused;

/// Files of a work file.
const JSON: &str = "application/json";

/// What was entered when the work was last saved or opened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Mark {
    sections: sections::Entered,
    decisions: u64,
}

thread_local! {
    static SAVED: RefCell<Mark> = RefCell::new(Mark::default());
    /// The minute of the last saving, for the header.
    static MINUTE: RefCell<Option<String>> = const { RefCell::new(None) };
    /// A work file that waits because unsaved work would be lost.
    static WAITING: RefCell<Option<Uint8Array>> = const { RefCell::new(None) };
}

/// Opens the buttons and watches what is entered.
pub fn open() -> Dom {
    on(&by_id::<Element>("work-save")?, "click", |_: &MouseEvent| {
        start(save(false));
        Ok(())
    });
    on(&by_id::<Element>("work-save-as")?, "click", |_: &MouseEvent| {
        start(save(true));
        Ok(())
    });
    on(&by_id::<Element>("work-discard")?, "click", |_: &MouseEvent| {
        if let Some(bytes) = WAITING.with(RefCell::take) {
            start(take(bytes));
        }
        Ok(())
    });
    reveal(&by_id::<Element>("work-save-as")?, in_place::available())?;
    let input: HtmlInputElement = by_id("work-file")?;
    on(&input.clone(), "change", move |_: &Event| {
        let file = input.files().and_then(|files| files.get(0));
        let Some(file) = file else { return Ok(()) };
        let reading = JsFuture::from(file.array_buffer());
        input.set_value("");
        start(async move { offer(Uint8Array::new(&reading.await?)).await });
        Ok(())
    });
    on(&window(), "beforeunload", |event: &Event| {
        if is_unsaved() {
            event.prevent_default();
            Reflect::set(event, &"returnValue".into(), &"unsaved".into())?;
        }
        Ok(())
    });
    SAVED.with(|saved| *saved.borrow_mut() = mark());
    town::store().with(|store| store.watch(|_| show()))?;
    ceiling::cost().with(|store| store.watch(|_| show()))?;
    procedures::store().with(|store| store.watch(|_| show()))?;
    state::ledger().with(|store| store.watch(|_| show()))
}

fn start(task: impl Future<Output = Dom> + 'static) {
    spawn_local(async move { trouble::report(task.await) });
}

fn mark() -> Mark {
    Mark { sections: sections::entered(), decisions: state::with_ledger(crate::review::Ledger::state) }
}

fn is_unsaved() -> bool {
    SAVED.with(|saved| *saved.borrow() != mark())
}

/// Writes the state into the header.
fn show() -> Dom {
    let saved = MINUTE.with(|minute| minute.borrow().clone());
    let (sentence, class) = match (is_unsaved(), saved) {
        (true, _) => ("未保存の変更あり".to_owned(), "work-state warning"),
        (false, Some(minute)) => (format!("保存済み {minute}"), "work-state success"),
        (false, None) => ("変更なし".to_owned(), "work-state"),
    };
    let place: Element = by_id("work-state")?;
    if place.text_content().as_deref() != Some(&sentence) {
        place.set_text_content(Some(&sentence));
        place.set_class_name(class);
    }
    Ok(())
}

async fn save(choose: bool) -> Dom {
    let name = format!("一枚点検_{}.json", clock::today());
    // The browser lets a page ask for a place only right after a click: it is asked before the file is written.
    let Ok(place) = in_place::place(&name, choose).await else {
        return note("保存を取りやめました。", false);
    };
    let with_clauses = by_id::<HtmlInputElement>("work-clauses")?.checked();
    let (marked, minute) = (mark(), clock::minute());
    let saving = Saving {
        saved: format!("{}T{minute}", clock::today()),
        edition: about::edition()?,
        sections: sections::all()?,
        with_clauses,
    };
    let bytes = calls::save_work(&saving).await.map_err(regulations::sources::trouble_of)?;
    let bytes: Uint8Array = bytes.unchecked_into();
    match place {
        Some(place) => in_place::write(&place, &bytes).await?,
        None => download::save(&name, JSON, &bytes.to_vec())?,
    }
    SAVED.with(|saved| *saved.borrow_mut() = marked);
    MINUTE.with(|saved| *saved.borrow_mut() = Some(minute));
    show()?;
    let clauses = if with_clauses { "条文を含みます" } else { "条文は含みません" };
    note(&format!("作業ファイルを保存しました（{clauses}）。続きは「開く」で再開できます。"), false)
}

/// Opens a work file, unless unsaved work would be lost: then it waits for the officer's word.
async fn offer(bytes: Uint8Array) -> Dom {
    if !is_unsaved() {
        return take(bytes).await;
    }
    WAITING.with(|waiting| *waiting.borrow_mut() = Some(bytes));
    reveal(&by_id::<Element>("work-discard")?, true)?;
    note("未保存の変更があります。先に保存してから開くか、変更を捨てて開いてください。", true)
}

async fn take(bytes: Uint8Array) -> Dom {
    reveal(&by_id::<Element>("work-discard")?, false)?;
    let opened = match calls::open_work(&bytes).await {
        Ok(opened) => opened,
        Err(Failure::Refused(reason)) => {
            let Ok(refused) = serde_json::from_str::<Refused>(&reason) else { return Err(reason.into()) };
            return note(&messages::work_file(&refused), true);
        }
        Err(failure) => return Err(regulations::sources::trouble_of(failure)),
    };
    let unread = sections::take(&opened.sections).await?;
    let judged: Vec<crate::review::Judged> = state::with_ledger(|ledger| ledger.judgements().clone().into());
    calls::set_judgements(&judged).await.map_err(regulations::sources::trouble_of)?;
    state::current().with(|store| store.change(|current| *current = None));
    SAVED.with(|saved| *saved.borrow_mut() = mark());
    MINUTE.with(|minute| *minute.borrow_mut() = None);
    show()?;
    let saved = opened.saved.replace('T', " ");
    let clauses = match opened.clauses {
        Some(clauses) => format!("{clauses}条項"),
        None => "条文は含まれていません。例規の一覧を開くと、判定が引き継がれます".to_owned(),
    };
    let unread = if unread.is_empty() {
        String::new()
    } else {
        format!("読めない部分がありました：{}。", unread.join("、"))
    };
    note(&format!("{saved}に保存した作業ファイルを開きました（判定{}件、{clauses}）。{unread}", judged.len()), false)?;
    regulations::sources::classify().await
}

fn note(sentence: &str, error: bool) -> Dom {
    let place: Element = by_id("work-note")?;
    place.set_class_name(if error { "hint error" } else { "hint" });
    place.set_text_content(Some(sentence));
    Ok(())
}

/// The value of a serialisable thing as JSON text.
fn json(value: &impl serde::Serialize) -> Dom<String> {
    serde_json::to_string(value).map_err(|error| JsValue::from_str(&error.to_string()))
}
