//! 一覧: opening a town's list or pasting it, and taking what the worker read.

mod asked;
mod correction;
mod matches;
mod notes;
mod sheets;

use std::cell::RefCell;

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, File, HtmlInputElement, HtmlTextAreaElement};

use crate::api::procedures::ReadListView;
use crate::page::announce::announce;
use crate::page::dom::{Dom, append, by_id, clear, on, reveal};
use crate::page::worker::{Client, Failure};
use crate::page::{messages, trouble};
use crate::procedures::list::Entry;
use crate::procedures::opened::OpenedList;

use super::{change, read};

thread_local! {
    static WORKER: Client = Client::default();
    /// The opened file, outside the memory of the core: read again when its character set is changed.
    static FILE: RefCell<Option<(String, Uint8Array)>> = const { RefCell::new(None) };
}

/// A made-up list in the words of an office, for trying.
const SAMPLE: &str = include_str!("../../../../data/procedures/sample.csv");
/// What a pasted list is called.
const PASTED: &str = "貼り付けた一覧";
/// Rows up to which a list is read in the page: a moment; longer ones go to the worker.
const SHORT: usize = 150;

/// Listens to the ways in and follows the desk.
pub fn open() -> Dom {
    let field: HtmlInputElement = by_id("procedures-file")?;
    on(&field.clone(), "change", move |_: &Event| {
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            spawn_local(async move { trouble::report(open_file(file).await) });
        }
        // The same file can be opened again after it was mended.
        field.set_value("");
        Ok(())
    });
    on(&by_id::<Element>("procedures-take-pasted")?, "click", |_: &Event| paste());
    on(&by_id::<Element>("procedures-sample")?, "click", |_: &Event| sample());
    on(&by_id::<Element>("procedures-cancel")?, "click", |_: &Event| {
        WORKER.with(Client::cancel);
        Ok(())
    });
    on(&by_id::<Element>("procedures-put-away")?, "click", |_: &Event| {
        change(super::desk::Desk::put_away);
        announce("一覧を閉じました。「元に戻す」で取り消せます。")
    });
    sheets::open()?;
    asked::open()?;
    matches::open()?;
    correction::open()
}

fn sample() -> Dom {
    let list = OpenedList::of_file("見本.csv", SAMPLE.as_bytes(), None);
    FILE.take();
    let entries = list.read(&read(|desk| desk.work().choices.clone()));
    take("見本を開く操作", list, &entries)
}

fn paste() -> Dom {
    let text = by_id::<HtmlTextAreaElement>("procedures-pasted")?.value();
    if text.trim().is_empty() {
        return tell("手続の名称を1行に1つずつ貼り付けてから、押してください。", "error");
    }
    FILE.take();
    if text.lines().count() <= SHORT {
        let list = OpenedList::of_text(PASTED, &text);
        let entries = list.read(&read(|desk| desk.work().choices.clone()));
        return take("一覧を貼り付ける操作", list, &entries);
    }
    let input = input(PASTED)?;
    Reflect::set(&input, &"text".into(), &text.into())?;
    spawn_local(async move {
        trouble::report(ask("openProcedureList", &input, PASTED, "一覧を貼り付ける操作").await);
    });
    Ok(())
}

async fn open_file(file: File) -> Dom {
    let name = file.name();
    tell(&format!("「{name}」を読み込んでいます…"), "hint")?;
    let bytes = Uint8Array::new(&JsFuture::from(file.array_buffer()).await?);
    FILE.with(|kept| kept.replace(Some((name.clone(), bytes.clone()))));
    let input = input(&name)?;
    Reflect::set(&input, &"bytes".into(), &bytes)?;
    ask("openProcedureList", &input, &name, "一覧を開く操作").await
}

/// Reads the opened file again by another character set.
fn open_as(charset: String) -> Dom {
    let Some((name, bytes)) = FILE.with(|file| file.borrow().clone()) else { return Ok(()) };
    let input = input(&name)?;
    Reflect::set(&input, &"bytes".into(), &bytes)?;
    Reflect::set(&input, &"charset".into(), &charset.into())?;
    spawn_local(async move {
        trouble::report(ask("openProcedureList", &input, &name, "文字コードの変更").await);
    });
    Ok(())
}

/// Whether the bytes of the opened list are at hand.
fn can_be_opened_again() -> bool {
    FILE.with(|file| file.borrow().is_some())
}

/// Reads the list again after the officer changed how its sheets are read.
fn read_again(list: OpenedList) -> Dom {
    if list.rows() <= SHORT {
        let entries = list.read(&read(|desk| desk.work().choices.clone()));
        return take("列の変更", list, &entries);
    }
    let input = input(&list.name)?;
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    Reflect::set(&input, &"list".into(), &serde::Serialize::serialize(&list, &plain)?)?;
    spawn_local(async move {
        trouble::report(ask("readProcedureList", &input, &list.name, "列の変更").await);
    });
    Ok(())
}

fn input(name: &str) -> Dom<Object> {
    let input = Object::new();
    Reflect::set(&input, &"name".into(), &name.into())?;
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    let choices = read(|desk| serde::Serialize::serialize(&desk.work().choices, &plain))?;
    Reflect::set(&input, &"choices".into(), &choices)?;
    Ok(input)
}

async fn ask(function: &str, input: &JsValue, name: &str, what: &str) -> Dom {
    reveal(&by_id::<Element>("procedures-cancel")?, true)?;
    let client = WORKER.with(Client::clone);
    let answer = client
        .call_raw(function, input, |_| ())
        .await
        .and_then(|answer| serde_wasm_bindgen::from_value(answer).map_err(|error| Failure::Refused(error.to_string())));
    reveal(&by_id::<Element>("procedures-cancel")?, false)?;
    match answer {
        Ok(ReadListView { list, entries }) => take(what, list, &entries),
        Err(failure) => tell(&messages::worker_failed(name, &failure), "error"),
    }
}

/// Takes what was read; a file without any table leaves the desk as it was.
fn take(what: &str, list: OpenedList, entries: &[Entry]) -> Dom {
    if list.sheets.is_empty() {
        tell(&format!("「{}」から表を読み取れませんでした。", list.name), "error")?;
        return notes::show(&by_id("procedures-told")?, &list.notes);
    }
    clear(&by_id::<Element>("procedures-told")?);
    change(|desk| desk.take(what.to_owned(), list, entries));
    let (count, asked) = read(|desk| (desk.entries().len(), desk.answer().map_or(0, |answer| answer.asked().len())));
    announce(&format!("{count}件の名称を読み取りました。選んでいただく名称は{asked}件です。"))
}

fn tell(sentence: &str, class: &str) -> Dom {
    let place: Element = by_id("procedures-told")?;
    clear(&place);
    append(&place, "p", sentence)?.set_class_name(class);
    Ok(())
}
