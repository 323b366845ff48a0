//! Making the books: in the worker, with progress after half a second, and a way to stop.

use std::cell::Cell;

use gloo::timers::callback::Timeout;
use web_sys::Element;

use crate::api::border::Written;
use crate::api::inquiry::{Books, Which, WriteBooks};
use crate::inquiry::book::{self, Binding};
use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, field, on_press, on_submit, progress, reveal, set_text};
use crate::page::regulations::calls::{self, trouble_of};
use crate::page::regulations::sources;
use crate::page::worker::Failure;
use crate::page::{download, task, town, trouble};
use crate::review::Scope;
use crate::yen::notation::counted;

use super::super::state;
use super::{order, sections, shown_only};

/// Before this nobody has to be told that something is at work, in milliseconds.
const PATIENCE: u32 = 500;
/// A ZIP.
const ZIP: &str = "application/zip";

thread_local! {
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
}

/// Listens to the form.
pub fn open() -> Dom {
    on_submit("outgoing-form", || {
        if by_id::<Element>("outgoing-make")?.get_attribute("aria-disabled").as_deref() == Some("true") {
            return announce("照会する条項がありません。");
        }
        start(Which::New { order: Box::new(order()?), shown_only: shown_only()? });
        Ok(())
    })?;
    on_press("outgoing-cancel", || {
        if AT_WORK.get() {
            calls::client().cancel();
        }
    })
}

/// Writes the books of a round, once at a time.
pub fn start(round: Which) {
    if AT_WORK.replace(true) {
        return;
    }
    task::begin(async move {
        let made = make(round).await;
        AT_WORK.set(false);
        trouble::report(reveal_progress(false));
        made
    });
}

async fn make(round: Which) -> Dom {
    note("")?;
    let binding = match field::value("outgoing-binding")?.as_str() {
        "together" => Binding::Together,
        _ => Binding::Each,
    };
    let town = town::store().read(town::Town::name).unwrap_or_default();
    tell(None)?;
    Timeout::new(PATIENCE, || {
        if AT_WORK.get() {
            trouble::report(reveal_progress(true));
        }
    })
    .forget();
    let call = WriteBooks { round, binding, town };
    let written = calls::ask_watched(&call, |written| trouble::report(tell(Some(written)))).await;
    match written {
        Ok(Some(books)) => take(books),
        Ok(None) => note("照会する条項がありません。"),
        Err(Failure::Cancelled) => {
            sources::feed_again().await?;
            note("中止しました。照会票は作っていません。")
        }
        Err(failure) => Err(trouble_of(failure)),
    }
}

fn take(Books { name, bytes, round }: Books) -> Dom {
    let kind = if name.ends_with("zip") { ZIP } else { download::XLSX };
    download::save_buffer(&name, kind, &bytes.0)?;
    let Some(Written(round)) = round else {
        return note(&format!("「{name}」のダウンロードを始めました。"));
    };
    let sentence = format!(
        "「{name}」のダウンロードを始めました。{}課、{}行です。回答を読み取れるように、作業ファイルを保存してください。",
        sections(&round).len(),
        counted(round.items.len())
    );
    state::change(Scope::Sent, |work| work.send(round));
    note(&sentence)
}

fn tell(written: Option<book::Written>) -> Dom {
    let far = |book::Written { done, of }| format!("（{}課のうち{}課）", counted(of), counted(done));
    let sentence = format!("照会票を作っています{}。", written.map(far).unwrap_or_default());
    let share = written.map(|book::Written { done, of }| (done as u64, of as u64));
    progress::show(&by_id("outgoing-progress")?, &sentence, share)
}

fn reveal_progress(shown: bool) -> Dom {
    reveal(&by_id("outgoing-progress")?, shown)
}

fn note(sentence: &str) -> Dom {
    set_text("outgoing-note", sentence)
}
