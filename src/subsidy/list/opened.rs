//! [`open`]: a file of any kind as a list of towns, with what could not be read of it.

use serde::{Deserialize, Serialize};

use super::{List, Origin, list};
use crate::date::Date;
use crate::reading::note::Note;
use crate::reading::table::open_simply;

/// A list file, read.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TownList {
    /// The sheet that was read, where the file has sheets.
    pub sheet: Option<String>,
    /// Other sheets that name towns too.
    pub other_sheets: Vec<String>,
    /// The list; none where no sheet names towns.
    pub list: Option<List>,
    /// What could not be read.
    pub notes: Vec<Note>,
}

/// Opens a list file: the first sheet that is seen and has towns, else the first that names them.
#[must_use]
pub fn open(name: &str, bytes: &[u8], on: Date, from: Origin) -> TownList {
    let table = open_simply(name, bytes);
    let mut found: Vec<(String, List)> = table
        .sheets
        .iter()
        .filter(|sheet| !sheet.hidden || table.sheets.iter().all(|sheet| sheet.hidden))
        .filter_map(|sheet| Some((sheet.name.as_deref().unwrap_or_default().to_owned(), list(sheet, on, from)?)))
        .collect();
    let chosen = found.iter().position(|(_, list)| !list.entries.is_empty()).or((!found.is_empty()).then_some(0));
    let chosen = chosen.map(|place| found.remove(place));
    let other_sheets = found.into_iter().filter(|(_, list)| !list.entries.is_empty()).map(|(sheet, _)| sheet).collect();
    let (sheet, list) =
        chosen.map_or((None, None), |(sheet, list)| (Some(sheet).filter(|name| !name.is_empty()), Some(list)));
    TownList { sheet, other_sheets, list, notes: table.notes }
}
