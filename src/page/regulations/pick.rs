//! Opening files without a preview: the plain file picker.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, FileList, HtmlInputElement, HtmlSelectElement};

use crate::page::dom::{Dom, by_id, on};
use crate::page::trouble;

use super::sources::{self, Source, Take};

/// Opens the picker.
pub fn open() -> Dom {
    let input: HtmlInputElement = by_id("review-files")?;
    on(&input.clone(), "change", move |_: &Event| {
        let Some(files) = input.files() else { return Ok(()) };
        let input = input.clone();
        spawn_local(async move {
            let sources = read(files).await;
            input.set_value("");
            trouble::report(sources.and_then(hand_over));
        });
        Ok(())
    });
    Ok(())
}

async fn read(files: FileList) -> Dom<Vec<Source>> {
    let mut sources = Vec::new();
    for file in (0..files.length()).filter_map(|index| files.get(index)) {
        let bytes = JsFuture::from(file.array_buffer()).await?;
        sources.push(Source { name: file.name(), bytes: Uint8Array::new(&bytes) });
    }
    Ok(sources)
}

fn hand_over(sources: Vec<Source>) -> Dom {
    let replace = by_id::<HtmlSelectElement>("review-how")?.value() == "replace";
    let how = if replace && sources::any() { Take::Replace } else { Take::Add };
    if !sources.is_empty() {
        sources::take(sources, JsValue::UNDEFINED, how);
    }
    Ok(())
}
