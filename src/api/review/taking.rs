//! Taking files over: bytes to clauses on the desk, with progress.

use std::ops::ControlFlow;

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::clause::{Clause, parcel};
use crate::reading::limits::Limits;
use crate::reading::{Choices, Source, read};

use super::session::Session;
use super::views::Taken;

/// Reads `{sources: [{name, bytes}], choices, replace}` onto the desk; bytes may also be a parcel of clauses that
/// another worker has read.
pub(super) fn take(session: &mut Session, input: &JsValue, progress: &Function) -> Result<Taken, JsValue> {
    let files = files(&Reflect::get(input, &"sources".into())?)?;
    let choices: JsValue = Reflect::get(input, &"choices".into())?;
    let choices: Choices = if choices.is_falsy() { Choices::new() } else { serde_wasm_bindgen::from_value(choices)? };
    let (parcels, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|(_, bytes)| parcel::is_parcel(bytes));
    let mut clauses: Vec<Clause> = Vec::new();
    for (_, bytes) in parcels {
        clauses.append(&mut parcel::unpack(&bytes).map_err(|error| error.to_string())?);
    }
    let sources: Vec<Source<'_>> = files.iter().map(|(name, bytes)| Source { name, bytes }).collect();
    let mut reading = read(&sources, &choices, &Limits::default(), &mut |done| {
        if let Ok(done) = serde_wasm_bindgen::to_value(&done) {
            let _ = progress.call1(&JsValue::NULL, &done);
        }
        ControlFlow::Continue(())
    });
    drop(files);
    clauses.append(&mut reading.clauses);
    let carried = if Reflect::get(input, &"replace".into())?.is_truthy() {
        session.desk.replace(clauses)
    } else {
        session.desk.add(clauses);
        Vec::new()
    };
    Ok(Taken { clauses: session.desk.clauses().len(), carried })
}

fn files(list: &JsValue) -> Result<Vec<(String, Vec<u8>)>, JsValue> {
    let list: &Array = list.dyn_ref().ok_or("sources is no array")?;
    let file = |source: JsValue| {
        let name = Reflect::get(&source, &"name".into())?.as_string().ok_or("a source without a name")?;
        let bytes = Reflect::get(&source, &"bytes".into())?;
        let bytes: &Uint8Array = bytes.dyn_ref().ok_or("a source without bytes")?;
        Ok((name, bytes.to_vec()))
    };
    list.iter().map(file).collect()
}
