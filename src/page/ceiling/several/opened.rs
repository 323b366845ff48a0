//! Opening a list of towns from a file: read in the worker, with what was not taken row by row, and the column of the population to choose.

use std::cell::RefCell;

use web_sys::{Element, File, HtmlSelectElement};

use crate::api::towns::ReadTowns;
use crate::page::dom::{Dom, append, by_id, clear, cleared, field, on_own, reveal};
use crate::page::messages::reading as words;
use crate::page::worker::Client;
use crate::page::{files, messages, notes as reading_notes, task, town};
use crate::subsidy::export;
use crate::subsidy::list::{Choice, List, Origin, Remark, TownList};

use super::store;

thread_local! {
    static WORKER: Client = Client::default();
    /// The file that was opened last, to read it again with another column.
    static FILE: RefCell<Option<File>> = const { RefCell::new(None) };
}

/// Values of the choice that are no column.
const TABLE: &str = "table";
const UNDECIDED: &str = "";

/// Listens to the file field and to the choice of the column.
pub fn open() -> Dom {
    files::on_one_chosen("several-file", |file| {
        FILE.set(Some(file.clone()));
        task::begin(read(file, Origin::Guess));
    })?;
    on_own("several-population", "change", |choice: &HtmlSelectElement| {
        let origin = match choice.value().as_str() {
            UNDECIDED => return,
            TABLE => Origin::Table,
            column => column.parse().map_or(Origin::Guess, Origin::Column),
        };
        if let Some(file) = FILE.with_borrow(Clone::clone) {
            task::begin(read(file, origin));
        }
    })?;
    store().watch(|several| show(several.list().map(AsRef::as_ref)))
}

async fn read(file: File, from: Origin) -> Dom {
    tell(&format!("「{}」を読み込んでいます…", file.name()), "hint")?;
    let on = town::store().read(|town| town.date);
    let bytes = files::bytes(&file).await?;
    let call = ReadTowns { name: file.name(), bytes, on, from };
    match WORKER.with(Client::clone).call(&call, |()| ()).await {
        Ok(found) => take(&file.name(), found),
        Err(failure) => tell(&messages::worker_failed(&file.name(), &failure), "error"),
    }
}

fn take(name: &str, found: TownList) -> Dom {
    if found.list.is_some() {
        store().change(|several| several.open(found));
        return Ok(());
    }
    // Why a file could not be read says more than that no list was found in it.
    if found.notes.is_empty() {
        return tell(&messages::no_towns(name), "error");
    }
    tell(&format!("「{name}」から団体の一覧を読み取れませんでした。"), "error")?;
    reading_notes::within_card(&by_id("several-notes")?, &found.notes, words::sentence)
}

fn show(opened: Option<&TownList>) -> Dom {
    let place = cleared("several-notes")?;
    let list = opened.and_then(|opened| opened.list.as_ref());
    columns(list.map(|list| &list.population))?;
    let (Some(opened), Some(list)) = (opened, list) else { return Ok(()) };
    append(&place, "p", &summary(list))?;
    for remark in export::list_remarks(opened) {
        append(&place, "p", &remark)?.set_class_name("notice notice-warning");
    }
    reading_notes::within_card(&place, &opened.notes, words::sentence)?;
    rows(&place, list)
}

/// The columns that the population can come from.
fn columns(choice: Option<&Choice>) -> Dom {
    let place: Element = by_id("several-source")?;
    let select: HtmlSelectElement = by_id("several-population")?;
    clear(&select);
    reveal(&place, choice.is_some_and(|choice| !choice.columns.is_empty()))?;
    let Some(choice) = choice else { return Ok(()) };
    let asked =
        choice.column.is_none() && choice.remark.as_ref().is_some_and(|remark| !matches!(remark, Remark::Newest(_)));
    if asked {
        field::option(&select, UNDECIDED, "選んでください")?;
    }
    for column in &choice.columns {
        field::option(&select, &column.index.to_string(), &column.shown())?;
    }
    field::option(&select, TABLE, "使わない（上の欄の時点の住民基本台帳人口）")?;
    let value = match &choice.column {
        Some(column) => column.index.to_string(),
        None => if asked { UNDECIDED } else { TABLE }.to_owned(),
    };
    select.set_value(&value);
    Ok(())
}

fn summary(list: &List) -> String {
    let column = list.population.column.as_ref();
    let from = column.map_or_else(
        || "人口は上の欄の時点の住民基本台帳人口です。".to_owned(),
        |column| format!("人口は「{}」です。", column.shown()),
    );
    let (towns, out) = (list.entries.len(), list.left_out.len());
    format!("一覧から{towns}団体を読み取りました。{from}計算に入れなかった行は{out}行です。")
}

/// Row by row what is not in the table or needs a look.
fn rows(place: &Element, list: &List) -> Dom {
    let doubtful = list.entries.iter().filter_map(|entry| {
        let why = export::unmatched(entry.unmatched.as_ref()?);
        Some(format!("{}行目「{}」：{why}一覧の人口で計算しました。", entry.row, entry.entry.label))
    });
    let left_out =
        list.left_out.iter().map(|row| format!("{}行目「{}」：{}", row.row, row.written, export::reason(&row.reason)));
    let lines: Vec<String> = left_out.chain(doubtful).collect();
    if lines.is_empty() {
        return Ok(());
    }
    reading_notes::rows(place, &format!("確かめる行（{}件）", lines.len()), lines.into_iter(), |more| {
        format!("ほか{more}件。Excelで保存すると、シート「一覧の確認」にすべて載ります。")
    })
}

fn tell(sentence: &str, class: &str) -> Dom {
    let place = cleared("several-notes")?;
    append(&place, "p", sentence)?.set_class_name(class);
    Ok(())
}
