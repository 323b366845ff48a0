//! A tool's part of the work file: what it keeps as JSON text, and back.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use crate::page::dom::Dom;

/// What is kept as the text of a section.
pub fn written(kept: &impl Serialize) -> Dom<String> {
    serde_json::to_string(kept).map_err(|error| JsValue::from_str(&error.to_string()))
}

/// Gives what a section holds to its tool; false: it is not in the form of the tool, which keeps what it has.
pub fn taken<T: DeserializeOwned>(text: &str, keep: impl FnOnce(T)) -> bool {
    serde_json::from_str(text).map(keep).is_ok()
}
