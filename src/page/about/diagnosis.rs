//! 不具合の報告に使う診断情報: what helps to find a fault, and nothing that an officer typed or opened.
//!
//! Counts come from the words on the tabs; errors come from [`trouble`], where only ASCII is kept, because the message of
//! a fault may quote the text that it met.

use std::fmt::Write as _;

use gloo::utils::window;
use web_sys::{Element, HtmlTextAreaElement};

use super::edition;
use crate::page::dom::{Dom, by_id, on_press, reveal};
use crate::page::{tabs, trouble};

/// Hears the button that shows the text.
pub fn open() -> Dom {
    on_press("diagnosis-make", || {
        let field: HtmlTextAreaElement = by_id("diagnosis-text")?;
        field.set_value(&text()?);
        reveal(&by_id("diagnosis")?, true)?;
        field.focus()?;
        field.select();
        Ok(())
    })
}

fn text() -> Dom<String> {
    let mut text = format!("{}\n", edition()?);
    let window = window();
    let size =
        |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let ratio = window.device_pixel_ratio();
    let (width, height) = (size(window.inner_width()), size(window.inner_height()));
    let errors = trouble::noted();
    let _ = writeln!(text, "ブラウザ：{}", window.navigator().user_agent().unwrap_or_default());
    let _ = writeln!(text, "画面：{width}×{height}（倍率{ratio}）");
    for (tab, name) in [("ceiling", "上限額"), ("procedures", "27手続"), ("regulations", "アナログ規制")] {
        // A population tells which town it is.
        let hidden = tab == "ceiling" && tabs::is_begun(tab)?;
        let state = if hidden { "入力あり".to_owned() } else { tabs::state(tab)? };
        let _ = writeln!(text, "{name}：{state}");
    }
    let work: Element = by_id("work-state")?;
    let _ = writeln!(text, "作業ファイル：{}", work.text_content().unwrap_or_default());
    let _ = writeln!(text, "エラー：{}件", errors.len());
    for error in errors {
        let _ = writeln!(text, "- {error}");
    }
    Ok(text)
}
