//! A worker that trapped or was ended by the browser: a fresh one is fed again, and the page says so. The decisions are
//! the page's own and are never lost with a worker.

use std::cell::Cell;

use web_sys::Element;

use crate::page::dom::{Dom, by_id, fill, on_press, reveal};
use crate::page::task;

use super::state::Activity;
use super::{calls, inquiry, sources};

thread_local! {
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
}

const BEGUN: &str = "処理が途中で止まりました。判定は残っています。例規を読み込み直しています。";
const DONE: &str = "処理が途中で止まったため、例規を読み込み直しました。判定はそのまま残っています。続けて使えます。\
    止まったときに開いていたファイルが一覧にないときは、そのファイルを分けて開いてください。";
const FAILED: &str = "例規を読み込み直しても、処理が止まりました。判定は残っています。作業ファイルを保存し、\
    ほかのタブを閉じるか、ファイルを分けてから開き直してください。";

/// Opens the notice.
pub fn open() -> Dom {
    calls::when_lost(begin);
    on_press("review-lost-close", || reveal(&by_id("review-lost")?, false))
}

/// Replaces the worker, once however many calls were lost with it; `detail` is for a bug report.
fn begin(detail: String) {
    if AT_WORK.replace(true) {
        return;
    }
    task::begin(async move {
        let told = recover(&detail).await;
        AT_WORK.set(false);
        told
    });
}

async fn recover(detail: &str) -> Dom {
    tell(BEGUN, detail)?;
    sources::set_activity(Activity::Reading);
    let fed =
        calls::send_again().await.is_ok() && inquiry::send_again().await.is_ok() && sources::classify().await.is_ok();
    if !fed {
        sources::set_activity(Activity::Idle);
    }
    tell(if fed { DONE } else { FAILED }, detail)
}

fn tell(sentence: &str, detail: &str) -> Dom {
    let place: Element = by_id("review-lost")?;
    fill(&place, "sentence", sentence)?;
    fill(&place, "detail", detail)?;
    reveal(&place, true)
}
