//! Short sentences for screen readers: counts and outcomes that eyes see elsewhere.

use web_sys::Element;

use super::dom::{Dom, by_id};

/// Says `sentence` politely, after whatever is being read.
pub fn announce(sentence: &str) -> Dom {
    by_id::<Element>("announcement")?.set_text_content(Some(sentence));
    Ok(())
}
