//! Opening and saving in place, where the browser lets a page read and write a file that the officer chose (File System
//! Access API). Elsewhere the page offers a download.

use std::cell::RefCell;
use std::collections::BTreeMap;

use gloo::utils::window;
use js_sys::{Array, Function, Promise};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, File, FileSystemFileHandle, FileSystemWritableFileStream};

use crate::api::border::{Bytes, sent};
use crate::page::dom::Dom;
use crate::page::files;

#[wasm_bindgen]
extern "C" {
    /// A window with what the bindings do not have.
    type WindowWithPickers;
    #[wasm_bindgen(method, getter, js_name = showOpenFilePicker)]
    fn open_picker(this: &WindowWithPickers) -> Option<Function>;
    #[wasm_bindgen(method, getter, js_name = showSaveFilePicker)]
    fn save_picker(this: &WindowWithPickers) -> Option<Function>;
}

thread_local! {
    static PLACE: RefCell<Option<Place>> = const { RefCell::new(None) };
}

/// Bytes at the beginning of a work file in which its check stands.
const HEAD: f64 = 120.0;

/// A file that the officer chose, as this page last read or wrote it.
#[derive(Clone)]
pub struct Place {
    handle: FileSystemFileHandle,
    /// None where its content is not known: the officer chose it for writing, and the browser asked them.
    seen: Option<Seen>,
}

impl Place {
    /// Its name.
    pub fn name(&self) -> String {
        self.handle.name()
    }
}

/// By what a file is known again: when it was written, its size, and its beginning with the check of the content.
#[derive(Clone, PartialEq, Eq)]
struct Seen {
    modified: u64,
    size: u64,
    head: String,
}

impl Seen {
    async fn of(file: &File) -> Dom<Self> {
        let head = JsFuture::from(file.slice_with_f64_and_f64(0.0, HEAD)?.text()).await?;
        Ok(Self {
            modified: file.last_modified().to_bits(),
            size: file.size().to_bits(),
            head: head.as_string().unwrap_or_default(),
        })
    }

    /// Whether the file still holds what it held: a copy or a touch changes the time only.
    fn is_same(&self, now: &Self) -> bool {
        self == now || (self.size == now.size && self.head == now.head)
    }
}

/// What became of writing a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is written.
    Written,
    /// Somebody else wrote it meanwhile: it was left as it is.
    ChangedMeanwhile,
}

/// What a choice of files offers.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Options<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    suggested_name: Option<&'a str>,
    types: [Kind; 1],
}

#[derive(Serialize)]
struct Kind {
    description: &'static str,
    accept: BTreeMap<&'static str, [&'static str; 1]>,
}

impl<'a> Options<'a> {
    fn new(suggested_name: Option<&'a str>) -> Self {
        let accept = BTreeMap::from([("application/json", [".json"])]);
        Self { suggested_name, types: [Kind { description: "一枚点検の作業ファイル", accept }] }
    }
}

fn pickers() -> WindowWithPickers {
    window().unchecked_into()
}

/// Whether the browser can.
pub fn available() -> bool {
    pickers().open_picker().is_some() && pickers().save_picker().is_some()
}

/// The file that is written from now on, until another is chosen.
pub fn remember(place: Option<Place>) {
    PLACE.set(place);
}

/// The file that is written, if any.
pub fn place() -> Option<Place> {
    PLACE.with_borrow(Clone::clone)
}

/// Asks the officer for a file to write; nothing where they choose none.
pub async fn choose(name: &str) -> Dom<Option<Place>> {
    let chosen = ask(pickers().save_picker(), &Options::new(Some(name))).await?;
    Ok(chosen.map(|handle| Place { handle: handle.unchecked_into(), seen: None }))
}

/// Asks the officer for a work file and reads it; nothing where they choose none.
pub async fn open() -> Dom<Option<(Place, Bytes)>> {
    let Some(chosen) = ask(pickers().open_picker(), &Options::new(None)).await? else { return Ok(None) };
    let handle: FileSystemFileHandle = chosen.dyn_into::<Array>()?.get(0).unchecked_into();
    read(Place { handle, seen: None }).await.map(Some)
}

/// Reads a file that was chosen, as it stands now.
pub async fn read(place: Place) -> Dom<(Place, Bytes)> {
    let file = file(&place).await?;
    let bytes = files::bytes(&file).await?;
    let seen = Some(Seen::of(&file).await?);
    Ok((Place { seen, ..place }, bytes))
}

/// Writes the file, unless it is no longer what this page read or wrote, and remembers it.
pub async fn write(mut place: Place, bytes: &Bytes) -> Dom<Outcome> {
    if let Some(seen) = &place.seen
        && !seen.is_same(&Seen::of(&file(&place).await?).await?)
    {
        return Ok(Outcome::ChangedMeanwhile);
    }
    let stream: FileSystemWritableFileStream = JsFuture::from(place.handle.create_writable()).await?.unchecked_into();
    JsFuture::from(stream.write_with_js_u8_array(&bytes.0)?).await?;
    JsFuture::from(stream.close()).await?;
    place.seen = Some(Seen::of(&file(&place).await?).await?);
    remember(Some(place));
    Ok(Outcome::Written)
}

async fn file(place: &Place) -> Dom<File> {
    Ok(JsFuture::from(place.handle.get_file()).await?.unchecked_into())
}

/// Shows a choice of files; choosing none is no failure.
async fn ask(picker: Option<Function>, options: &Options<'_>) -> Dom<Option<JsValue>> {
    let picker = picker.ok_or("no choice of files")?;
    match JsFuture::from(picker.call1(&window(), &sent(options)?)?.dyn_into::<Promise>()?).await {
        Ok(chosen) => Ok(Some(chosen)),
        Err(error) if error.dyn_ref::<DomException>().is_some_and(|error| error.name() == "AbortError") => Ok(None),
        Err(error) => Err(error),
    }
}
