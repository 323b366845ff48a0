//! 使い方: the manual. Its pictures are painted when it is first shown.
//!
//! The policy allows no image from anywhere, and stays so: the bytes of the pictures stand in the page packed
//! (`xtask/src/page/pictures.rs`), and the browser decodes them as bitmaps for the canvases of the markup.

use std::cell::Cell;
use std::collections::BTreeMap;

use gloo::file::Blob;
use gloo::utils::{document, window};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, Element, Event, HtmlCanvasElement, ImageBitmap};

use super::dom::{Dom, by_id, find_all, on};
use super::task;

#[wasm_bindgen]
extern "C" {
    /// Bytes that the page holds packed (`www/boot.js`); nothing where they are not whole.
    #[wasm_bindgen(js_namespace = ichimai)]
    fn unpacked(text: &str, size: u32) -> Option<Uint8Array>;
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
        task::begin(paint());
    }
    Ok(())
}

async fn paint() -> Dom {
    let text = by_id::<Element>("pictures")?.text_content().unwrap_or_default();
    let (index, packed) = text.split_once('\n').ok_or("no pictures")?;
    let mut index = index.split(' ');
    let mut pictures = Vec::new();
    while let (Some(name), Some(size)) = (index.next(), index.next().and_then(|size| size.parse::<u32>().ok())) {
        pictures.push((name, size));
    }
    let bytes = unpacked(packed, pictures.iter().map(|(_, size)| size).sum()).ok_or("the pictures are not whole")?;
    let mut from = 0;
    let pictures = pictures.into_iter().map(|(name, size)| {
        from += size;
        (name, bytes.subarray(from - size, from))
    });
    let pictures: BTreeMap<&str, Uint8Array> = pictures.collect();
    for canvas in find_all(&by_id("manual")?, "canvas")? {
        let canvas: HtmlCanvasElement = canvas.unchecked_into();
        let name = canvas.get_attribute("data-picture").unwrap_or_default();
        draw(&canvas, pictures.get(name.as_str()).ok_or_else(|| format!("no picture {name}"))?).await?;
    }
    document().document_element().map_or(Ok(()), |root| root.set_attribute("data-manual", "painted"))
}

async fn draw(canvas: &HtmlCanvasElement, bytes: &Uint8Array) -> Dom {
    let blob = Blob::new_with_options(bytes.to_vec().as_slice(), Some("image/png"));
    let bitmap = JsFuture::from(window().create_image_bitmap_with_blob(blob.as_ref())?).await?;
    let bitmap: ImageBitmap = bitmap.unchecked_into();
    canvas.set_width(bitmap.width());
    canvas.set_height(bitmap.height());
    let context = canvas.get_context("2d")?.ok_or("no place to draw on")?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_image_bitmap(&bitmap, 0.0, 0.0)
}
