//! How files and texts arrive: picked, dropped or pasted; by mouse or by keyboard.

use gloo::utils::document;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Element, Event, EventTarget, File, HtmlElement, HtmlInputElement,
};

use crate::api::border::Bytes;
use crate::page::dom::{Dom, by_id, field, flag, focus, on, on_own, on_press, reveal};
use crate::page::{files, inquiry, menus, messages, tabs, task, trouble, work};
use crate::review::work_file::FORMAT;

use super::folder::dropped;
use super::state::{Look, store};
use super::{calls, looking};

#[wasm_bindgen]
extern "C" {
    /// A file with what the bindings do not have.
    type FileOfFolder;
    /// Its path, where it was chosen with its folder.
    #[wasm_bindgen(method, getter, js_name = webkitRelativePath)]
    fn path(this: &FileOfFolder) -> Option<String>;
}

/// Bytes at the beginning of a work file in which its mark stands.
const HEAD: u32 = 64;

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
    on_press(button, move || by_id::<HtmlElement>(field).map(|field| field.click()))?;
    files::on_chosen(field, |files| take(files.into_iter().map(named).collect()))
}

/// A file with its name; that of a folder brings its path.
fn named(file: File) -> (String, File) {
    let path = file.unchecked_ref::<FileOfFolder>().path().filter(|path| !path.is_empty());
    (path.unwrap_or_else(|| file.name()), file)
}

fn drag(event: &DragEvent, over: bool) -> Dom {
    let carries = event.data_transfer().is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0));
    if carries && !event.default_prevented() {
        // Without this the browser would leave the page and open the file in its place.
        event.prevent_default();
        reveal(&by_id("drop-here")?, over)?;
    }
    Ok(())
}

fn drop_here(event: &DragEvent) -> Dom {
    let Some(transfer) = event.data_transfer().filter(|_| !event.default_prevented()) else { return Ok(()) };
    drag(event, false)?;
    let dropped = dropped(&transfer)?;
    if dropped.is_empty() {
        if tabs::current()? != "regulations" {
            return Ok(());
        }
        let text = transfer.get_data("text/plain")?;
        event.prevent_default();
        take_text(&text);
        return Ok(());
    }
    task::begin(async move { hand_over(dropped.files().await?) });
    Ok(())
}

/// Gives what was dropped to where it belongs: a work file to the header, a single list to the tool that is open,
/// everything else to the opening of clauses.
fn hand_over(files: Vec<(String, File)>) -> Dom {
    if let [(name, file)] = files.as_slice() {
        let field = match tabs::current()?.as_str() {
            _ if name.to_ascii_lowercase().ends_with(".json") => return put("work-file", file),
            "ceiling" => Some("several-file"),
            "procedures" => Some("procedures-file"),
            _ => None,
        };
        if let Some(field) = field {
            let (name, file) = (name.clone(), file.clone());
            task::begin(answers_or(field, name, file));
            return Ok(());
        }
    }
    if tabs::current()? != "regulations" {
        tabs::go("regulations")?;
    }
    take(files);
    Ok(())
}

/// Gives a file to the tool that is open, unless a section sent it back.
async fn answers_or(field: &str, name: String, file: File) -> Dom {
    let (bytes, _) = fetch(&file).await?;
    if calls::holds_answers(&name, &bytes).await { inquiry::arrive(name, bytes) } else { put(field, &file) }
}

/// Puts a file into a field, as choosing it would.
fn put(field: &str, file: &File) -> Dom {
    let input: HtmlInputElement = by_id(field)?;
    let transfer = DataTransfer::new()?;
    transfer.items().add_with_file(file)?;
    input.set_files(transfer.files().as_ref());
    input.dispatch_event(&Event::new("change")?).map(|_| ())
}

fn paste_here(event: &ClipboardEvent) -> Dom {
    let Some(clipboard) = event.clipboard_data() else { return Ok(()) };
    if tabs::current()? != "regulations" || event.default_prevented() {
        return Ok(());
    }
    let dropped = dropped(&clipboard)?;
    if !dropped.is_empty() {
        event.prevent_default();
        task::begin(async move {
            take(dropped.files().await?);
            Ok(())
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
    on_own("opening-paste-open", "click", |button: &Element| {
        let panel: Element = by_id("opening-paste")?;
        let opened = panel.has_attribute("hidden");
        reveal(&panel, opened)?;
        flag(button, "aria-expanded", opened)?;
        if opened { focus(&by_id("opening-text")?) } else { Ok(()) }
    })?;
    on_press("opening-paste-take", || {
        take_text(&field::value("opening-text")?);
        field::set("opening-text", "")
    })
}

/// Opens a pasted text as if it were a file.
fn take_text(text: &str) {
    if !text.trim().is_empty() {
        trouble::report(menus::show("opening-place"));
        let bytes = Bytes::new(text.as_bytes());
        store().change(|opening| opening.add("貼り付けた条文.txt", bytes, Look::Waiting));
        looking::go_on();
    }
}

/// Fetches the bytes of files one after another and has them looked at. Work files go where they belong.
fn take(files: Vec<(String, File)>) {
    trouble::report(menus::show("opening-place"));
    store().change(|opening| opening.expect(files.len()));
    task::begin(async move {
        let mut works = Vec::new();
        for (name, file) in files {
            let fetched = fetch(&file).await;
            let add = |bytes, look| {
                store().change(|opening| {
                    opening.expect_one_less();
                    opening.add(&name, bytes, look);
                });
            };
            match fetched {
                Ok((bytes, false)) => add(bytes, Look::Waiting),
                Ok((bytes, true)) => {
                    works.push((name, bytes));
                    store().change(super::state::Opening::expect_one_less);
                }
                Err(_) => add(Bytes::new(&[]), Look::Failed(messages::reading::not_opened(&name))),
            }
            looking::go_on();
        }
        work::dropped(works).await
    });
}

/// The bytes of a file, and whether it is a work file of this page.
async fn fetch(file: &File) -> Result<(Bytes, bool), JsValue> {
    let bytes = files::bytes(file).await?;
    let head = bytes.0.subarray(0, HEAD).to_vec();
    let is_work = String::from_utf8_lossy(&head).contains(&format!("\"{FORMAT}\""));
    Ok((bytes, is_work))
}
