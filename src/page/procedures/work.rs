//! [`Work`]: what the work file keeps of this tool, as its section.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::procedures::choices::Choices;
use crate::procedures::opened::OpenedList;
use crate::procedures::standing::Settings;

/// Name of the section in the work file.
#[allow(dead_code, reason = "the work file is about to take the section of this tool")]
pub const SECTION: &str = "procedures";

/// What was set by hand, chosen and opened. Everything else follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Work {
    /// Set by hand.
    pub settings: Settings,
    /// Chosen where a name was asked.
    pub choices: Choices,
    /// The list with its layouts.
    pub list: Option<Rc<OpenedList>>,
}

/// The section as JSON text; none while nothing was entered.
///
/// # Errors
/// None in practice: everything in it is plain data.
#[allow(dead_code, reason = "the work file is about to take the section of this tool")]
pub fn give() -> Result<Option<String>, serde_json::Error> {
    super::read(|desk| {
        let work = desk.work();
        (*work != Work::default()).then(|| serde_json::to_string(work)).transpose()
    })
}

/// Takes the section of a work file; undo begins anew.
///
/// # Errors
/// Text of another form; the desk stays as it was.
#[allow(dead_code, reason = "the work file is about to take the section of this tool")]
pub fn take(section: &str) -> Result<(), serde_json::Error> {
    let work: Work = serde_json::from_str(section)?;
    super::change(|desk| desk.restore(work));
    Ok(())
}
