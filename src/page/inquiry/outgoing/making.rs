//! Making the books: in the worker, with progress after half a second, and a way to stop.

use std::cell::Cell;

use gloo::timers::callback::Timeout;
use web_sys::{Element, Event, HtmlProgressElement, HtmlSelectElement, MouseEvent};

use crate::api::border::Written;
use crate::api::inquiry::{Books, Which, WriteBooks};
use crate::inquiry::book::{self, Binding};
use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, fill, on, reveal, slot};
use crate::page::regulations::calls::{self, trouble_of};
use crate::page::regulations::sources;
use crate::page::worker::Failure;
use crate::page::{download, task, town, trouble};
use crate::review::Scope;
use crate::yen::notation::counted;

use super::super::state;
use super::{order, shown_only};

/// Before this nobody has to be told that something is at work, in milliseconds.
const PATIENCE: u32 = 500;
/// A ZIP.
const ZIP: &str = "application/zip";

thread_local! {
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
}

/// Listens to the form.
pub fn open() -> Dom {
    on(&by_id::<Element>("outgoing-form")?, "submit", |event: &Event| {
        event.prevent_default();
        if by_id::<Element>("outgoing-make")?.get_attribute("aria-disabled").as_deref() == Some("true") {
            return announce("照会する条項がありません。");
        }
        start(Which::New { order: Box::new(order()?), shown_only: shown_only()? });
        Ok(())
    });
    on(&by_id::<Element>("outgoing-cancel")?, "click", |_: &MouseEvent| {
        if AT_WORK.get() {
            calls::client().cancel();
        }
        Ok(())
    });
    Ok(())
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
    let binding = match by_id::<HtmlSelectElement>("outgoing-binding")?.value().as_str() {
        "together" => Binding::Together,
        _ => Binding::Each,
    };
    let town = town::store().with(|store| store.read(town::Town::name)).unwrap_or_default();
    progress(None)?;
    Timeout::new(PATIENCE, || {
        if AT_WORK.get() {
            trouble::report(reveal_progress(true));
        }
    })
    .forget();
    let call = WriteBooks { round, binding, town };
    let written = calls::ask_watched(&call, |written| trouble::report(progress(Some(written)))).await;
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
    let mut sections: Vec<&str> = round.items.iter().map(|item| item.section.as_str()).collect();
    sections.dedup();
    sections.sort_unstable();
    sections.dedup();
    let sentence = format!(
        "「{name}」のダウンロードを始めました。{}課、{}行です。回答を読み取れるように、作業ファイルを保存してください。",
        sections.len(),
        counted(round.items.len())
    );
    state::change(Scope::Sent, |work| work.send(round));
    note(&sentence)
}

fn progress(written: Option<book::Written>) -> Dom {
    let place: Element = by_id("outgoing-progress")?;
    let bar: HtmlProgressElement = slot(&place, "bar")?;
    let Some(book::Written { done, of }) = written else {
        bar.remove_attribute("value")?;
        return fill(&place, "sentence", "照会票を作っています。");
    };
    let size = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
    bar.set_max(size(of.max(1)));
    bar.set_value(size(done));
    fill(&place, "sentence", &format!("照会票を作っています（{}課のうち{}課）。", counted(of), counted(done)))
}

fn reveal_progress(shown: bool) -> Dom {
    reveal(&by_id("outgoing-progress")?, shown)
}

fn note(sentence: &str) -> Dom {
    by_id::<Element>("outgoing-note")?.set_text_content(Some(sentence));
    Ok(())
}
