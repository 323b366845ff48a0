//! Files that the officer chose: taken out of their field, and their bytes.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

use super::dom::{Dom, on_own};
use crate::api::border::Bytes;

/// Runs `then` with the files that are chosen in a field, taken out of it, so that the same can be chosen again.
pub fn on_chosen(field: &str, mut then: impl FnMut(Vec<File>) + 'static) -> Dom {
    on_own(field, "change", move |field: &HtmlInputElement| {
        let list = field.files();
        let files = list.iter().flat_map(|list| (0..list.length()).filter_map(|index| list.get(index))).collect();
        field.set_value("");
        then(files);
    })
}

/// As [`on_chosen`], for a field that takes one file.
pub fn on_one_chosen(field: &str, then: impl Fn(File) + 'static) -> Dom {
    on_chosen(field, move |files| files.into_iter().take(1).for_each(&then))
}

/// The bytes of a file.
pub async fn bytes(file: &File) -> Dom<Bytes> {
    Ok(Bytes(Uint8Array::new(&JsFuture::from(file.array_buffer()).await?)))
}
