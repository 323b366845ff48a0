//! Opening and saving in place, where the browser lets a page read and write a file that the officer chose (File System
//! Access API). Elsewhere the page offers a download.

use std::cell::RefCell;

use gloo::utils::window;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::page::dom::Dom;

const SAVE: &str = "showSaveFilePicker";
const OPEN: &str = "showOpenFilePicker";

thread_local! {
    static PLACE: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Whether the browser can.
pub fn available() -> bool {
    [SAVE, OPEN]
        .iter()
        .all(|picker| Reflect::get(&window(), &(*picker).into()).is_ok_and(|picker| picker.is_function()))
}

/// The file that is written from now on, until another is chosen.
pub fn remember(place: Option<JsValue>) {
    PLACE.with(|now| *now.borrow_mut() = place);
}

/// The file that is written, if any.
pub fn place() -> Option<JsValue> {
    PLACE.with(|place| place.borrow().clone())
}

/// The name of a file.
pub fn name(place: &JsValue) -> String {
    Reflect::get(place, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}

/// Asks the officer for a file to write; nothing where they choose none.
pub async fn choose(name: &str) -> Dom<Option<JsValue>> {
    let options = Object::new();
    Reflect::set(&options, &"suggestedName".into(), &name.into())?;
    Reflect::set(&options, &"types".into(), &kinds()?.into())?;
    let chosen = ask(SAVE, &options).await?;
    if chosen.is_some() {
        remember(chosen.clone());
    }
    Ok(chosen)
}

/// Asks the officer for a work file and reads it; nothing where they choose none.
pub async fn open() -> Dom<Option<(JsValue, Uint8Array)>> {
    let options = Object::new();
    Reflect::set(&options, &"types".into(), &kinds()?.into())?;
    let Some(chosen) = ask(OPEN, &options).await? else { return Ok(None) };
    let place = chosen.dyn_into::<Array>()?.get(0);
    let file = call(&place, "getFile", None).await?;
    let bytes = call(&file, "arrayBuffer", None).await?;
    Ok(Some((place, Uint8Array::new(&bytes))))
}

/// Writes the file.
pub async fn write(place: &JsValue, bytes: &Uint8Array) -> Dom {
    let stream = call(place, "createWritable", None).await?;
    call(&stream, "write", Some(bytes.as_ref())).await?;
    call(&stream, "close", None).await.map(|_| ())
}

fn kinds() -> Dom<Array> {
    let (kind, accepted) = (Object::new(), Object::new());
    Reflect::set(&accepted, &"application/json".into(), &Array::of1(&".json".into()))?;
    Reflect::set(&kind, &"description".into(), &"一枚点検の作業ファイル".into())?;
    Reflect::set(&kind, &"accept".into(), &accepted)?;
    Ok(Array::of1(&kind))
}

/// Shows a choice of files; choosing none is no failure.
async fn ask(picker: &str, options: &Object) -> Dom<Option<JsValue>> {
    let picker: Function = Reflect::get(&window(), &picker.into())?.dyn_into()?;
    match JsFuture::from(picker.call1(&window(), options)?.dyn_into::<Promise>()?).await {
        Ok(chosen) => Ok(Some(chosen)),
        Err(error) if name(&error) == "AbortError" => Ok(None),
        Err(error) => Err(error),
    }
}

async fn call(object: &JsValue, name: &str, argument: Option<&JsValue>) -> Dom<JsValue> {
    let function: Function = Reflect::get(object, &name.into())?.dyn_into()?;
    let arguments: Array = argument.into_iter().cloned().collect();
    JsFuture::from(function.apply(object, &arguments)?.dyn_into::<Promise>()?).await
}
