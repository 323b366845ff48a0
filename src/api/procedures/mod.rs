//! The surface of [`crate::procedures`]: plain types in and out, no logic.
//!
//! Rust callers use the types of the core; JavaScript calls the functions. Everything is stateless: sheets, layouts,
//! choices and settings go in, the whole [`Answer`] comes out.

mod lists;

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::procedures::answer::Answer;
use crate::procedures::catalogue::{self, Number, Procedure};
use crate::procedures::choices::Choices;
use crate::procedures::comparison::{self, Beside, Survey, Town};
use crate::procedures::completeness::Count;
use crate::procedures::condition::{DEADLINES, Deadline, READING};
use crate::procedures::layout::{self, ColumnPreview, Layout};
use crate::procedures::list;
use crate::procedures::matching::match_name;
use crate::procedures::standing::{Setting, Settings};
use crate::procedures::state::{Availability, Connection};
use crate::reading::table::Sheet;

/// A sheet and how it is read.
#[derive(Debug, Clone, Deserialize)]
pub struct ListView {
    /// As opened by reading, or by `sheetOfText`.
    pub sheet: Sheet,
    /// As guessed, or as the officer changed it.
    pub layout: Layout,
}

/// What the officer set for one procedure.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct SettingView {
    /// 1 to 31.
    pub number: Number,
    /// 公開状況 and 接続, as far as set.
    #[serde(flatten)]
    pub setting: Setting,
}

/// Everything that an answer rests on.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RequestView {
    /// Sheets of the opened or pasted list; empty where all is set by hand.
    pub lists: Vec<ListView>,
    /// Choices where a name was asked, by folded name.
    pub choices: Choices,
    /// Settings by hand.
    pub settings: Vec<SettingView>,
}

/// A guessed layout with a preview of the columns.
#[derive(Debug, Clone, Serialize)]
pub struct LayoutView {
    /// The guess.
    pub layout: Layout,
    /// Each column's header, first cells and use.
    pub columns: Vec<ColumnPreview>,
}

/// A state or connection with its name.
#[derive(Debug, Clone, Serialize)]
pub struct NamedView<Id> {
    /// Identifier.
    pub id: Id,
    /// Name for officers.
    pub name: &'static str,
}

/// The facts that the page shows.
#[derive(Debug, Clone, Serialize)]
pub struct FactsView {
    /// The 31.
    pub procedures: &'static [Procedure],
    /// States in the order of the page.
    pub states: Vec<NamedView<Availability>>,
    /// Connections in the order of the page.
    pub connections: Vec<NamedView<Connection>>,
    /// Deadlines in order of time.
    pub deadlines: [Deadline; 2],
    /// Which connection counts, and that this is a reading.
    pub reading: &'static str,
    /// The four surveys of 山口県.
    pub surveys: [Survey; 4],
    /// Its 19 towns.
    pub towns: &'static [Town],
}

/// The facts.
#[must_use]
pub fn facts() -> FactsView {
    FactsView {
        procedures: catalogue::all(),
        states: Availability::ALL.into_iter().map(|id| NamedView { id, name: id.name() }).collect(),
        connections: Connection::ALL.into_iter().map(|id| NamedView { id, name: id.name() }).collect(),
        deadlines: DEADLINES,
        reading: READING,
        surveys: comparison::SURVEYS,
        towns: comparison::towns(),
    }
}

/// The answer to a request.
#[must_use]
pub fn answer(request: &RequestView) -> Answer {
    let entries =
        request.lists.iter().flat_map(|view| list::read(&view.sheet, &view.layout, &request.choices)).collect();
    let settings: Settings = request.settings.iter().map(|view| (view.number, view.setting)).collect();
    Answer::new(entries, &settings)
}

/// Facts about procedures, states, deadlines and towns.
///
/// # Errors
/// None in practice: the facts are static.
#[wasm_bindgen(js_name = procedureFacts)]
pub fn procedure_facts() -> Result<JsValue, JsError> {
    Ok(serde_wasm_bindgen::to_value(&facts())?)
}

/// Pasted text → sheet.
///
/// # Errors
/// None in practice.
#[wasm_bindgen(js_name = sheetOfText)]
pub fn sheet_of_text(text: &str) -> Result<JsValue, JsError> {
    Ok(serde_wasm_bindgen::to_value(&list::sheet_of_text(text))?)
}

/// Sheet → guessed layout with previews.
///
/// # Errors
/// An object that is no sheet.
#[wasm_bindgen(js_name = guessProcedureLayout)]
pub fn guess_layout(sheet: JsValue) -> Result<JsValue, JsError> {
    let sheet: Sheet = serde_wasm_bindgen::from_value(sheet)?;
    let layout = layout::guess(&sheet);
    let columns = layout::previews(&sheet, &layout);
    Ok(serde_wasm_bindgen::to_value(&LayoutView { layout, columns })?)
}

/// One name, and what it stands under → match.
///
/// # Errors
/// None in practice.
#[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands an optional text over only by value")]
#[wasm_bindgen(js_name = matchProcedureName)]
pub fn match_procedure_name(name: &str, context: Option<String>) -> Result<JsValue, JsError> {
    Ok(serde_wasm_bindgen::to_value(&match_name(name, context.as_deref()))?)
}

/// Request → answer.
///
/// # Errors
/// An object that is no [`RequestView`].
#[wasm_bindgen(js_name = answerProcedures)]
pub fn answer_procedures(request: JsValue) -> Result<JsValue, JsError> {
    let request: RequestView = serde_wasm_bindgen::from_value(request)?;
    Ok(serde_wasm_bindgen::to_value(&answer(&request))?)
}

/// Own counts → each survey of 山口県 beside them.
///
/// # Errors
/// None in practice.
#[wasm_bindgen(js_name = compareProcedures)]
pub fn compare_procedures(of27: u8, of26: u8) -> Result<JsValue, JsError> {
    let beside: Vec<Beside> = comparison::beside(Count { of27, of26 });
    Ok(serde_wasm_bindgen::to_value(&beside)?)
}
