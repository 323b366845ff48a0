//! The tool's section of the work file: what the officer set, chose and opened, given and taken back.

use crate::page::dom::Dom;
use crate::procedures::section::Section;

use super::desk::Work;
use super::{change, list, read};

/// What was entered, for telling whether it was saved.
pub fn entered() -> Work {
    read(|desk| desk.work().clone())
}

/// The section as JSON text.
pub fn give() -> Dom<String> {
    let Work { settings, choices, list } = entered();
    Section::text(&settings, &choices, list.as_deref()).map_err(|error| error.to_string().into())
}

/// Takes the section of a work file, or begins anew where the file has none; undo begins anew. False: it is in another
/// form, and the desk stays as it was.
pub async fn take(section: Option<&str>) -> Dom<bool> {
    let Ok(section) = section.map_or_else(|| Ok(Section::default()), serde_json::from_str::<Section>) else {
        return Ok(false);
    };
    let Section { settings, choices, list: text } = section;
    let work = Work { settings, choices, list: None };
    let Some(text) = text else {
        change(|desk| desk.restore(work, Vec::new()));
        return Ok(true);
    };
    list::restore(work, text.get()).await
}
