//! Asking the worker: reading long lists and writing their workbook, with progress and cancel.
//!
//! Entries arrive in portions while the worker reads on, so that taking over a list of many thousand names is never
//! felt in the page.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Array, Object, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlProgressElement};

use crate::page::dom::{Dom, by_id, fill, on, reveal, slot};
use crate::page::messages::reading::number;
use crate::page::trouble;
use crate::page::worker::{Client, Failure};
use crate::procedures::choices::Choices;
use crate::procedures::kept::{Change, KeptList};
use crate::procedures::list::Entry;
use crate::writing::Properties;

use super::Read;

thread_local! {
    static WORKER: Client = Client::default();
}

/// Listens to the button.
pub fn open() -> Dom {
    on(&by_id::<Element>("procedures-cancel")?, "click", |_: &Event| {
        WORKER.with(Client::cancel);
        Ok(())
    });
    Ok(())
}

/// An input with the name of the list and the choices.
pub fn input(name: &str, choices: &Choices) -> Dom<Object> {
    let input = Object::new();
    Reflect::set(&input, &"name".into(), &name.into())?;
    Reflect::set(&input, &"choices".into(), &plain(choices)?)?;
    Ok(input)
}

/// An input with a kept list and changes of how it is read.
pub fn input_of_kept(name: &str, choices: &Choices, text: &str, changes: &[Change]) -> Dom<Object> {
    let input = input(name, choices)?;
    Reflect::set(&input, &"list".into(), &text.into())?;
    Reflect::set(&input, &"changes".into(), &plain(changes)?)?;
    Ok(input)
}

fn plain(value: &(impl Serialize + ?Sized)) -> Dom<JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// Has a list read, showing how far it is.
pub async fn ask(function: &str, input: &Object, name: &str) -> Result<Read, Failure> {
    let entries = Rc::new(RefCell::new(Vec::new()));
    let (gathered, of) = (Rc::clone(&entries), name.to_owned());
    let progress = move |step: JsValue| trouble::report(gather(&gathered, &step, &of));
    trouble::report(tell(&format!("「{name}」を読み込んでいます…"), None));
    let client = WORKER.with(Client::clone);
    let answer = client.call_raw(function, input, progress).await;
    trouble::report(by_id::<Element>("procedures-progress").and_then(|panel| reveal(&panel, false)));
    let list = kept(&answer?).map_err(|error| Failure::Refused(format!("{error:?}")))?;
    let entries = entries.take();
    Ok(Read { list, entries })
}

/// Has the workbook of a section written; gives its bytes.
pub async fn write(section: &str, properties: &Properties, name: &str) -> Result<Vec<u8>, Failure> {
    let input = export(section, properties).map_err(|error| Failure::Refused(format!("{error:?}")))?;
    trouble::report(tell(&format!("「{name}」を作っています…"), None));
    let client = WORKER.with(Client::clone);
    let answer = client.call_raw("writeProcedures", &input, |_| ()).await;
    trouble::report(by_id::<Element>("procedures-progress").and_then(|panel| reveal(&panel, false)));
    Ok(answer?.unchecked_into::<Uint8Array>().to_vec())
}

fn export(section: &str, properties: &Properties) -> Dom<JsValue> {
    let input = Object::new();
    Reflect::set(&input, &"section".into(), &section.into())?;
    Reflect::set(&input, &"title".into(), &properties.title.as_str().into())?;
    Reflect::set(&input, &"author".into(), &properties.author.as_str().into())?;
    Reflect::set(&input, &"created".into(), &plain(&properties.created)?)?;
    Ok(input.into())
}

/// Takes a portion of entries.
fn gather(entries: &RefCell<Vec<Arc<Entry>>>, step: &JsValue, name: &str) -> Dom {
    let figure = |field: &str| Reflect::get(step, &field.into()).ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    let text = Reflect::get(step, &"entries".into())?.as_string().unwrap_or_default();
    let portion: Vec<Arc<Entry>> = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    entries.borrow_mut().extend(portion);
    let (done, total) = (figure("done"), figure("total"));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts of rows")]
    let counts = (number(total as u64), number(done as u64));
    tell(&format!("「{name}」：{}行のうち{}行", counts.0, counts.1), Some(done / total))
}

/// The kept list as it crosses the border: its head, and beside it the texts of its sheets.
fn kept(answer: &JsValue) -> Dom<KeptList> {
    let head = Reflect::get(answer, &"head".into())?.as_string().unwrap_or_default();
    let mut list: KeptList = serde_json::from_str(&head).map_err(|error| error.to_string())?;
    let texts = Array::from(&Reflect::get(answer, &"texts".into())?);
    for (sheet, text) in list.sheets.iter_mut().zip(texts.iter()) {
        sheet.text = text.as_string().unwrap_or_default().into();
    }
    Ok(list)
}

fn tell(sentence: &str, share: Option<f64>) -> Dom {
    let panel: Element = by_id("procedures-progress")?;
    reveal(&panel, true)?;
    fill(&panel, "sentence", sentence)?;
    let bar: HtmlProgressElement = slot(&panel, "bar")?;
    match share.filter(|share| share.is_finite()) {
        Some(share) => bar.set_value(share),
        None => bar.remove_attribute("value")?,
    }
    Ok(())
}
