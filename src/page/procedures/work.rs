//! [`Work`]: what the officer set, chose and opened; given to the work file as the tool's section, and taken back.

use std::rc::Rc;

use crate::page::dom::Dom;
use crate::procedures::choices::Choices;
use crate::procedures::kept::KeptList;
use crate::procedures::section::Section;
use crate::procedures::standing::Settings;

use super::{change, list, read};

/// What is kept. Everything else follows from it. Copies share the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Work {
    /// Set by hand.
    pub settings: Settings,
    /// Chosen where a name was asked.
    pub choices: Choices,
    /// The list and how it is read.
    pub list: Option<Rc<KeptList>>,
}

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
