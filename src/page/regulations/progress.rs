//! How far reading and classifying have come, with the buttons to stop and to go on.

use std::cell::Cell;

use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, on_press, progress, reveal, set_text};
use crate::yen::notation::counted;

use super::state::Activity;
use super::{sources, state};

/// Least time between two announcements, in milliseconds.
const QUIET: f64 = 5_000.0;

thread_local! {
    static SAID: Cell<f64> = const { Cell::new(0.0) };
}

/// Opens the line of progress.
pub fn open() -> Dom {
    on_press("review-stop", sources::stop)?;
    on_press("review-go-on", sources::go_on)?;
    state::activity().watch(|activity| show(*activity))
}

fn show(activity: Activity) -> Dom {
    reveal(&by_id("review-progress")?, activity != Activity::Idle)?;
    reveal(&by_id("review-stop")?, !matches!(activity, Activity::Stopped { .. }))?;
    reveal(&by_id("review-go-on")?, matches!(activity, Activity::Stopped { .. }))?;
    let sentence = match activity {
        Activity::Idle => return Ok(()),
        Activity::Reading => "ファイルを読み込んでいます。".to_owned(),
        Activity::Classifying { of: 0, .. } => "分類しています。".to_owned(),
        Activity::Classifying { done, of } => {
            format!("{}条項のうち{}件を分類しました。", counted(of), counted(done))
        }
        Activity::Stopped { done, of } => {
            format!("{}条項のうち{}件まで分類して中止しました。残りは分類していません。", counted(of), counted(done))
        }
    };
    let share = match activity {
        Activity::Classifying { done, of } | Activity::Stopped { done, of } => Some((done as u64, of as u64)),
        Activity::Idle | Activity::Reading => None,
    };
    progress::show_share(&by_id("review-bar")?, share)?;
    set_text("review-progress-text", &sentence)?;
    let now = js_sys::Date::now();
    if now - SAID.get() >= QUIET {
        SAID.set(now);
        announce(&sentence)?;
    }
    Ok(())
}
