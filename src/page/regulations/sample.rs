//! 見本で試す: a short list of our own writing that shows every state.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use web_sys::{Element, MouseEvent};

use crate::page::dom::{Dom, by_id, on};

use super::sources::{self, Source, Take};

/// The bundled list (data/sample/README.md).
const SAMPLE: &[u8] = include_bytes!("../../../data/sample/regulations.csv");

/// Opens the button.
pub fn open() -> Dom {
    on(&by_id::<Element>("review-sample")?, "click", |_: &MouseEvent| {
        let source = Source { name: "見本.csv".to_owned(), bytes: Uint8Array::from(SAMPLE) };
        let how = if sources::any() { Take::Replace } else { Take::Add };
        sources::take(vec![source], JsValue::UNDEFINED, how);
        Ok(())
    });
    Ok(())
}
