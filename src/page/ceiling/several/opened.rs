//! Opening a list of towns from a file: read in the worker, with what was not taken row by row, and the column of the population to choose.

use std::cell::RefCell;

use web_sys::{Element, Event, File, HtmlInputElement, HtmlSelectElement};

use crate::api::towns::ReadTowns;
use crate::page::dom::{Dom, append, by_id, clear, element, find, on, reveal, template};
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

/// Rows that are named one by one; more are counted.
const NAMED: usize = 200;
/// Values of the choice that are no column.
const TABLE: &str = "table";
const UNDECIDED: &str = "";

/// Listens to the file field and to the choice of the column.
pub fn open() -> Dom {
    let field: HtmlInputElement = by_id("several-file")?;
    on(&field.clone(), "change", move |_: &Event| {
        let file = field.files().and_then(|files| files.get(0));
        if let Some(file) = file {
            FILE.set(Some(file.clone()));
            task::begin(read(file, Origin::Guess));
        }
        // The same file can be opened again after it was mended.
        field.set_value("");
        Ok(())
    });
    let choice: HtmlSelectElement = by_id("several-population")?;
    on(&choice.clone(), "change", move |_: &Event| {
        let origin = match choice.value().as_str() {
            UNDECIDED => return Ok(()),
            TABLE => Origin::Table,
            column => column.parse().map_or(Origin::Guess, Origin::Column),
        };
        if let Some(file) = FILE.with_borrow(Clone::clone) {
            task::begin(read(file, origin));
        }
        Ok(())
    });
    store().with(|store| store.watch(|several| show(several.list().map(AsRef::as_ref))))
}

async fn read(file: File, from: Origin) -> Dom {
    tell(&format!("「{}」を読み込んでいます…", file.name()), "hint")?;
    let on = town::store().with(|store| store.read(|town| town.date));
    let bytes = files::bytes(&file).await?;
    let call = ReadTowns { name: file.name(), bytes, on, from };
    match WORKER.with(Client::clone).call(&call, |()| ()).await {
        Ok(found) => take(&file.name(), found),
        Err(failure) => tell(&messages::worker_failed(&file.name(), &failure), "error"),
    }
}

fn take(name: &str, found: TownList) -> Dom {
    if found.list.is_some() {
        store().with(|store| store.change(|several| several.open(found)));
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
    let place: Element = by_id("several-notes")?;
    clear(&place);
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
        option(&select, UNDECIDED, "選んでください")?;
    }
    for column in &choice.columns {
        option(&select, &column.index.to_string(), &column.shown())?;
    }
    option(&select, TABLE, "使わない（上の欄の時点の住民基本台帳人口）")?;
    let value = match &choice.column {
        Some(column) => column.index.to_string(),
        None => if asked { UNDECIDED } else { TABLE }.to_owned(),
    };
    select.set_value(&value);
    Ok(())
}

fn option(select: &HtmlSelectElement, value: &str, text: &str) -> Dom {
    let option = element("option", text)?;
    option.set_attribute("value", value)?;
    select.append_child(&option).map(|_| ())
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
    let details = template("row-notes")?;
    find::<Element>(&details, "summary")?.set_text_content(Some(&format!("確かめる行（{}件）", lines.len())));
    let rows = append(&details, "ul", "")?;
    for line in lines.iter().take(NAMED) {
        append(&rows, "li", line)?;
    }
    if lines.len() > NAMED {
        append(
            &rows,
            "li",
            &format!("ほか{}件。Excelで保存すると、シート「一覧の確認」にすべて載ります。", lines.len() - NAMED),
        )?;
    }
    place.append_child(&details)?;
    Ok(())
}

fn tell(sentence: &str, class: &str) -> Dom {
    let place: Element = by_id("several-notes")?;
    clear(&place);
    append(&place, "p", sentence)?.set_class_name(class);
    Ok(())
}
