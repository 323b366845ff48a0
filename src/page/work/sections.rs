//! The sections of the work file: each tool gives its own as JSON text and takes it back; nobody reads another's.
//!
//! A section of a tool that this page does not have is kept and written again. The section of the procedures may carry
//! a long list: it is compared as what it is made of, and read without holding the page up.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::municipality::read_code;
use crate::page::dom::Dom;
use crate::page::regulations::state;
use crate::page::{ceiling, procedures, town};
use crate::procedures::section::SECTION as PROCEDURES;
use crate::review::{Judgements, Ledger};
use crate::subsidy::typed::CostUnit;

/// A tool's part of the work file.
struct Section {
    name: &'static str,
    /// What officers call it.
    title: &'static str,
    /// What the tool was told, as JSON text.
    give: fn() -> Dom<String>,
    /// Takes it back; false: it is not in the form of this tool.
    take: fn(&str) -> bool,
}

/// The sections that are small enough to be compared after every change.
const SMALL: [Section; 2] = [
    Section { name: "town", title: "自治体と人口", give: give_town, take: take_town },
    Section { name: "ceiling", title: "対象事業費", give: give_cost, take: take_cost },
];

const REVIEW: Section =
    Section { name: "review", title: "アナログ規制の判定", give: give_judgements, take: take_judgements };

thread_local! {
    static UNKNOWN: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// What was entered outside the review desk, for telling whether it was saved. Copies share what is long.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entered {
    small: BTreeMap<&'static str, String>,
    procedures: procedures::Work,
}

/// What is entered now.
pub fn entered() -> Entered {
    let small = SMALL.iter().filter_map(|section| Some((section.name, (section.give)().ok()?))).collect();
    Entered { small, procedures: procedures::entered() }
}

/// All sections.
pub fn all() -> Dom<BTreeMap<String, String>> {
    let mut all = UNKNOWN.with(|unknown| unknown.borrow().clone());
    for section in SMALL.iter().chain([&REVIEW]) {
        all.insert(section.name.to_owned(), (section.give)()?);
    }
    all.insert(PROCEDURES.to_owned(), procedures::give()?);
    Ok(all)
}

/// Gives each tool its section; tells what those that could not be read are called.
pub async fn take(sections: &BTreeMap<String, String>) -> Dom<Vec<&'static str>> {
    let mut unread = Vec::new();
    let mut unknown = BTreeMap::new();
    for (name, text) in sections.iter().filter(|(name, _)| *name != PROCEDURES) {
        match SMALL.iter().chain([&REVIEW]).find(|section| section.name == name) {
            Some(section) if (section.take)(text) => {}
            Some(section) => unread.push(section.title),
            None => {
                unknown.insert(name.clone(), text.clone());
            }
        }
    }
    UNKNOWN.with(|kept| *kept.borrow_mut() = unknown);
    if !procedures::take(sections.get(PROCEDURES).map(String::as_str)).await? {
        unread.push("27手続");
    }
    Ok(unread)
}

/// 団体: the code, the day of the population and the population as entered.
#[derive(Serialize, Deserialize)]
struct TownSection {
    code: Option<String>,
    date: Date,
    population: String,
    by_hand: bool,
}

fn give_town() -> Dom<String> {
    let section = town::store().with(|store| {
        store.read(|town| TownSection {
            code: town.municipality.map(|municipality| municipality.code.to_string()),
            date: town.date,
            population: town.entered.clone(),
            by_hand: town.by_hand,
        })
    });
    super::json(&section)
}

fn take_town(text: &str) -> bool {
    let Ok(section) = serde_json::from_str::<TownSection>(text) else { return false };
    let municipality = section.code.as_deref().map(read_code).transpose();
    let Ok(municipality) = municipality else { return false };
    town::store().with(|store| {
        store.change(|town| {
            town.set_date(section.date);
            town.choose(municipality);
            if section.by_hand {
                town.enter(section.population);
            }
        });
    });
    true
}

/// 対象事業費: as entered, with its unit.
#[derive(Serialize, Deserialize)]
struct CostSection {
    cost: String,
    unit: CostUnit,
}

fn give_cost() -> Dom<String> {
    let section =
        ceiling::cost().with(|store| store.read(|cost| CostSection { cost: cost.entered.clone(), unit: cost.unit }));
    super::json(&section)
}

fn take_cost(text: &str) -> bool {
    let Ok(section) = serde_json::from_str::<CostSection>(text) else { return false };
    ceiling::cost().with(|store| store.change(|cost| (cost.entered, cost.unit) = (section.cost, section.unit)));
    true
}

fn give_judgements() -> Dom<String> {
    state::with_ledger(|ledger| super::json(ledger.judgements()))
}

fn take_judgements(text: &str) -> bool {
    let Ok(judgements) = serde_json::from_str::<Judgements>(text) else { return false };
    state::change_ledger(|ledger| *ledger = Ledger::new(judgements));
    true
}
