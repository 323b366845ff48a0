//! How far reading and classifying have come, with the buttons to stop and to go on.

use std::cell::Cell;

use web_sys::{Element, HtmlProgressElement, MouseEvent};

use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, on, reveal};
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
    on(&by_id::<Element>("review-stop")?, "click", |_: &MouseEvent| {
        sources::stop();
        Ok(())
    });
    on(&by_id::<Element>("review-go-on")?, "click", |_: &MouseEvent| {
        sources::go_on();
        Ok(())
    });
    state::activity().with(|store| store.watch(|activity| show(*activity)))
}

fn show(activity: Activity) -> Dom {
    reveal(&by_id::<Element>("review-progress")?, activity != Activity::Idle)?;
    reveal(&by_id::<Element>("review-stop")?, !matches!(activity, Activity::Stopped { .. }))?;
    reveal(&by_id::<Element>("review-go-on")?, matches!(activity, Activity::Stopped { .. }))?;
    let bar: HtmlProgressElement = by_id("review-bar")?;
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
    match activity {
        Activity::Classifying { done, of } | Activity::Stopped { done, of } if of > 0 => {
            bar.set_max(size(of));
            bar.set_value(size(done));
        }
        _ => bar.remove_attribute("value")?,
    }
    by_id::<Element>("review-progress-text")?.set_text_content(Some(&sentence));
    let now = js_sys::Date::now();
    if now - SAID.get() >= QUIET {
        SAID.set(now);
        announce(&sentence)?;
    }
    Ok(())
}

fn size(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}
