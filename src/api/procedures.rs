//! What the worker does with a town's list: opening, reading anew, writing the workbook.
//!
//! A list may have many thousand names: entries go to the page in portions while the reading goes on, as JSON text,
//! and the sheets as text that the page only keeps.

use serde::{Deserialize, Serialize};

use super::border::{Ask, Bytes, Call, Tell, Written, told};
use crate::procedures::choices::Choices;
use crate::procedures::export::tables;
use crate::procedures::kept::{Change, KeptList};
use crate::procedures::opened::{OpenedList, Portion};
use crate::procedures::section::Section;
use crate::reading::charset::Charset;
use crate::writing::{Properties, workbook};

/// Opens a list. What cannot be read is no error but a note.
#[derive(Debug, Serialize, Deserialize)]
pub struct OpenList {
    /// Its name.
    pub name: String,
    /// A file or pasted text.
    pub from: ListSource,
    /// What the officer chose where a name was asked.
    pub choices: Choices,
}

/// Where a list comes from.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListSource {
    /// A file; the character set goes before the guess.
    File(Bytes, Option<Charset>),
    /// Pasted.
    Text(String),
}

impl Call for OpenList {
    const NAME: &'static str = "open_list";
    type Progress = Written<Portion>;
    type Output = KeptList;

    fn answer(self, tell: Tell<'_, Self::Progress>) -> Result<KeptList, String> {
        let list = match self.from {
            ListSource::File(bytes, charset) => OpenedList::of_file(&self.name, &bytes.read(), charset),
            ListSource::Text(text) => OpenedList::of_text(&self.name, &text),
        };
        read(&list, &self.choices, tell)
    }
}

/// Reads a kept list again, after changes of how its sheets are read.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadAgain {
    /// The JSON text of an [`OpenedList`].
    pub list: String,
    /// The changes.
    pub changes: Vec<Change>,
    /// What the officer chose where a name was asked.
    pub choices: Choices,
}

impl Call for ReadAgain {
    const NAME: &'static str = "read_list_again";
    type Progress = Written<Portion>;
    type Output = KeptList;

    fn answer(self, tell: Tell<'_, Self::Progress>) -> Result<KeptList, String> {
        let mut list: OpenedList = serde_json::from_str(&self.list).map_err(told)?;
        for change in self.changes {
            list.apply(change);
        }
        read(&list, &self.choices, tell)
    }
}

/// Writes the workbook of a section of the work file.
#[derive(Debug, Serialize, Deserialize)]
pub struct WriteWorkbook {
    /// The section as JSON text.
    pub section: String,
    /// Title, author and day.
    pub properties: Properties,
}

impl Ask for WriteWorkbook {
    const NAME: &'static str = "write_procedures";
    type Output = Bytes;

    fn answer(self) -> Result<Bytes, String> {
        let section: Section = serde_json::from_str(&self.section).map_err(told)?;
        let tables = tables(&section.answer().map_err(told)?).map_err(told)?;
        let workbook = workbook(&tables, &self.properties, &mut |_| ()).map_err(told)?;
        Ok(Bytes::new(&workbook.bytes))
    }
}

fn read(list: &OpenedList, choices: &Choices, tell: Tell<'_, Written<Portion>>) -> Result<KeptList, String> {
    list.read_in_portions(choices, &mut |portion| tell(Written(portion)));
    KeptList::new(list).map_err(told)
}
