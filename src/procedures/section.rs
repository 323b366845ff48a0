//! [`Section`]: what the work file keeps of this tool: states set by hand, choices where a name was asked, the list as
//! far as it is read. Everything else follows from it.

use serde::{Deserialize, Serialize};
use serde_json::Error;
use serde_json::value::RawValue;

use super::answer::Answer;
use super::choices::Choices;
use super::kept::{AsOpened, KeptList};
use super::opened::OpenedList;
use super::standing::Settings;

/// Name of the section in the work file.
pub const SECTION: &str = "procedures";

/// The section; its form is told in docs/WORK_FILE.md.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Section {
    /// Set by hand.
    pub settings: Settings,
    /// Chosen where a name was asked.
    pub choices: Choices,
    /// The list with the sheets that are read, an [`OpenedList`] that nobody looks into until it is read.
    pub list: Option<Box<RawValue>>,
}

impl Section {
    /// The section of a desk as JSON text.
    ///
    /// # Errors
    /// A kept text that is no JSON.
    pub fn text(settings: &Settings, choices: &Choices, list: Option<&KeptList>) -> Result<String, Error> {
        #[derive(Serialize)]
        struct Written<'a> {
            settings: &'a Settings,
            choices: &'a Choices,
            list: Option<AsOpened<'a>>,
        }
        let list = list.map(KeptList::used).transpose()?;
        serde_json::to_string(&Written { settings, choices, list })
    }

    /// Its list, opened.
    ///
    /// # Errors
    /// A list of another form.
    pub fn opened(&self) -> Result<Option<OpenedList>, Error> {
        self.list.as_ref().map(|list| serde_json::from_str(list.get())).transpose()
    }

    /// Everything that follows from it.
    ///
    /// # Errors
    /// A list of another form.
    pub fn answer(&self) -> Result<Answer, Error> {
        let entries = self.opened()?.map(|list| list.read(&self.choices)).unwrap_or_default();
        Ok(Answer::new(entries, &self.settings))
    }
}
