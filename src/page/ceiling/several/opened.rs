//! Opening a list of towns from a file: read in the worker, with what was not taken row by row.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, File, HtmlInputElement};

use crate::api::towns::TownList;
use crate::page::dom::{Dom, append, by_id, clear, find, on, template};
use crate::page::worker::{Client, Failure};
use crate::page::{messages, town, trouble};
use crate::subsidy::export;
use crate::subsidy::list::List;

use super::store;

thread_local! {
    static WORKER: Client = Client::default();
}

/// Rows that are named one by one; more are counted.
const NAMED: usize = 200;

/// Listens to the file field.
pub fn open() -> Dom {
    let field: HtmlInputElement = by_id("several-file")?;
    on(&field.clone(), "change", move |_: &Event| {
        let file = field.files().and_then(|files| files.get(0));
        if let Some(file) = file {
            spawn_local(async move { trouble::report(read(file).await) });
        }
        // The same file can be opened again after it was mended.
        field.set_value("");
        Ok(())
    });
    store().with(|store| store.watch(|several| notes(several.list().map(AsRef::as_ref))))
}

async fn read(file: File) -> Dom {
    tell(&format!("「{}」を読み込んでいます…", file.name()), "hint")?;
    let date = town::store().with(|store| store.read(|town| town.date));
    let input = Object::new();
    Reflect::set(&input, &"name".into(), &file.name().into())?;
    Reflect::set(&input, &"on".into(), &date.to_string().into())?;
    let bytes = JsFuture::from(file.array_buffer()).await?;
    Reflect::set(&input, &"bytes".into(), &js_sys::Uint8Array::new(&bytes))?;
    match call(&input).await {
        Ok(found) => take(&file.name(), found),
        Err(failure) => tell(&messages::worker_failed(&file.name(), &failure), "error"),
    }
}

async fn call(input: &JsValue) -> Result<TownList, Failure> {
    // A client answers one list at a time; the thread-local outlives every call.
    let client = WORKER.with(Client::clone);
    let answer = client.call_raw("readTownList", input, |_| ()).await?;
    serde_wasm_bindgen::from_value(answer).map_err(|error| Failure::Refused(error.to_string()))
}

fn take(name: &str, found: TownList) -> Dom {
    match found.list {
        Some(list) => {
            store().with(|store| store.change(|several| several.open(list)));
            Ok(())
        }
        None => tell(&messages::no_towns(name), "error"),
    }
}

/// What the list gave and, row by row, what is not in the table or needs a look.
fn notes(list: Option<&List>) -> Dom {
    let place: Element = by_id("several-notes")?;
    clear(&place);
    let Some(list) = list else { return Ok(()) };
    let doubtful = list.entries.iter().filter_map(|entry| {
        let why = export::unmatched(entry.unmatched.as_ref()?);
        Some(format!("{}行目「{}」：{why}一覧の人口で計算しました。", entry.row, entry.entry.label))
    });
    let left_out =
        list.left_out.iter().map(|row| format!("{}行目「{}」：{}", row.row, row.written, export::reason(&row.reason)));
    let lines: Vec<String> = left_out.chain(doubtful).collect();
    let summary = format!(
        "一覧から{}団体を読み取りました。計算に入れなかった行は{}行です。",
        list.entries.len(),
        list.left_out.len()
    );
    append(&place, "p", &summary)?;
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
