//! The work file in the header: saving, saving in place, opening, and the warning before unsaved work is lost.
//!
//! The file is written and read in the worker of the review desk, which holds the clauses. docs/WORK_FILE.md tells its form.

mod in_place;
mod sections;

use std::cell::RefCell;

use gloo::utils::{document, window};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, MouseEvent};

use super::dom::{Dom, by_id, focus, on, reveal};
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
    static WAITING: RefCell<Option<Chosen>> = const { RefCell::new(None) };
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
        if let Some(chosen) = WAITING.with(RefCell::take) {
            start(take(chosen));
        }
        Ok(())
    });
    opening()?;
    on(&document(), "keydown", |event: &KeyboardEvent| {
        if (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("s") {
            event.prevent_default();
            start(save(false));
        }
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

/// The button that opens a work file: by the browser's choice of files that can be written, where it has one.
fn opening() -> Dom {
    reveal(&by_id::<Element>("work-save-as")?, in_place::available())?;
    let input: HtmlInputElement = by_id("work-file")?;
    on(&input.clone(), "change", move |_: &Event| {
        let file = input.files().and_then(|files| files.get(0));
        let Some(file) = file else { return Ok(()) };
        let reading = JsFuture::from(file.array_buffer());
        input.set_value("");
        start(async move { offer(Chosen { bytes: Uint8Array::new(&reading.await?), place: None }).await });
        Ok(())
    });
    on(&by_id::<Element>("work-file")?, "click", |event: &Event| {
        if in_place::available() {
            event.prevent_default();
            start(choose());
        }
        Ok(())
    });
    Ok(())
}

fn start(task: impl Future<Output = Dom> + 'static) {
    spawn_local(async move { trouble::report(task.await) });
}

fn mark() -> Mark {
    Mark { sections: sections::entered(), decisions: state::with_ledger(crate::review::Ledger::state) }
}

/// What is tried on the bundled sample is not work that could be lost.
fn is_unsaved() -> bool {
    let sample = regulations::sources::is_sample();
    SAVED.with(|saved| {
        let (saved, now) = (saved.borrow(), mark());
        saved.sections != now.sections || (!sample && saved.decisions != now.decisions)
    })
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
    let place = if choose { in_place::choose(&name).await? } else { in_place::place() };
    if choose && place.is_none() {
        return note("保存を取りやめました。", false);
    }
    let with_clauses = by_id::<HtmlInputElement>("work-clauses")?.checked();
    let (marked, minute) = (mark(), clock::minute());
    let saving = Saving {
        saved: format!("{}T{minute}", clock::today()),
        edition: about::edition()?,
        sections: sections::all()?,
        with_clauses,
    };
    let bytes: Uint8Array = match calls::save_work(&saving).await {
        Ok(bytes) => bytes.unchecked_into(),
        Err(failure) => {
            note("作業ファイルを作れませんでした。判定は残っています。もう一度保存してください。", true)?;
            return Err(regulations::sources::trouble_of(failure));
        }
    };
    let clauses = if with_clauses { "条文を含みます" } else { "条文は含みません" };
    let sentence = if let Some(place) = place {
        let name = in_place::name(&place);
        if in_place::write(&place, &bytes).await.is_err() {
            return note(&messages::not_written(&name), true);
        }
        format!("「{name}」に上書きで保存しました（{clauses}）。")
    } else {
        download::save_buffer(&name, JSON, &bytes)?;
        format!("作業ファイル「{name}」を保存しました（{clauses}）。続きは「開く」で再開できます。")
    };
    SAVED.with(|saved| *saved.borrow_mut() = marked);
    MINUTE.with(|saved| *saved.borrow_mut() = Some(minute));
    show()?;
    note(&sentence, false)
}

/// A work file that was chosen: its bytes, and its place where it can be written again.
struct Chosen {
    bytes: Uint8Array,
    place: Option<JsValue>,
}

/// Lets the officer choose a work file that can be saved in place afterwards.
async fn choose() -> Dom {
    match in_place::open().await? {
        Some((place, bytes)) => offer(Chosen { bytes, place: Some(place) }).await,
        None => Ok(()),
    }
}

/// Opens a work file, unless unsaved work would be lost: then it waits for the officer's word.
async fn offer(chosen: Chosen) -> Dom {
    if !is_unsaved() {
        return take(chosen).await;
    }
    WAITING.with(|waiting| *waiting.borrow_mut() = Some(chosen));
    let discard: Element = by_id("work-discard")?;
    reveal(&discard, true)?;
    note("未保存の変更があります。先に保存してから開くか、変更を捨てて開いてください。", true)?;
    focus(&discard)
}

async fn take(chosen: Chosen) -> Dom {
    reveal(&by_id::<Element>("work-discard")?, false)?;
    let opened = match calls::open_work(&chosen.bytes).await {
        Ok(opened) => opened,
        Err(Failure::Refused(reason)) => {
            let Ok(refused) = serde_json::from_str::<Refused>(&reason) else { return Err(reason.into()) };
            return note(&messages::work_file(&refused), true);
        }
        Err(failure) => return Err(regulations::sources::trouble_of(failure)),
    };
    in_place::remember(chosen.place);
    if regulations::sources::is_sample() && opened.clauses.is_none() {
        regulations::sources::clear().await?;
    }
    regulations::sources::set_sample(false);
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
