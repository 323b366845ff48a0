//! How far something is: a bar, and a sentence beside it.

use web_sys::{Element, HtmlProgressElement};

use super::{Dom, fill, slot};

/// Shows how far something is in a panel with the slots `sentence` and `bar`.
pub fn show(panel: &Element, sentence: &str, share: Option<(u64, u64)>) -> Dom {
    fill(panel, "sentence", sentence)?;
    show_share(&slot(panel, "bar")?, share)
}

/// How much of how much is done; a bar that only moves where that is not known.
pub fn show_share(bar: &HtmlProgressElement, share: Option<(u64, u64)>) -> Dom {
    let size = |count: u64| u32::try_from(count).map_or(f64::MAX, f64::from);
    match share {
        Some((done, of)) if of > 0 => {
            bar.set_max(size(of));
            bar.set_value(size(done));
            Ok(())
        }
        _ => bar.remove_attribute("value"),
    }
}
