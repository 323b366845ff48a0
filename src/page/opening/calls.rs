//! What opening asks of its worker.

use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use crate::api::reading::ReadingView;
use crate::page::worker::{Client, Failure};
use crate::reading::progress::Progress;
use crate::reading::{Choices, Inspection};

use super::state::Entry;

thread_local! {
    static CLIENT: Client = Client::default();
}

/// The worker that looks at files and accounts for them.
pub fn client() -> Client {
    CLIENT.with(Client::clone)
}

/// What a file is and how it would be read.
pub async fn inspect(entry: &Entry) -> Result<Inspection, Failure> {
    let seen: Vec<Inspection> = call("inspectFiles", entry, |_| ()).await?;
    seen.into_iter().next().ok_or_else(|| Failure::Refused("no inspection".to_owned()))
}

/// What becomes of a file when it is read wholly.
pub async fn account(entry: &Entry, progress: impl Fn(Progress) + 'static) -> Result<ReadingView, Failure> {
    let told = move |value: JsValue| {
        if let Ok(step) = serde_wasm_bindgen::from_value(value) {
            progress(step);
        }
    };
    call("readFiles", entry, told).await
}

async fn call<O: DeserializeOwned>(
    name: &str,
    entry: &Entry,
    progress: impl Fn(JsValue) + 'static,
) -> Result<O, Failure> {
    let input = input(entry).map_err(|error| Failure::Refused(format!("{error:?}")))?;
    let answer = client().call_raw(name, &input, progress).await?;
    serde_wasm_bindgen::from_value(answer).map_err(|error| Failure::Refused(error.to_string()))
}

fn input(entry: &Entry) -> Result<JsValue, JsValue> {
    let file = Object::new();
    Reflect::set(&file, &"name".into(), &entry.name.as_str().into())?;
    Reflect::set(&file, &"bytes".into(), &entry.bytes)?;
    let input = Object::new();
    Reflect::set(&input, &"files".into(), &Array::of1(&file))?;
    Reflect::set(&input, &"choices".into(), &plain(&Choices::from([(entry.name.clone(), entry.choice.clone())]))?)?;
    Ok(input.into())
}

/// Choices as they cross the border.
pub fn plain(choices: &Choices) -> Result<JsValue, JsValue> {
    Ok(choices.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
