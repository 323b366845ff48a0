//! 見本で試す: a short list of our own writing that shows every state; the officer's own files take its place.

use web_sys::{Element, MouseEvent};

use crate::api::border::Bytes;
use crate::page::dom::{Dom, by_id, focus, on};
use crate::page::task;
use crate::review::{Judgements, Ledger};

use super::calls::trouble_of;
use super::{calls, inquiry, sources, state};

/// The bundled work file (data/sample/README.md).
const SAMPLE: &[u8] = include_bytes!("../../../data/sample/regulations.json");

/// Opens the buttons.
pub fn open() -> Dom {
    on(&by_id::<Element>("review-sample")?, "click", |_: &MouseEvent| {
        task::begin(show());
        Ok(())
    });
    on(&by_id::<Element>("review-sample-end")?, "click", |_: &MouseEvent| {
        task::begin(async {
            let cleared = sources::clear().await;
            cleared.and_then(|()| focus(&by_id("review-sample")?))
        });
        Ok(())
    });
    Ok(())
}

async fn show() -> Dom {
    sources::set_sample(true);
    let opened =
        calls::open_work(Bytes::new(SAMPLE)).await.map_err(trouble_of)?.map_err(|refused| refused.to_string())?;
    let judgements = opened.sections.get("review").map_or("[]", String::as_str);
    let judgements: Judgements = serde_json::from_str(judgements).map_err(|error| error.to_string())?;
    state::change_ledger(|ledger| *ledger = Ledger::new(judgements));
    inquiry::empty();
    inquiry::send().await.map_err(trouble_of)?;
    calls::send_judgements().await.map_err(trouble_of)?;
    sources::classify().await?;
    focus(&by_id("review-sample-note")?)
}
