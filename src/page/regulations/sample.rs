//! 見本で試す: a short list of our own writing that shows every state; the officer's own files take its place.

use crate::api::border::Bytes;
use crate::page::dom::{Dom, by_id, focus, on_press};
use crate::page::task;
use crate::review::{Judgements, Ledger};

use super::{calls, inquiry, sources, state};

/// The bundled work file (data/sample/README.md).
const SAMPLE: &[u8] = include_bytes!("../../../data/sample/regulations.json");

/// Opens the buttons.
pub fn open() -> Dom {
    on_press("review-sample", || task::begin(show()))?;
    on_press("review-sample-end", || {
        task::begin(async {
            let cleared = sources::clear().await;
            cleared.and_then(|()| focus(&by_id("review-sample")?))
        });
        Ok(())
    })
}

async fn show() -> Dom {
    sources::set_sample(true);
    let opened = calls::open_work(Bytes::new(SAMPLE)).await?.map_err(|refused| refused.to_string())?;
    let judgements = opened.sections.get("review").map_or("[]", String::as_str);
    let judgements: Judgements = serde_json::from_str(judgements).map_err(|error| error.to_string())?;
    state::ledger().set(Ledger::new(judgements));
    inquiry::empty();
    inquiry::send().await?;
    calls::send_judgements().await?;
    sources::classify().await?;
    focus(&by_id("review-sample-note")?)
}
