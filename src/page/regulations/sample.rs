//! 見本で試す: a short list of our own writing that shows every state; the officer's own files take its place.

use js_sys::Uint8Array;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, MouseEvent};

use crate::page::dom::{Dom, by_id, focus, on};
use crate::page::trouble;
use crate::review::{Judged, Judgements, Ledger};

use super::sources::{self, trouble_of};
use super::{calls, state};

/// The bundled work file (data/sample/README.md).
const SAMPLE: &[u8] = include_bytes!("../../../data/sample/regulations.json");

/// Opens the buttons.
pub fn open() -> Dom {
    on(&by_id::<Element>("review-sample")?, "click", |_: &MouseEvent| {
        spawn_local(async { trouble::report(show().await) });
        Ok(())
    });
    on(&by_id::<Element>("review-sample-end")?, "click", |_: &MouseEvent| {
        spawn_local(async {
            let cleared = sources::clear().await;
            trouble::report(cleared.and_then(|()| focus(&by_id("review-sample")?)));
        });
        Ok(())
    });
    Ok(())
}

async fn show() -> Dom {
    sources::set_sample(true);
    let opened = calls::open_work(&Uint8Array::from(SAMPLE).into()).await.map_err(trouble_of)?;
    let judgements = opened.sections.get("review").map_or("[]", String::as_str);
    let judgements: Judgements = serde_json::from_str(judgements).map_err(|error| error.to_string())?;
    let judged: Vec<Judged> = judgements.clone().into();
    state::change_ledger(|ledger| *ledger = Ledger::new(judgements));
    calls::set_judgements(&judged).await.map_err(trouble_of)?;
    sources::classify().await?;
    focus(&by_id("review-sample-note")?)
}
