//! The surface of [`crate::subsidy`] and [`crate::municipality`]: `name(input)` takes one plain object, gives plain objects.
//!
//! Dates are `YYYY-MM-DD`, amounts whole yen, codes six digits as text. An error is the value that the core's error serialises to,
//! or a text where the input itself is not of the form told here.

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::date::Date;
use crate::municipality::{self, FIRST_POPULATION_DATE, Hit, Municipality, Population};
use crate::subsidy::chart::Frame;
use crate::subsidy::typed::{CostUnit, NotUsable, cost, population};
use crate::subsidy::{self, Entry};
use crate::yen::Yen;

/// A town of a comparison: a code of the table, or a label with a population of its own.
#[derive(Debug, Clone, Deserialize)]
pub struct TownInput {
    /// Code of the table.
    pub code: Option<String>,
    /// Name to show where there is no code.
    pub label: Option<String>,
    /// Population that goes before the table's.
    pub population: Option<u32>,
    /// Day of the table's population; the first offered if absent.
    pub on: Option<Date>,
}

impl TownInput {
    /// The entry, or nothing where neither a municipality nor a population is told.
    #[must_use]
    pub fn entry(&self) -> Option<Entry> {
        let municipality = self.code.as_deref().and_then(|code| municipality::read_code(code).ok());
        let own = self.population.map(Population::new);
        match (municipality, own) {
            (Some(town), None) => Entry::of(town, self.on.unwrap_or(FIRST_POPULATION_DATE)),
            (Some(town), Some(own)) => Some(Entry { municipality: Some(town), ..Entry::typed(&town.full_name(), own) }),
            (None, Some(own)) => Some(Entry::typed(self.label.as_deref().unwrap_or_default(), own)),
            (None, None) => None,
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CeilingsInput {
    population: u32,
    cost: Option<i64>,
    as_of: Option<Date>,
}

#[derive(Deserialize)]
struct SearchInput {
    typed: String,
    most: Option<usize>,
}

#[derive(Deserialize)]
struct CostInput {
    text: String,
    #[serde(default)]
    unit: CostUnit,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct TownsInput {
    towns: Vec<TownInput>,
    as_of: Option<Date>,
}

#[derive(Deserialize)]
struct ChartInput {
    programme: String,
    towns: Vec<TownInput>,
    frame: Frame,
}

/// `{typed, most?}` → `[{municipality, rank}]`, the closest first.
///
/// # Errors
/// An input of another form.
#[wasm_bindgen(js_name = searchMunicipalities)]
pub fn search_municipalities(input: JsValue) -> Result<JsValue, JsValue> {
    let SearchInput { typed, most } = taken(input)?;
    let hits: Vec<Hit> = municipality::search(&typed, most.unwrap_or(20));
    given(&hits)
}

/// `"353213"` → the municipality, or null.
///
/// # Errors
/// None in practice.
#[wasm_bindgen(js_name = municipality)]
pub fn municipality_of(code: &str) -> Result<JsValue, JsValue> {
    let found: Option<&Municipality> = municipality::read_code(code).ok();
    given(&found)
}

/// `"6.3万人"` → `{value, reading}`.
///
/// # Errors
/// Why the text is not used: `"unreadable"`, `"negative"`, `{too_large: {limit}}` …
#[wasm_bindgen(js_name = readPopulation)]
pub fn read_population(text: &str) -> Result<JsValue, JsValue> {
    given(&population(text).map_err(|why| refused(&why))?)
}

/// `{text, unit?}` → `{value, reading}`; `unit` is `yen`, `thousand_yen`, `ten_thousand_yen` or `hundred_million_yen`.
///
/// # Errors
/// Why the text is not used, as for [`read_population`].
#[wasm_bindgen(js_name = readCost)]
pub fn read_cost(input: JsValue) -> Result<JsValue, JsValue> {
    let CostInput { text, unit } = taken(input)?;
    given(&cost(&text, unit).map_err(|why| refused(&why))?)
}

/// `{population, cost?, asOf?}` → the report that `cargo xtask core ceiling` prints.
///
/// # Errors
/// An input of another form; `"negative"` for a cost below zero.
#[wasm_bindgen]
pub fn ceilings(input: JsValue) -> Result<JsValue, JsValue> {
    let CeilingsInput { population, cost, as_of } = taken(input)?;
    if cost.is_some_and(|cost| cost < 0) {
        return Err(refused(&NotUsable::Negative));
    }
    given(&subsidy::report(Population::new(population), cost.map(Yen::new), as_of))
}

/// Every programme in its newest state, or as of a day (`"2021-07-27"` or null).
///
/// # Errors
/// Something else than a day.
#[wasm_bindgen]
pub fn programmes(as_of: JsValue) -> Result<JsValue, JsValue> {
    given(&subsidy::programmes(taken(as_of)?))
}

/// `{towns, asOf?}` → the comparison with its sums. A town that tells neither a code of the table nor a population is left out.
///
/// # Errors
/// An input of another form.
#[wasm_bindgen(js_name = compareTowns)]
pub fn compare_towns(input: JsValue) -> Result<JsValue, JsValue> {
    let TownsInput { towns, as_of } = taken(input)?;
    given(&subsidy::compare(towns.iter().filter_map(TownInput::entry).collect(), as_of))
}

/// `{programme, towns, frame}` → the geometry of the chart, or null for a programme without formula.
///
/// # Errors
/// An input of another form.
#[wasm_bindgen(js_name = ceilingChart)]
pub fn ceiling_chart(input: JsValue) -> Result<JsValue, JsValue> {
    let ChartInput { programme, towns, frame } = taken(input)?;
    let entries: Vec<Entry> = towns.iter().filter_map(TownInput::entry).collect();
    let chart = subsidy::programme(&programme).and_then(|programme| subsidy::chart::chart(programme, &entries, frame));
    given(&chart)
}

fn taken<T: for<'de> Deserialize<'de>>(input: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(input).map_err(JsValue::from)
}

fn given<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

fn refused(why: &NotUsable) -> JsValue {
    given(why).unwrap_or_else(|error| error)
}
