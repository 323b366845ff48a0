//! 使い方: the manual. Its pictures are painted when it is first shown.
//!
//! The policy allows no image from anywhere, and stays so: the bytes of the pictures stand in the page as text
//! (`xtask/src/page/pictures.rs`), and the browser decodes them as bitmaps for the canvases of the markup.

use std::cell::Cell;

use gloo::file::Blob;
use gloo::utils::{document, window};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CanvasRenderingContext2d, Element, Event, HtmlCanvasElement, ImageBitmap};

use super::dom::{Dom, by_id, find_all, on};
use super::trouble;

#[wasm_bindgen]
extern "C" {
    /// The bytes of a text in the page's own digits (`www/boot.js`).
    #[wasm_bindgen(js_namespace = ichimai, js_name = bytes)]
    fn bytes_of(text: &str) -> Uint8Array;
}

thread_local! {
    static PAINTED: Cell<bool> = const { Cell::new(false) };
}

/// Paints the pictures as soon as the manual is shown.
pub fn open() -> Dom {
    on(&window(), "hashchange", |_: &Event| paint_once());
    paint_once()
}

fn paint_once() -> Dom {
    if window().location().hash()?.starts_with("#manual") && !PAINTED.replace(true) {
        spawn_local(async { trouble::report(paint().await) });
    }
    Ok(())
}

async fn paint() -> Dom {
    let pictures = by_id::<Element>("pictures")?.text_content().unwrap_or_default();
    for canvas in find_all(&by_id("manual")?, "canvas")? {
        let canvas: HtmlCanvasElement = canvas.unchecked_into();
        let name = canvas.get_attribute("data-picture").unwrap_or_default();
        let text = pictures.lines().find_map(|line| line.strip_prefix(&name)?.strip_prefix(' '));
        draw(&canvas, text.ok_or_else(|| format!("no picture {name}"))?).await?;
    }
    document().document_element().map_or(Ok(()), |root| root.set_attribute("data-manual", "painted"))
}

async fn draw(canvas: &HtmlCanvasElement, text: &str) -> Dom {
    let blob = Blob::new_with_options(bytes_of(text).to_vec().as_slice(), Some("image/png"));
    let bitmap = JsFuture::from(window().create_image_bitmap_with_blob(blob.as_ref())?).await?;
    let bitmap: ImageBitmap = bitmap.unchecked_into();
    canvas.set_width(bitmap.width());
    canvas.set_height(bitmap.height());
    let context = canvas.get_context("2d")?.ok_or("no place to draw on")?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_image_bitmap(&bitmap, 0.0, 0.0)
}
