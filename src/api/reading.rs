//! The surface of [`crate::reading`]: files as `Uint8Array` in, plain serde types out; called in the worker.
//!
//! Both functions have the shape that the worker's shim calls: `name(input, progress)`.

use std::ops::ControlFlow;

use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::clause::parcel;
use crate::reading::account::Account;
use crate::reading::limits::Limits;
use crate::reading::note::Note;
use crate::reading::progress::Progress;
use crate::reading::{Choices, Source, inspect, read};

/// What became of files, as it crosses the border; the clauses themselves travel as a [`parcel`] to the worker that
/// judges them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReadingView {
    /// What could not be read.
    pub notes: Vec<Note>,
    /// What became of every file, sheet and row.
    pub account: Account,
}

/// Looks at files without reading them wholly: `{files: [{name, bytes}], choices}` gives one
/// [`crate::reading::Inspection`] a file.
///
/// # Errors
/// The input has another shape.
#[wasm_bindgen(js_name = inspectFiles)]
pub fn inspect_files(input: &JsValue, _progress: &Function) -> Result<JsValue, JsValue> {
    let (files, choices) = (files(input)?, choices(input)?);
    let limits = Limits::default();
    let inspections: Vec<_> = files
        .iter()
        .map(|(name, bytes)| inspect(&Source { name, bytes }, &choices.get(name).cloned().unwrap_or_default(), &limits))
        .collect();
    plain(&inspections)
}

/// Reads files wholly and accounts for them: `{files: [{name, bytes}], choices}` gives `{view, clauses}`, a
/// [`ReadingView`] and the clauses as a [`parcel`]. Progress is reported by calling `progress` with a [`Progress`]; cancelling ends the worker.
///
/// # Errors
/// The input has another shape.
#[wasm_bindgen(js_name = readFiles)]
pub fn read_files(input: &JsValue, progress: &Function) -> Result<JsValue, JsValue> {
    let (files, choices) = (files(input)?, choices(input)?);
    let sources: Vec<Source<'_>> = files.iter().map(|(name, bytes)| Source { name, bytes }).collect();
    let mut report = |step: Progress| {
        // A page that no longer listens does not stop the reading.
        if let Ok(step) = plain(&step) {
            progress.call1(&JsValue::NULL, &step).ok();
        }
        ControlFlow::Continue(())
    };
    let reading = read(&sources, &choices, &Limits::default(), &mut report);
    let output = Object::new();
    let view = ReadingView { notes: reading.notes, account: reading.account };
    Reflect::set(&output, &"view".into(), &plain(&view)?)?;
    Reflect::set(&output, &"clauses".into(), &Uint8Array::from(parcel::pack(&reading.clauses).as_slice()))?;
    Ok(output.into())
}

fn files(input: &JsValue) -> Result<Vec<(String, Vec<u8>)>, JsValue> {
    let files = Reflect::get(input, &"files".into())?;
    Array::from(&files)
        .iter()
        .map(|file| {
            let name = Reflect::get(&file, &"name".into())?.as_string();
            let bytes = Reflect::get(&file, &"bytes".into())?.dyn_into::<Uint8Array>()?;
            Ok((name.unwrap_or_default(), bytes.to_vec()))
        })
        .collect()
}

fn choices(input: &JsValue) -> Result<Choices, JsValue> {
    let choices = Reflect::get(input, &"choices".into())?;
    if choices.is_undefined() || choices.is_null() {
        return Ok(Choices::new());
    }
    Ok(serde_wasm_bindgen::from_value(choices)?)
}

/// Plain objects, arrays and numbers, as JSON has them.
fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
