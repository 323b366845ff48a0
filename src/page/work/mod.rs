//! The work file in the header: saving, saving in place, opening, and the warning before unsaved work is lost.
//!
//! The file is written and read in the worker of the review desk, which holds the clauses. docs/WORK_FILE.md tells its form.

mod differing;
mod in_place;
mod merging;
mod sections;

use std::cell::RefCell;

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, Element, Event, KeyboardEvent};

use super::announce::announce;
use super::dom::{Dom, by_id, field, focus, on, on_press, retell, reveal};
use super::regulations::{self, calls, state};
use super::{about, amendments, ceiling, clock, download, files, menus, messages, procedures, task, town, trouble};
use crate::api::border::Bytes;
use crate::api::review::Saving;

/// Files of a work file.
const JSON: &str = "application/json";

/// What was entered when the work was last saved or opened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Mark {
    sections: sections::Entered,
    decisions: u64,
}

/// How the work was last saved.
#[derive(Debug, Clone)]
struct Saved {
    minute: String,
    /// The page wrote the file itself; of a download it does not learn whether it was kept.
    known: bool,
}

thread_local! {
    static SAVED: RefCell<Mark> = RefCell::new(Mark::default());
    /// The last saving, for the header.
    static LAST: RefCell<Option<Saved>> = const { RefCell::new(None) };
    /// Work files that wait because work would be lost: the officer opens or unites them.
    static WAITING: RefCell<Vec<Chosen>> = const { RefCell::new(Vec::new()) };
}

/// Opens the buttons and watches what is entered.
pub fn open() -> Dom {
    buttons()?;
    opening()?;
    merging::open()?;
    on(&document(), "keydown", |event: &KeyboardEvent| {
        if (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("s") {
            event.prevent_default();
            task::begin(save(false));
        }
    });
    on(&window(), "beforeunload", |event: &Event| {
        if is_unsaved() {
            event.prevent_default();
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                event.set_return_value("unsaved");
            }
        }
    });
    SAVED.set(mark());
    town::store().watch(|_| show())?;
    ceiling::cost().watch(|_| show())?;
    procedures::store().watch(|_| show())?;
    amendments::store().watch(|_| show())?;
    state::ledger().watch(|_| show())
}

fn buttons() -> Dom {
    on_press("work-save", || task::begin(save(false)))?;
    on_press("work-save-as", || task::begin(save(true)))?;
    on_press("work-reopen", || {
        if let Some(place) = in_place::place() {
            task::begin(async move {
                let (place, bytes) = in_place::read(place).await?;
                take(Chosen { name: place.name(), bytes, place: Some(place) }).await
            });
        }
    })?;
    on_press("work-discard", || task::begin(open_all(WAITING.take())))?;
    on_press("work-merge", || task::begin(unite()))
}

/// Unites the files that wait, or the one that somebody else wrote meanwhile.
async fn unite() -> Dom {
    ask_what(false)?;
    // What is united is saved where the work in the page is, not over the other file.
    let waiting = WAITING.take().into_iter();
    let mut waiting: Vec<Chosen> = waiting.map(|chosen| Chosen { place: None, ..chosen }).collect();
    if let Some(place) = in_place::place().filter(|_| waiting.is_empty()) {
        let (place, bytes) = in_place::read(place).await?;
        waiting.push(Chosen { name: place.name(), bytes, place: Some(place) });
    }
    merging::offer(waiting).await
}

/// Opens the first and unites the others with it.
async fn open_all(files: Vec<Chosen>) -> Dom {
    let mut files = files.into_iter();
    if let Some(first) = files.next() {
        take(first).await?;
    }
    merging::offer(files).await
}

/// Shows the buttons by which work files that wait are opened or united.
fn ask_what(asked: bool) -> Dom {
    ["work-discard", "work-merge"].into_iter().try_for_each(|id| reveal(&by_id(id)?, asked))
}

/// The buttons that open a work file: by the browser's choice of files that can be written, where it has one.
fn opening() -> Dom {
    reveal(&by_id("work-save-as")?, in_place::available())?;
    picked("work-file", |files| task::begin(offer(files)))?;
    picked("work-merge-file", |files| task::begin(merging::offer(files)))?;
    on(&by_id::<Element>("work-file")?, "click", |event: &Event| {
        if in_place::available() {
            event.prevent_default();
            task::begin(choose());
        }
    });
    Ok(())
}

/// Reads the files that the officer chooses in a field.
fn picked(field: &str, then: fn(Vec<Chosen>)) -> Dom {
    files::on_chosen(field, move |files| {
        task::begin(async move {
            let mut chosen = Vec::new();
            for file in files {
                chosen.push(Chosen { name: file.name(), bytes: files::bytes(&file).await?, place: None });
            }
            then(chosen);
            Ok(())
        });
    })
}

fn mark() -> Mark {
    Mark { sections: sections::entered(), decisions: state::ledger().read(crate::review::Ledger::state) }
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
    let last = LAST.with_borrow(Clone::clone);
    let (sentence, class) = match (is_unsaved(), last) {
        (true, _) => ("未保存の変更あり".to_owned(), "work-state warning"),
        (false, Some(Saved { minute, known: true })) => (format!("保存済み {minute}"), "work-state success"),
        (false, Some(Saved { minute, known: false })) => (format!("ダウンロードを始めました {minute}"), "work-state"),
        (false, None) => ("変更なし".to_owned(), "work-state"),
    };
    let place: Element = by_id("work-state")?;
    if retell(&place, &sentence) {
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
    let with_clauses = field::checked("work-clauses")?;
    let (marked, minute) = (mark(), clock::minute());
    let saving = Saving {
        saved: format!("{}T{minute}", clock::today()),
        edition: about::edition()?,
        sections: sections::all()?,
        with_clauses,
    };
    let bytes = match calls::ask(&saving).await {
        Ok(bytes) => bytes,
        Err(trouble) => {
            note("作業ファイルを作れませんでした。判定は残っています。もう一度保存してください。", true)?;
            return Err(trouble);
        }
    };
    let known = place.is_some();
    let sentence = match write(place, &name, &bytes).await {
        Ok(sentence) => sentence,
        Err(sentence) => return note(&sentence, true),
    };
    reveal(&by_id("work-reopen")?, false)?;
    SAVED.set(marked);
    LAST.set(Some(Saved { minute, known }));
    show()?;
    // The menu would lie over the desk's own buttons.
    menus::close("work-panel")?;
    let clauses = if with_clauses { "条文を含みます" } else { "条文は含みません" };
    note(&format!("{sentence}（{clauses}）。"), false)
}

/// Writes the work into its file or offers it as a download; tells what was done, or why not.
async fn write(place: Option<in_place::Place>, name: &str, bytes: &Bytes) -> Result<String, String> {
    let Some(place) = place else {
        download::save_buffer(name, JSON, &bytes.0).map_err(|_| messages::not_written(name))?;
        return Ok(format!(
            "「{name}」のダウンロードを始めました。保存されたことをダウンロードの一覧で確かめてください。続きは「開く」で再開できます"
        ));
    };
    let name = place.name();
    match in_place::write(place, bytes).await {
        Ok(in_place::Outcome::Written) => Ok(format!("「{name}」に上書きで保存しました")),
        Ok(in_place::Outcome::ChangedMeanwhile) => {
            for id in ["work-reopen", "work-merge"] {
                trouble::report(by_id::<Element>(id).and_then(|button| reveal(&button, true)));
            }
            Err(messages::changed_meanwhile(&name))
        }
        Err(_) => Err(messages::not_written(&name)),
    }
}

/// A work file that was chosen.
use merging::Incoming as Chosen;

/// Lets the officer choose a work file that can be saved in place afterwards.
async fn choose() -> Dom {
    let Some((place, bytes)) = in_place::open().await? else { return Ok(()) };
    offer(vec![Chosen { name: place.name(), bytes, place: Some(place) }]).await
}

/// Opens work files, the second and further united with the first. Where work is in the page, the officer is asked
/// whether they take its place or are united with it.
async fn offer(files: Vec<Chosen>) -> Dom {
    let unsaved = is_unsaved();
    let decided = state::ledger().read(|ledger| !ledger.judgements().is_empty()) && !regulations::sources::is_sample();
    if !unsaved && !decided {
        return open_all(files).await;
    }
    WAITING.set(files);
    ask_what(true)?;
    let discard: Element = by_id("work-discard")?;
    discard.set_text_content(Some(if unsaved { "変更を捨てて開く" } else { "開く" }));
    menus::show("work-panel")?;
    note(if unsaved { messages::UNSAVED_WORK } else { messages::SECOND_WORK }, unsaved)?;
    focus(&by_id(if unsaved { "work-discard" } else { "work-merge" })?)
}

/// Takes work files that were dropped or chosen where ordinances are opened.
pub async fn dropped(files: Vec<(String, Bytes)>) -> Dom {
    if files.is_empty() {
        return Ok(());
    }
    offer(files.into_iter().map(|(name, bytes)| Chosen { name, bytes, place: None }).collect()).await
}

/// Shows what two officers decided differently and nobody has settled.
pub fn settle_disputes() {
    task::begin(merging::reopen());
}

async fn take(chosen: Chosen) -> Dom {
    ask_what(false)?;
    let opened = match calls::open_work(chosen.bytes).await? {
        Ok(opened) => opened,
        Err(refused) => return note(&messages::work_file(&refused), true),
    };
    in_place::remember(chosen.place);
    reveal(&by_id("work-reopen")?, false)?;
    // What the filter asked for in the work before says nothing in this one.
    regulations::forget_filter()?;
    if regulations::sources::is_sample() && opened.clauses.is_none() {
        regulations::sources::clear().await?;
    }
    regulations::sources::set_sample(false);
    let unread = sections::take(&opened.sections).await?;
    regulations::inquiry::send().await?;
    let judged = calls::send_judgements().await?;
    state::current().set(None);
    SAVED.set(mark());
    LAST.set(None);
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
    note(&format!("{saved}に保存した作業ファイルを開きました（判定{judged}件、{clauses}）。{unread}"), false)?;
    regulations::sources::classify().await
}

fn note(sentence: &str, error: bool) -> Dom {
    let place: Element = by_id("work-note")?;
    place.set_class_name(if error { "hint error" } else { "hint" });
    place.set_text_content(Some(sentence));
    if error {
        menus::show("work-panel")?;
    }
    announce(sentence)
}
