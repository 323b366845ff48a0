//! The functions that the page calls in its worker, each `name(input, progress)`.

use std::cell::RefCell;

use js_sys::{Function, Reflect, Uint8Array, Uint32Array};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::regulations::Category;
use crate::review::result::{report, tables};
use crate::review::work_file::{self, WorkFile};
use crate::review::{Judged, Judgements, Scope, overview};
use crate::writing::{CharacterSet, Properties, csv, workbook};

use super::session::{Session, count};
use super::taking;
use super::views::{Export, ExportFormat, Opened, Saving, Selection};

thread_local! {
    static SESSION: RefCell<Session> = RefCell::new(Session::new());
}

type Answer = Result<JsValue, JsValue>;

/// Reads `{sources: [{name, bytes}], choices, replace}`; gives [`super::Taken`]. Progress is that of reading.
///
/// # Errors
/// An input of another form.
#[wasm_bindgen(js_name = review_take)]
pub fn review_take(input: &JsValue, progress: &Function) -> Answer {
    answer(&with(|session| taking::take(session, input, progress))?)
}

/// Classifies at most `input` further clauses; gives how far it has come.
///
/// # Errors
/// An input that is no number.
#[wasm_bindgen(js_name = review_classify)]
pub fn review_classify(input: JsValue, _progress: &Function) -> Answer {
    let most: usize = given(input)?;
    answer(&with(|session| session.desk.classify(most)))
}

/// Counts everything; gives [`crate::review::Overview`].
///
/// # Errors
/// None in practice.
#[wasm_bindgen(js_name = review_overview)]
pub fn review_overview(_input: JsValue, _progress: &Function) -> Answer {
    answer(&with(|session| overview(&session.desk)))
}

/// Makes the list anew by a [`Selection`]; gives [`super::Selected`], its `headings` as a `Uint32Array`.
///
/// # Errors
/// An input of another form.
#[wasm_bindgen(js_name = review_select)]
pub fn review_select(input: JsValue, _progress: &Function) -> Answer {
    let selection: Selection = given(input)?;
    let selected = with(|session| session.select(&selection));
    let output = answer(&selected)?;
    Reflect::set(&output, &"headings".into(), &Uint32Array::from(selected.headings.as_slice()))?;
    Ok(output)
}

/// Lines of the list: `[start, most]` → array of [`super::RowView`] as JSON text, which the page reads faster than
/// objects.
///
/// # Errors
/// An input of another form.
#[wasm_bindgen(js_name = review_rows)]
pub fn review_rows(input: JsValue, _progress: &Function) -> Answer {
    let (start, most): (usize, usize) = given(input)?;
    let rows = with(|session| session.rows(start, most));
    serde_json::to_string(&rows).map(Into::into).map_err(text)
}

/// Where to go in the list: `[position or null, "down" | "up" | "undecided"]` → position or null.
///
/// # Errors
/// An input of another form.
#[wasm_bindgen(js_name = review_step)]
pub fn review_step(input: JsValue, _progress: &Function) -> Answer {
    let (from, way): (Option<usize>, String) = given(input)?;
    answer(&with(|session| match way.as_str() {
        "undecided" => session.listing.next_undecided(&session.desk, from),
        way => session.listing.step(from, way == "down"),
    }))
}

/// Everything about a clause, by its index; gives [`super::ClauseView`] or null.
///
/// # Errors
/// An input that is no number.
#[wasm_bindgen(js_name = review_clause)]
pub fn review_clause(input: JsValue, _progress: &Function) -> Answer {
    let index: usize = given(input)?;
    answer(&with(|session| session.clause(index)))
}

/// How many targets bulk decisions from this clause would reach; gives [`super::Bulk`].
///
/// # Errors
/// An input that is no number.
#[wasm_bindgen(js_name = review_bulk)]
pub fn review_bulk(input: JsValue, _progress: &Function) -> Answer {
    let index: usize = given(input)?;
    answer(&with(|session| session.bulk(index)))
}

/// The targets of a bulk decision: `[scope, index]` → array of targets as JSON text: thousands of objects would hold
/// the page up.
///
/// # Errors
/// An input of another form.
#[wasm_bindgen(js_name = review_targets)]
pub fn review_targets(input: JsValue, _progress: &Function) -> Answer {
    let (scope, index): (Scope, usize) = given(input)?;
    let targets = with(|session| session.desk.scope(scope, index, session.listing.shown()));
    serde_json::to_string(&targets).map(Into::into).map_err(text)
}

/// The clauses that are gone from an updated collection, at most `input`, those with judgements first; gives an array
/// of [`super::GoneView`].
///
/// # Errors
/// An input that is no number.
#[wasm_bindgen(js_name = review_gone)]
pub fn review_gone(input: JsValue, _progress: &Function) -> Answer {
    let most: usize = given(input)?;
    answer(&with(|session| session.gone(most)))
}

/// Takes judgements over, an array of [`Judged`] as JSON text.
///
/// # Errors
/// An input of another form.
#[wasm_bindgen(js_name = review_judge)]
pub fn review_judge(input: &JsValue, _progress: &Function) -> Answer {
    let judged: Vec<Judged> = written(input)?;
    with(|session| session.desk.judge(&judged));
    Ok(JsValue::UNDEFINED)
}

/// Lays all judgements anew, an array of [`Judged`] as JSON text.
///
/// # Errors
/// An input of another form.
#[wasm_bindgen(js_name = review_set_judgements)]
pub fn review_set_judgements(input: &JsValue, _progress: &Function) -> Answer {
    let judgements: Judgements = written(input)?;
    with(|session| session.desk.set_judgements(judgements));
    Ok(JsValue::UNDEFINED)
}

/// Writes the result sheet by an [`Export`]; gives `{bytes, replaced}` with the number of characters that the
/// character set could not hold.
///
/// # Errors
/// More rows than a sheet holds, as text.
#[wasm_bindgen(js_name = review_export)]
pub fn review_export(input: JsValue, progress: &Function) -> Answer {
    let export: Export = given(input)?;
    let (bytes, replaced) = with(|session| {
        let shown = export.shown_only.then(|| session.listing.shown());
        let tables = tables(&session.desk, export.which, shown, &export.conditions).map_err(text)?;
        write(&export, &tables, progress)
    })?;
    let output = js_sys::Object::new();
    Reflect::set(&output, &"bytes".into(), &Uint8Array::from(bytes.as_slice()))?;
    Reflect::set(&output, &"replaced".into(), &JsValue::from(count(replaced)))?;
    Ok(output.into())
}

fn write(export: &Export, tables: &[crate::writing::Table], progress: &Function) -> Result<(Vec<u8>, usize), JsValue> {
    let character_set = match export.format {
        ExportFormat::Xlsx => {
            let properties = Properties {
                title: "アナログ規制の点検結果".to_owned(),
                author: export.author.clone(),
                created: export.day,
            };
            let mut report = |done: crate::writing::Progress| {
                if let Ok(done) = serde_wasm_bindgen::to_value(&done) {
                    let _ = progress.call1(&JsValue::NULL, &done);
                }
            };
            return workbook(tables, &properties, &mut report).map(|book| (book.bytes, 0)).map_err(text);
        }
        ExportFormat::Csv => CharacterSet::Utf8,
        ExportFormat::CsvWindows31J => CharacterSet::Windows31J,
    };
    let table = tables.first().ok_or("no table")?;
    let csv = csv(table, character_set);
    Ok((csv.bytes, csv.replaced.len()))
}

/// The lines of the report, at most `input` a category; gives an array of [`crate::review::result::Line`].
///
/// # Errors
/// An input that is no number.
#[wasm_bindgen(js_name = review_report)]
pub fn review_report(input: JsValue, _progress: &Function) -> Answer {
    let most: usize = given(input)?;
    let lines = with(|session| Category::ALL.map(|category| report(&session.desk, category, most)).concat());
    answer(&lines)
}

/// Writes a work file by a [`Saving`]; gives its bytes.
///
/// # Errors
/// The name of a section that is no JSON.
#[wasm_bindgen(js_name = review_save)]
pub fn review_save(input: JsValue, _progress: &Function) -> Answer {
    let saving: Saving = given(input)?;
    let written = with(|session| {
        let clauses = session.desk.clauses();
        let file = WorkFile {
            saved: saving.saved,
            edition: saving.edition,
            sections: saving.sections,
            clauses: None,
            comparison: session.desk.comparison().clone(),
        };
        work_file::write_with(file, (saving.with_clauses && !clauses.is_empty()).then_some(clauses))
    })?;
    Ok(Uint8Array::from(written.as_bytes()).into())
}

/// Clears the desk: no clauses, no judgements.
#[wasm_bindgen(js_name = review_clear)]
pub fn review_clear(_input: JsValue, _progress: &Function) {
    with(|session| *session = Session::new());
}

/// Opens a work file from its bytes; gives [`Opened`]. Where it carries clauses, they replace those of the desk.
///
/// # Errors
/// [`work_file::Refused`] as JSON text.
#[wasm_bindgen(js_name = review_open)]
pub fn review_open(input: &JsValue, _progress: &Function) -> Answer {
    let bytes: &Uint8Array = input.dyn_ref().ok_or("no bytes")?;
    let told = |refused| serde_json::to_string(&refused).unwrap_or_default();
    let file = work_file::read(&bytes.to_vec()).map_err(told)?;
    let clauses = with(|session| {
        file.clauses.map(|clauses| {
            let judgements = session.desk.judgements().clone();
            *session = Session::new();
            session.desk.set_judgements(judgements);
            session.desk.add(clauses);
            session.desk.set_comparison(file.comparison);
            session.desk.clauses().len()
        })
    });
    answer(&Opened { saved: file.saved, edition: file.edition, sections: file.sections, clauses })
}

/// For measuring: words of the vocabulary in the texts of all clauses, by bare matching without reading them, and the
/// bytes of memory that this core holds: `[words, bytes]`.
///
/// # Errors
/// None in practice.
#[wasm_bindgen(js_name = review_measure)]
pub fn review_measure(_input: JsValue, _progress: &Function) -> Answer {
    let words: usize = with(|session| {
        let classifier = session.desk.classifier();
        session.desk.clauses().iter().map(|clause| classifier.count_words(&clause.text)).sum()
    });
    answer(&(words, memory()))
}

/// Bytes of the module's own memory; it never shrinks, so this is its peak.
#[cfg(target_arch = "wasm32")]
fn memory() -> usize {
    core::arch::wasm32::memory_size(0).saturating_mul(65_536)
}

/// Natively the memory is the process's.
#[cfg(not(target_arch = "wasm32"))]
const fn memory() -> usize {
    0
}

fn with<T>(task: impl FnOnce(&mut Session) -> T) -> T {
    SESSION.with(|session| task(&mut session.borrow_mut()))
}

/// A value that came as JSON text.
fn written<T: DeserializeOwned>(input: &JsValue) -> Result<T, JsValue> {
    serde_json::from_str(&input.as_string().ok_or("no text")?).map_err(text)
}

fn given<T: DeserializeOwned>(input: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(input).map_err(Into::into)
}

fn answer(output: &impl Serialize) -> Answer {
    output.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(Into::into)
}

fn text(error: impl std::fmt::Display) -> JsValue {
    error.to_string().into()
}
