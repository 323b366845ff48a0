//! What the worker does with a town's list: opening, reading anew, writing the workbook. Called as `name(input, progress)`.
//!
//! A list may have many thousand names: entries go to the page in portions while the reading goes on, as JSON text,
//! and the sheets as text that the page only keeps.

use std::sync::Arc;

use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::date::Date;
use crate::procedures::choices::Choices;
use crate::procedures::export::tables;
use crate::procedures::kept::{Change, KeptList};
use crate::procedures::list::Entry;
use crate::procedures::opened::{OpenedList, Portion};
use crate::procedures::section::Section;
use crate::reading::charset::Charset;
use crate::writing::{Properties, workbook};

type Answer = Result<JsValue, JsValue>;

/// `{name, bytes, charset, choices}` → a [`KeptList`], see [`kept`]: opens a list file, or pasted text where `text` stands
/// instead of `bytes`. Progress is `{done, total, entries}`, the entries as JSON text.
///
/// # Errors
/// An input of another form; what cannot be read is no error but a note.
#[wasm_bindgen(js_name = openProcedureList)]
pub fn open_procedure_list(input: &JsValue, progress: &Function) -> Answer {
    let name = text(input, "name")?;
    let list = if let Some(text) = field(input, "text")?.as_string() {
        OpenedList::of_text(&name, &text)
    } else {
        let bytes: Uint8Array = field(input, "bytes")?.dyn_into()?;
        let charset: Option<Charset> = serde_wasm_bindgen::from_value(field(input, "charset")?)?;
        OpenedList::of_file(&name, &bytes.to_vec(), charset)
    };
    read(&list, input, progress)
}

/// `{list, changes, choices}` → a [`KeptList`]: reads a kept list again, after [`Change`]s of how its sheets
/// are read. `list` is the JSON text of an [`OpenedList`]. Progress as above.
///
/// # Errors
/// An input of another form.
#[wasm_bindgen(js_name = readProcedureList)]
pub fn read_procedure_list(input: &JsValue, progress: &Function) -> Answer {
    let mut list: OpenedList = serde_json::from_str(&text(input, "list")?).map_err(told)?;
    let changes: Vec<Change> = serde_wasm_bindgen::from_value(field(input, "changes")?)?;
    for change in changes {
        list.apply(change);
    }
    read(&list, input, progress)
}

/// `{section, title, author, created}` → bytes: the workbook of a section of the work file, given as JSON text.
///
/// # Errors
/// An input of another form; a table that cannot be written, as text.
#[wasm_bindgen(js_name = writeProcedures)]
pub fn write_procedures(input: &JsValue, _progress: &Function) -> Answer {
    let section: Section = serde_json::from_str(&text(input, "section")?).map_err(told)?;
    let created: Date = serde_wasm_bindgen::from_value(field(input, "created")?)?;
    let properties = Properties { title: text(input, "title")?, author: text(input, "author")?, created };
    let tables = tables(&section.answer().map_err(told)?).map_err(told)?;
    let workbook = workbook(&tables, &properties, &mut |_| ()).map_err(told)?;
    Ok(Uint8Array::from(workbook.bytes.as_slice()).into())
}

fn read(list: &OpenedList, input: &JsValue, progress: &Function) -> Answer {
    let choices: Choices = serde_wasm_bindgen::from_value(field(input, "choices")?)?;
    let mut failure = None;
    list.read_in_portions(&choices, &mut |portion| {
        failure = hand_over(&portion, progress).err().or(failure.take());
    });
    match failure {
        Some(error) => Err(error),
        None => kept(KeptList::new(list).map_err(told)?),
    }
}

/// `{head, texts}`: the kept list as JSON text, and the text of each sheet beside it, so that nobody has to read it.
fn kept(mut list: KeptList) -> Answer {
    let texts = Array::new();
    for sheet in &mut list.sheets {
        texts.push(&JsValue::from_str(&sheet.text));
        sheet.text = Arc::default();
    }
    let output = Object::new();
    Reflect::set(&output, &"head".into(), &serde_json::to_string(&list).map_err(told)?.into())?;
    Reflect::set(&output, &"texts".into(), &texts)?;
    Ok(output.into())
}

fn hand_over(portion: &Portion, progress: &Function) -> Result<(), JsValue> {
    let entries: &[Arc<Entry>] = &portion.entries;
    let step = Object::new();
    Reflect::set(&step, &"done".into(), &serde_wasm_bindgen::to_value(&portion.done)?)?;
    Reflect::set(&step, &"total".into(), &serde_wasm_bindgen::to_value(&portion.total)?)?;
    Reflect::set(&step, &"entries".into(), &serde_json::to_string(entries).map_err(told)?.into())?;
    progress.call1(&JsValue::NULL, &step).map(|_| ())
}

fn field(input: &JsValue, name: &str) -> Answer {
    Reflect::get(input, &name.into())
}

fn text(input: &JsValue, name: &str) -> Result<String, JsValue> {
    Ok(field(input, name)?.as_string().unwrap_or_default())
}

fn told(error: impl std::fmt::Display) -> JsValue {
    error.to_string().into()
}
