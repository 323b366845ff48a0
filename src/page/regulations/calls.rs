//! What the page asks of its worker, with types; and how a worker that ended is replaced without loss.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Object, Reflect, Uint32Array};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;

use crate::api::review::{Bulk, ClauseView, GoneView, Opened, RowView, Saving, Selected, Selection, Taken};
use crate::page::worker::{Client, Failure};
use crate::review::result::Line;
use crate::review::{Classified, Judged, Overview, Scope, Target};

use super::sources::{Source, Take};
use super::state;

/// What was laid on the desk, in order: it is laid again where a worker had to be replaced.
#[derive(Clone)]
pub enum Fed {
    /// Files.
    Files(Vec<Source>, JsValue, Take),
    /// A work file that carried clauses.
    Work(JsValue),
}

thread_local! {
    static CLIENT: Rc<Client> = Rc::new(Client::default());
    static FED: RefCell<Vec<Fed>> = const { RefCell::new(Vec::new()) };
}

/// The outcome of a call.
pub type Answer<T> = Result<T, Failure>;

/// The worker of the review desk.
pub fn client() -> Rc<Client> {
    CLIENT.with(Rc::clone)
}

/// Calls a function of the worker.
pub async fn ask<O: DeserializeOwned>(name: &str, input: &(impl Serialize + ?Sized)) -> Answer<O> {
    client().call(name, &input, |_| ()).await
}

/// Lays files on the desk and remembers them.
pub async fn take(fed: Fed, progress: impl Fn(JsValue) + 'static) -> Answer<Taken> {
    let taken = lay(&fed, progress).await?;
    FED.with(|all| all.borrow_mut().push(fed));
    Ok(taken)
}

/// Takes everything off the desk.
pub async fn clear() -> Answer<()> {
    FED.with(|all| all.borrow_mut().clear());
    ask("review_clear", &()).await
}

async fn lay(fed: &Fed, progress: impl Fn(JsValue) + 'static) -> Answer<Taken> {
    let (name, input) = match fed {
        Fed::Work(bytes) => ("review_open", Ok(bytes.clone())),
        Fed::Files(sources, choices, how) => ("review_take", input(sources, choices, *how)),
    };
    let input = input.map_err(|error| Failure::Refused(format!("{error:?}")))?;
    let answer = client().call_raw(name, &input, progress).await?;
    match fed {
        Fed::Work(_) => Ok(Taken::default()),
        Fed::Files(..) => serde_wasm_bindgen::from_value(answer).map_err(refused),
    }
}

fn input(sources: &[Source], choices: &JsValue, how: Take) -> Result<JsValue, JsValue> {
    let list = Array::new();
    for source in sources {
        let entry = Object::new();
        Reflect::set(&entry, &"name".into(), &source.name.as_str().into())?;
        Reflect::set(&entry, &"bytes".into(), &source.bytes)?;
        list.push(&entry);
    }
    let input = Object::new();
    Reflect::set(&input, &"sources".into(), &list)?;
    Reflect::set(&input, &"choices".into(), choices)?;
    Reflect::set(&input, &"replace".into(), &(how == Take::Replace).into())?;
    Ok(input.into())
}

/// Lays everything again on the desk of a fresh worker.
pub async fn feed_again() -> Answer<()> {
    let all = FED.with(|all| all.borrow().clone());
    for fed in &all {
        lay(fed, |_| ()).await?;
    }
    let judged: Vec<Judged> = state::with_ledger(|ledger| ledger.judgements().clone().into());
    set_judgements(&judged).await
}

/// Opens a work file in the worker.
pub async fn open_work(bytes: &JsValue) -> Answer<Opened> {
    let answer = client().call_raw("review_open", bytes, |_| ()).await?;
    let opened: Opened = serde_wasm_bindgen::from_value(answer).map_err(refused)?;
    if opened.clauses.is_some() {
        FED.with(|all| *all.borrow_mut() = vec![Fed::Work(bytes.clone())]);
    }
    Ok(opened)
}

/// Writes a work file; gives its bytes.
pub async fn save_work(saving: &Saving) -> Answer<JsValue> {
    let input = saving.serialize(&serde_wasm_bindgen::Serializer::json_compatible());
    client().call_raw("review_save", &input.map_err(refused)?, |_| ()).await
}

/// Classifies further clauses.
pub async fn classify(most: usize) -> Answer<Classified> {
    ask("review_classify", &most).await
}

/// The counts.
pub async fn overview() -> Answer<Overview> {
    ask("review_overview", &()).await
}

/// Makes the list anew.
pub async fn select(selection: &Selection) -> Answer<Selected> {
    let input = selection.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(refused)?;
    let answer = client().call_raw("review_select", &input, |_| ()).await?;
    let headings = Reflect::get(&answer, &"headings".into()).unwrap_or_default();
    let headings = Uint32Array::new(&headings).to_vec();
    let selected: Selected = serde_wasm_bindgen::from_value(answer).map_err(refused)?;
    Ok(Selected { headings, ..selected })
}

/// Lines of the list.
pub async fn rows(start: u32, most: u32) -> Answer<Vec<RowView>> {
    let text: String = ask("review_rows", &(start, most)).await?;
    serde_json::from_str(&text).map_err(refused)
}

/// Where to go in the list.
pub async fn step(from: Option<u32>, way: &str) -> Answer<Option<u32>> {
    ask("review_step", &(from, way)).await
}

/// Everything about a clause.
pub async fn clause(index: u32) -> Answer<Option<ClauseView>> {
    ask("review_clause", &index).await
}

/// What bulk decisions would reach.
pub async fn bulk(index: u32) -> Answer<Bulk> {
    ask("review_bulk", &index).await
}

/// The targets of a bulk decision.
pub async fn targets(scope: Scope, index: u32) -> Answer<Vec<Target>> {
    let text: String = ask("review_targets", &(scope, index)).await?;
    serde_json::from_str(&text).map_err(refused)
}

/// Clauses that an updated collection no longer has.
pub async fn gone(most: u32) -> Answer<Vec<GoneView>> {
    ask("review_gone", &most).await
}

/// Gives the worker what was judged.
pub async fn judge(judged: &[Judged]) -> Answer<()> {
    tell("review_judge", judged).await
}

/// Gives the worker all judgements anew.
pub async fn set_judgements(judged: &[Judged]) -> Answer<()> {
    tell("review_set_judgements", judged).await
}

/// Hands judgements over as JSON text.
async fn tell(name: &str, judged: &[Judged]) -> Answer<()> {
    let text = serde_json::to_string(judged).map_err(refused)?;
    client().call_raw(name, &text.into(), |_| ()).await.map(|_| ())
}

fn refused(error: impl std::fmt::Display) -> Failure {
    Failure::Refused(error.to_string())
}

/// The lines of the report.
pub async fn report(most: u32) -> Answer<Vec<Line>> {
    ask("review_report", &most).await
}
