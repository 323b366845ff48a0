//! What opening asks of its worker.

use js_sys::{Array, Object, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

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

/// Starts the worker by asking for nothing; where that fails, the first file tells why.
pub async fn start() {
    let nothing = Object::new();
    if Reflect::set(&nothing, &"files".into(), &Array::new()).is_ok() {
        let _ = client().call_raw("inspectFiles", &nothing, |_| ()).await;
    }
}

/// What a file is and how it would be read.
pub async fn inspect(entry: &Entry) -> Result<Inspection, Failure> {
    let seen = call("inspectFiles", entry, |_| ()).await?;
    let seen: Vec<Inspection> =
        serde_wasm_bindgen::from_value(seen).map_err(|error| Failure::Refused(error.to_string()))?;
    seen.into_iter().next().ok_or_else(|| Failure::Refused("no inspection".to_owned()))
}

/// A file that was read wholly.
pub struct ReadFile {
    /// What became of it.
    pub view: ReadingView,
    /// Its clauses as a parcel, outside the memory of the core.
    pub clauses: Uint8Array,
}

/// Reads a file wholly.
pub async fn read(entry: &Entry, progress: impl Fn(Progress) + 'static) -> Result<ReadFile, Failure> {
    let told = move |value: JsValue| {
        if let Ok(step) = serde_wasm_bindgen::from_value(value) {
            progress(step);
        }
    };
    let answer = call("readFiles", entry, told).await?;
    let field = |name: &str| Reflect::get(&answer, &name.into()).map_err(refused);
    let view = serde_wasm_bindgen::from_value(field("view")?).map_err(|error| Failure::Refused(error.to_string()))?;
    Ok(ReadFile { view, clauses: field("clauses")?.dyn_into().map_err(refused)? })
}

async fn call(name: &str, entry: &Entry, progress: impl Fn(JsValue) + 'static) -> Result<JsValue, Failure> {
    client().call_raw(name, &input(entry).map_err(refused)?, progress).await
}

fn refused(error: impl std::fmt::Debug) -> Failure {
    Failure::Refused(format!("{error:?}"))
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
fn plain(choices: &Choices) -> Result<JsValue, JsValue> {
    Ok(choices.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
