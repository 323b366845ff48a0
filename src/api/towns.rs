//! Reading a list of towns in the worker: the bytes of a file in, the list and what was not read out.

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::date::Date;
use crate::reading::note::Note;
use crate::reading::table::{Role, Sheet, open_simply};
use crate::subsidy::list::{List, list};

/// `{name, bytes, on}` → a [`TownList`]: the first sheet of a table file that names towns, matched with the table of
/// municipalities. `bytes` is a `Uint8Array`; `on` is the day of the populations that the file does not give.
///
/// # Errors
/// An input of another form; a file that cannot be read is no error but a note.
#[wasm_bindgen(js_name = readTownList)]
pub fn read_town_list(input: &JsValue) -> Result<JsValue, JsValue> {
    let field = |name: &str| js_sys::Reflect::get(input, &name.into());
    let bytes: js_sys::Uint8Array = field("bytes")?.dyn_into()?;
    let (name, on): (String, Date) =
        (serde_wasm_bindgen::from_value(field("name")?)?, serde_wasm_bindgen::from_value(field("on")?)?);
    let list = town_list(&name, &bytes.to_vec(), on);
    list.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

/// A list file as [`read_town_list`] gives it.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TownList {
    /// The sheet that was read, where the file has sheets.
    pub sheet: Option<String>,
    /// The list; none where no sheet names towns.
    pub list: Option<List>,
    /// What could not be read.
    pub notes: Vec<Note>,
}

fn town_list(name: &str, bytes: &[u8], on: Date) -> TownList {
    let table = open_simply(name, bytes);
    let naming = |sheet: &&Sheet| {
        let header = sheet.header();
        [Role::Code, Role::Municipality].iter().any(|role| header.column(*role).is_some())
    };
    let found = table.sheets.iter().find(naming);
    TownList {
        sheet: found.and_then(|sheet| sheet.name.as_deref().map(str::to_owned)),
        list: found.map(|sheet| list(sheet, &sheet.header(), on)),
        notes: table.notes,
    }
}
