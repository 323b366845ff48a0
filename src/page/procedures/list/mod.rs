//! 一覧: opening a town's list or pasting it, and taking what was read.
//!
//! Short lists are read at once in the page; longer ones, whose reading would be felt, in the worker ([`asking`]).

mod asked;
mod asking;
mod correction;
mod matches;
mod sheets;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use web_sys::File;

use crate::api::border::{Bytes, Call, Written};
use crate::api::procedures::{ListSource, OpenList, ReadAgain};
use crate::page::announce::announce;
use crate::page::dom::{Dom, append, by_id, cleared, field, on_press};
use crate::page::{files, messages, notes, task};
use crate::procedures::choices::Choices;
use crate::procedures::kept::{Change, KeptList};
use crate::procedures::list::ListedName;
use crate::procedures::opened::{OpenedList, Portion};
use crate::reading::charset::Charset;

use super::desk::Work;
use super::{change, read};
pub use asking::write;

thread_local! {
    /// The opened file, outside the memory of the core: read again when its character set is changed.
    static FILE: RefCell<Option<(String, Bytes)>> = const { RefCell::new(None) };
}

/// A made-up list in the words of an office, for trying.
const SAMPLE: &str = include_str!("../../../../data/procedures/sample.csv");
/// What a pasted list is called.
const PASTED: &str = "貼り付けた一覧";
/// Rows up to which a list is read in the page: a moment; longer ones go to the worker.
const SHORT: usize = 150;
/// Bytes of a short list in a work file.
const SHORT_TEXT: usize = 30_000;

/// A list that was read.
struct Read {
    list: KeptList,
    entries: Vec<Arc<ListedName>>,
}

/// Listens to the ways in and follows the desk.
pub fn open() -> Dom {
    files::on_one_chosen("procedures-file", |file| task::begin(open_file(file)))?;
    on_press("procedures-take-pasted", paste)?;
    on_press("procedures-sample", sample)?;
    on_press("procedures-put-away", || {
        change(super::desk::Desk::put_away);
        announce("一覧を閉じました。「元に戻す」で取り消せます。")
    })?;
    asking::open()?;
    sheets::open()?;
    asked::open()?;
    matches::open()?;
    correction::open()
}

fn choices() -> Choices {
    read(|desk| desk.work().choices.clone())
}

/// Reads a list in the page.
fn at_once(list: &OpenedList, choices: &Choices) -> Dom<Read> {
    let kept = KeptList::new(list).map_err(|error| error.to_string())?;
    Ok(Read { list: kept, entries: list.read(choices) })
}

fn sample() -> Dom {
    FILE.take();
    take("見本を開く操作", at_once(&OpenedList::of_file("見本.csv", SAMPLE.as_bytes(), None), &choices())?)
}

fn paste() -> Dom {
    let text = field::value("procedures-pasted")?;
    if text.trim().is_empty() {
        return tell("手続の名称を1行に1つずつ貼り付けてから、押してください。", "error");
    }
    FILE.take();
    if text.lines().count() <= SHORT {
        return take("一覧を貼り付ける操作", at_once(&OpenedList::of_text(PASTED, &text), &choices())?);
    }
    let call = OpenList { name: PASTED.to_owned(), from: ListSource::Text(text), choices: choices() };
    ask(call, PASTED.to_owned(), "一覧を貼り付ける操作");
    Ok(())
}

async fn open_file(file: File) -> Dom {
    let name = file.name();
    let Ok(bytes) = files::bytes(&file).await else {
        return tell(&messages::reading::not_opened(&name), "error");
    };
    FILE.with(|kept| kept.replace(Some((name.clone(), bytes.clone()))));
    let call = OpenList { name: name.clone(), from: ListSource::File(bytes, None), choices: choices() };
    ask(call, name, "一覧を開く操作");
    Ok(())
}

/// Reads the opened file again by another character set.
fn open_as(charset: Charset) {
    let Some((name, bytes)) = FILE.with_borrow(Clone::clone) else { return };
    let call = OpenList { name: name.clone(), from: ListSource::File(bytes, Some(charset)), choices: choices() };
    ask(call, name, "文字コードの変更");
}

/// Whether the bytes of the list are at hand.
fn can_be_opened_again(name: &str) -> bool {
    FILE.with_borrow(|file| file.as_ref().is_some_and(|(kept, _)| kept == name))
}

/// Reads the list again after the officer changed how a sheet is read.
fn read_again(list: &KeptList, changed: Change) -> Dom {
    let text = list.whole().and_then(|list| serde_json::to_string(&list)).map_err(|error| error.to_string())?;
    if list.rows() <= SHORT {
        let mut list: OpenedList = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        list.apply(changed);
        return take("列の変更", at_once(&list, &choices())?);
    }
    ask(ReadAgain { list: text, changes: vec![changed], choices: choices() }, list.name.clone(), "列の変更");
    Ok(())
}

/// Has the worker read a list; what was there stays until then.
fn ask<C>(call: C, name: String, what: &'static str)
where
    C: Call<Progress = Written<Portion>, Output = KeptList> + 'static,
{
    task::begin(async move {
        match asking::ask(&call, &name).await {
            Ok(read) => take(what, read),
            Err(failure) => tell(&messages::worker_failed(&name, &failure), "error"),
        }
    });
}

/// Begins with the work of a work file, whose list is given as text. False: the text is no list.
pub async fn restore(work: Work, text: &str) -> Dom<bool> {
    let read = if text.len() <= SHORT_TEXT {
        let Ok(list) = serde_json::from_str::<OpenedList>(text) else { return Ok(false) };
        at_once(&list, &work.choices)?
    } else {
        let call = ReadAgain { list: text.to_owned(), changes: Vec::new(), choices: work.choices.clone() };
        match asking::ask(&call, IN_WORK_FILE).await {
            Ok(read) => read,
            Err(failure) => {
                change(|desk| desk.restore(work, Vec::new()));
                tell(&messages::worker_failed(IN_WORK_FILE, &failure), "error")?;
                return Ok(false);
            }
        }
    };
    FILE.take();
    cleared("procedures-told")?;
    change(|desk| desk.restore(Work { list: Some(Rc::new(read.list)), ..work }, read.entries));
    Ok(true)
}

/// What the list of a work file is called while it is read.
const IN_WORK_FILE: &str = "作業ファイルの一覧";

/// Takes what was read; a file without any table leaves the desk as it was.
fn take(what: &str, Read { list, entries }: Read) -> Dom {
    if list.sheets.is_empty() {
        tell(&format!("「{}」から表を読み取れませんでした。", list.name), "error")?;
        return notes::within_card(&by_id("procedures-told")?, &list.notes, messages::list::sentence);
    }
    cleared("procedures-told")?;
    change(|desk| desk.take(what.to_owned(), list, &entries));
    let (count, asked) = read(|desk| (desk.entries().len(), desk.answer().map_or(0, |answer| answer.asked().len())));
    announce(&format!("{count}件の名称を読み取りました。確認が必要な名称は{asked}件です。"))
}

fn tell(sentence: &str, class: &str) -> Dom {
    let place = cleared("procedures-told")?;
    append(&place, "p", sentence)?.set_class_name(class);
    Ok(())
}
