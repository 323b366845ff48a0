//! Saving in place, where the browser lets a page write a file that the officer chose (File System Access API).

use std::cell::RefCell;

use gloo::utils::window;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::page::dom::Dom;

const PICKER: &str = "showSaveFilePicker";

thread_local! {
    static PLACE: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Whether the browser can.
pub fn available() -> bool {
    Reflect::get(&window(), &PICKER.into()).is_ok_and(|picker| picker.is_function())
}

/// The file to write: the one chosen before, or one that the officer chooses now; `None`: offer a download.
///
/// # Errors
/// The officer chose none.
pub async fn place(name: &str, choose: bool) -> Dom<Option<JsValue>> {
    let known = PLACE.with(|place| place.borrow().clone());
    if !choose {
        return Ok(known);
    }
    let options = Object::new();
    Reflect::set(&options, &"suggestedName".into(), &name.into())?;
    let picker: Function = Reflect::get(&window(), &PICKER.into())?.dyn_into()?;
    let chosen = JsFuture::from(picker.call1(&window(), &options)?.dyn_into::<Promise>()?).await?;
    PLACE.with(|place| *place.borrow_mut() = Some(chosen.clone()));
    Ok(Some(chosen))
}

/// Writes the file.
pub async fn write(place: &JsValue, bytes: &Uint8Array) -> Dom {
    let stream = call(place, "createWritable", None).await?;
    call(&stream, "write", Some(bytes.as_ref())).await?;
    call(&stream, "close", None).await.map(|_| ())
}

async fn call(object: &JsValue, name: &str, argument: Option<&JsValue>) -> Dom<JsValue> {
    let function: Function = Reflect::get(object, &name.into())?.dyn_into()?;
    let arguments: Array = argument.into_iter().cloned().collect();
    JsFuture::from(function.apply(object, &arguments)?.dyn_into::<Promise>()?).await
}
