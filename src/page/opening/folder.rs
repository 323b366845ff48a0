//! Dropped folders: all files below them, with their paths.
//!
//! Chromium refuses `FileSystemEntry` to pages that are files themselves, but gives handles to them; Firefox has no
//! handles for what is dropped, but entries. Both ways end in the same list.

use js_sys::{Array, AsyncIterator, IteratorNext, Promise};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, DataTransferItem, File, FileSystemDirectoryEntry, FileSystemDirectoryHandle, FileSystemEntry,
    FileSystemFileEntry, FileSystemFileHandle, FileSystemHandle,
};

use crate::page::dom::Dom;

#[wasm_bindgen]
extern "C" {
    /// An item with what the bindings do not have.
    type ItemWithHandle;
    #[wasm_bindgen(method, catch, js_name = getAsFileSystemHandle)]
    fn handle(this: &ItemWithHandle) -> Result<Promise, JsValue>;
}

/// A file or folder of the disk.
enum Node {
    /// The promise of a `FileSystemHandle`, or the handle, below a path.
    Handle(String, JsValue),
    /// An entry, which knows its path.
    Entry(FileSystemEntry),
}

/// What was dropped.
pub struct Dropped {
    folders: Vec<Node>,
    files: Vec<File>,
}

/// Takes what was dropped or pasted. Must be called within the event: afterwards the browser forgets it.
pub fn dropped(transfer: &DataTransfer) -> Dom<Dropped> {
    let items = transfer.items();
    let mut dropped = Dropped { folders: Vec::new(), files: Vec::new() };
    for item in (0..items.length()).filter_map(|index| items.get(index)).filter(|item| item.kind() == "file") {
        match item.webkit_get_as_entry()?.filter(FileSystemEntry::is_directory) {
            Some(entry) => dropped
                .folders
                .push(handle(&item).map_or(Node::Entry(entry), |handle| Node::Handle(String::new(), handle.into()))),
            None => dropped.files.extend(item.get_as_file()?),
        }
    }
    Ok(dropped)
}

/// The promise of a handle, where the browser has them.
fn handle(item: &DataTransferItem) -> Option<Promise> {
    item.unchecked_ref::<ItemWithHandle>().handle().ok()
}

impl Dropped {
    /// Nothing was dropped that could be read.
    pub fn is_empty(&self) -> bool {
        self.folders.is_empty() && self.files.is_empty()
    }

    /// All files with their names: those dropped by themselves as they came, then those of folders by their path.
    pub async fn files(self) -> Dom<Vec<(String, File)>> {
        let mut found: Vec<(String, File)> = self.files.into_iter().map(|file| (file.name(), file)).collect();
        let alone = found.len();
        let mut open = self.folders;
        while let Some(node) = open.pop() {
            let below = match node {
                Node::Handle(path, handle) => by_handle(&path, handle, &mut found).await?,
                Node::Entry(entry) => by_entry(entry, &mut found).await?,
            };
            open.extend(below);
        }
        if let Some(inside) = found.get_mut(alone..) {
            inside.sort_by(|(left, _), (right, _)| left.cmp(right));
        }
        Ok(found)
    }
}

/// Takes a file, or gives what stands in a folder.
async fn by_handle(path: &str, handle: JsValue, found: &mut Vec<(String, File)>) -> Dom<Vec<Node>> {
    let handle: FileSystemHandle = JsFuture::from(Promise::resolve(&handle)).await?.dyn_into()?;
    let path = if path.is_empty() { handle.name() } else { format!("{path}/{}", handle.name()) };
    if let Some(handle) = handle.dyn_ref::<FileSystemFileHandle>() {
        let file = JsFuture::from(handle.get_file()).await?;
        found.push((path, file.dyn_into()?));
        return Ok(Vec::new());
    }
    let mut below = Vec::new();
    let inside: AsyncIterator = handle.dyn_into::<FileSystemDirectoryHandle>()?.values();
    loop {
        let next: IteratorNext = JsFuture::from(inside.next()?).await?.unchecked_into();
        if next.done() {
            return Ok(below);
        }
        below.push(Node::Handle(path.clone(), next.value()));
    }
}

/// Takes a file, or gives what stands in a folder; browsers give that in portions, the last one empty.
async fn by_entry(entry: FileSystemEntry, found: &mut Vec<(String, File)>) -> Dom<Vec<Node>> {
    if !entry.is_directory() {
        let path = entry.full_path().trim_start_matches('/').to_owned();
        let entry: FileSystemFileEntry = entry.unchecked_into();
        let file = Promise::new(&mut |resolve, reject| entry.file_with_callback_and_callback(&resolve, &reject));
        found.push((path, JsFuture::from(file).await?.dyn_into()?));
        return Ok(Vec::new());
    }
    let reader = entry.unchecked_into::<FileSystemDirectoryEntry>().create_reader();
    let mut below = Vec::new();
    loop {
        let portion = Promise::new(&mut |resolve, reject| {
            if let Err(error) = reader.read_entries_with_callback_and_callback(&resolve, &reject) {
                let _ = reject.call1(&JsValue::NULL, &error);
            }
        });
        let portion: Array = JsFuture::from(portion).await?.dyn_into()?;
        if portion.length() == 0 {
            return Ok(below);
        }
        below.extend(portion.iter().map(|entry| Node::Entry(entry.unchecked_into())));
    }
}
