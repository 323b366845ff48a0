//! Saving a file: the browser's own download of a blob, never a request.

use gloo::file::{Blob, ObjectUrl};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

use super::dom::{Dom, append, cleared, field};
use super::messages;
use crate::writing::{CharacterSet, Table, csv};

/// CSV.
pub const CSV: &str = "text/csv";
/// XLSX.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Time until the blob is let go: browsers that ask where to save read it late, in milliseconds.
const KEPT: u32 = 60_000;

/// Offers `bytes` as a download named `name`.
pub fn save(name: &str, kind: &str, bytes: &[u8]) -> Dom {
    offer(name, Blob::new_with_options(bytes, Some(kind)))
}

/// As [`save`], for bytes of a worker: they need not pass through the memory of the page's core.
pub fn save_buffer(name: &str, kind: &str, bytes: &Uint8Array) -> Dom {
    offer(name, Blob::new_with_options(bytes.buffer(), Some(kind)))
}

/// Saves a table as CSV in the character set that is chosen in the field `characters`, and tells of it in the place `told`.
pub fn save_csv(name: &str, table: &Table, characters: &str, told: &str, further: &str) -> Dom {
    let character_set = match field::value(characters)?.as_str() {
        "windows31_j" => CharacterSet::Windows31J,
        _ => CharacterSet::Utf8,
    };
    let file = csv(table, character_set);
    save(name, CSV, &file.bytes)?;
    let lost: Vec<String> = file.replaced.iter().map(messages::replaced).collect();
    tell(told, &format!("「{name}」を保存しました。{further}"), &lost)
}

/// Tells what became of saving, and of characters that were lost.
pub fn tell(place: &str, sentence: &str, lost: &[String]) -> Dom {
    let place = cleared(place)?;
    append(&place, "p", sentence)?.set_class_name("hint");
    lost.iter().try_for_each(|line| append(&place, "p", line).map(|line| line.set_class_name("hint warning")))
}

fn offer(name: &str, blob: Blob) -> Dom {
    let url = ObjectUrl::from(blob);
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Timeout::new(KEPT, move || drop(url)).forget();
    Ok(())
}
