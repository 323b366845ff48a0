//! How files and texts arrive: picked, dropped or pasted; by mouse or by keyboard.

use gloo::utils::document;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    ClipboardEvent, DragEvent, Element, Event, EventTarget, File, FileList, HtmlElement, HtmlInputElement,
    HtmlTextAreaElement,
};

use crate::page::dom::{Dom, by_id, focus, on, reveal};
use crate::page::{messages, tabs, trouble};

use super::folder::dropped;
use super::looking;
use super::state::{Look, store};

/// Listens to the buttons, the whole tab and the clipboard.
pub fn open() -> Dom {
    picker("opening-pick-files", "opening-files")?;
    picker("opening-pick-folder", "opening-folder")?;
    pasting()?;
    let page: EventTarget = document().into();
    on(&page, "dragover", |event: &DragEvent| drag(event, true));
    on(&page, "dragleave", |event: &DragEvent| drag(event, false));
    on(&page, "drop", drop_here);
    on(&page, "paste", paste_here);
    Ok(())
}

/// A button that opens the browser's own choice of files.
fn picker(button: &str, field: &'static str) -> Dom {
    let input: HtmlInputElement = by_id(field)?;
    on(&by_id::<Element>(button)?, "click", move |_: &Event| {
        by_id::<HtmlElement>(field)?.click();
        Ok(())
    });
    on(&input.clone(), "change", move |_: &Event| {
        if let Some(files) = input.files() {
            take(list(&files));
        }
        // The same file can be opened again after it was mended.
        input.set_value("");
        Ok(())
    });
    Ok(())
}

/// The files of a list; those of a folder bring their path.
fn list(files: &FileList) -> Vec<(String, File)> {
    let named = |file: File| {
        let path = Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
        (path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name()), file)
    };
    (0..files.length()).filter_map(|index| files.get(index)).map(named).collect()
}

fn drag(event: &DragEvent, over: bool) -> Dom {
    let carries = event.data_transfer().is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0));
    if carries && !event.default_prevented() {
        // Without this the browser would leave the page and open the file in its place.
        event.prevent_default();
        by_id::<Element>("opening-zone")?.class_list().toggle_with_force("opening-over", over)?;
    }
    Ok(())
}

fn drop_here(event: &DragEvent) -> Dom {
    let Some(transfer) = event.data_transfer().filter(|_| !event.default_prevented()) else { return Ok(()) };
    drag(event, false)?;
    if tabs::current()? != "regulations" {
        return Ok(());
    }
    let dropped = dropped(&transfer)?;
    if dropped.is_empty() {
        let text = transfer.get_data("text/plain")?;
        event.prevent_default();
        take_text(&text);
        return Ok(());
    }
    spawn_local(async move {
        match dropped.files().await {
            Ok(files) => take(files),
            Err(error) => trouble::report(Err(error)),
        }
    });
    Ok(())
}

fn paste_here(event: &ClipboardEvent) -> Dom {
    let Some(clipboard) = event.clipboard_data() else { return Ok(()) };
    if tabs::current()? != "regulations" || event.default_prevented() {
        return Ok(());
    }
    let dropped = dropped(&clipboard)?;
    if !dropped.is_empty() {
        event.prevent_default();
        spawn_local(async move {
            match dropped.files().await {
                Ok(files) => take(files),
                Err(error) => trouble::report(Err(error)),
            }
        });
        return Ok(());
    }
    let typing = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if typing.is_some_and(|place| place.closest("input, textarea, select").is_ok_and(|found| found.is_some())) {
        return Ok(());
    }
    event.prevent_default();
    take_text(&clipboard.get_data("text/plain")?);
    Ok(())
}

/// The field for a text, opened by its button.
fn pasting() -> Dom {
    let panel: Element = by_id("opening-paste")?;
    let button: Element = by_id("opening-paste-open")?;
    on(&button.clone(), "click", move |_: &Event| {
        let opened = panel.has_attribute("hidden");
        reveal(&panel, opened)?;
        button.set_attribute("aria-expanded", if opened { "true" } else { "false" })?;
        if opened { focus(&by_id("opening-text")?) } else { Ok(()) }
    });
    on(&by_id::<Element>("opening-paste-take")?, "click", |_: &Event| {
        let field: HtmlTextAreaElement = by_id("opening-text")?;
        take_text(&field.value());
        field.set_value("");
        Ok(())
    });
    Ok(())
}

/// Opens a pasted text as if it were a file.
fn take_text(text: &str) {
    if !text.trim().is_empty() {
        let bytes = Uint8Array::from(text.as_bytes());
        store().with(|store| store.change(|opening| opening.add("貼り付けた条文.txt", bytes, Look::Waiting)));
        looking::go_on();
    }
}

/// Fetches the bytes of files one after another and has them looked at.
fn take(files: Vec<(String, File)>) {
    spawn_local(async move {
        for (name, file) in files {
            let (bytes, look) = match bytes_of(&file).await {
                Ok(bytes) => (bytes, Look::Waiting),
                Err(_) => (Uint8Array::new_with_length(0), Look::Failed(messages::reading::not_opened(&name))),
            };
            store().with(|store| store.change(|opening| opening.add(&name, bytes, look)));
            looking::go_on();
        }
    });
}

async fn bytes_of(file: &File) -> Result<Uint8Array, JsValue> {
    Ok(Uint8Array::new(&JsFuture::from(file.array_buffer()).await?))
}
