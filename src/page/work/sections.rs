//! The sections of the work file: each tool gives its own as JSON text and takes it back; nobody reads another's.
//!
//! A section of a tool that this page does not have is kept and written again, and so is what a tool could not read of
//! its own: nothing of the work before stands in its place. The section of the procedures may carry
//! a long list: it is compared as what it is made of, and read without holding the page up.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::municipality::read_code;
use crate::page::dom::Dom;
use crate::page::regulations::state;
use crate::page::{amendments, ceiling, procedures, regulations, section, town};
use crate::procedures::section::SECTION as PROCEDURES;
use crate::review::{JudgementSection, Ledger};
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
    /// Forgets what the tool was told.
    clear: fn(),
}

/// The sections that are small enough to be compared after every change.
const SMALL: [Section; 3] = [
    Section {
        name: amendments::SECTION,
        title: "改正案",
        give: amendments::give,
        take: amendments::take,
        clear: amendments::empty,
    },
    Section { name: "town", title: "自治体と人口", give: give_town, take: take_town, clear: clear_town },
    Section { name: "ceiling", title: "対象事業費", give: give_cost, take: take_cost, clear: clear_cost },
];

/// 所管課 and the inquiry: its changes are steps of the ledger, which tells whether it was saved.
const INQUIRY: Section = Section {
    name: regulations::inquiry::SECTION,
    title: "所管課への照会",
    give: regulations::inquiry::give,
    take: regulations::inquiry::take,
    clear: regulations::inquiry::empty,
};

const REVIEW: Section = Section {
    name: "review",
    title: "アナログ規制の判定",
    give: give_judgements,
    take: take_judgements,
    clear: clear_judgements,
};

/// A section that its tool could not read, as it stands in the file.
struct Unread {
    text: String,
    /// What the tool gives as long as the officer enters nothing in it.
    untouched: String,
}

/// What the name of such a section ends in where the tool has entered something of its own since.
const KEPT: &str = ".unread";

thread_local! {
    /// Sections of tools that this page does not have.
    static UNKNOWN: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
    static UNREAD: RefCell<BTreeMap<&'static str, Unread>> = const { RefCell::new(BTreeMap::new()) };
    /// Judgements that could not be read, as they stand in the file.
    static JUDGEMENTS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
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

/// All sections. One that could not be read is written as it was; what the officer has entered since goes before it.
pub fn all() -> Dom<BTreeMap<String, String>> {
    let mut all = UNKNOWN.with_borrow(Clone::clone);
    for section in tools() {
        add(&mut all, section.name, (section.give)()?);
    }
    add(&mut all, PROCEDURES, procedures::give()?);
    Ok(all)
}

fn add(all: &mut BTreeMap<String, String>, name: &'static str, text: String) {
    UNREAD.with(|unread| match unread.borrow().get(name) {
        Some(unread) if unread.untouched == text => drop(all.insert(name.to_owned(), unread.text.clone())),
        Some(unread) => {
            all.insert(name.to_owned(), text);
            all.insert(format!("{name}{KEPT}"), unread.text.clone());
        }
        None => drop(all.insert(name.to_owned(), text)),
    });
}

/// The sections of the tools but the procedures'.
fn tools() -> impl Iterator<Item = &'static Section> {
    SMALL.iter().chain([&INQUIRY, &REVIEW])
}

/// What a section of this page is called; nothing for one of a tool that it does not have.
pub fn title(name: &str) -> Option<&'static str> {
    if name == PROCEDURES { Some("27手続") } else { tools().find(|tool| tool.name == name).map(|tool| tool.title) }
}

/// Those of tools that this page does not have.
fn unknown(sections: &BTreeMap<String, String>) -> impl Iterator<Item = (String, String)> {
    sections.iter().filter(|(name, _)| title(name).is_none()).map(|(name, text)| (name.clone(), text.clone()))
}

/// Gives each tool its section, and nothing of the work before where the file has none or it cannot be read; tells
/// what could not be read.
pub async fn take(sections: &BTreeMap<String, String>) -> Dom<Vec<String>> {
    UNREAD.with_borrow_mut(BTreeMap::clear);
    UNKNOWN.set(unknown(sections).collect());
    let mut told = Vec::new();
    for section in tools() {
        (section.clear)();
        let text = sections.get(section.name);
        if let Some(text) = text.filter(|text| !(section.take)(text)) {
            keep(section.name, text, (section.give)()?);
            told.push(section.title.to_owned());
        }
    }
    let judgements = JUDGEMENTS.with_borrow(Vec::len);
    if judgements > 0 {
        told.push(format!("{}のうち{judgements}件", REVIEW.title));
    }
    let procedures = sections.get(PROCEDURES);
    if !procedures::take(procedures.map(String::as_str)).await? {
        procedures::take(None).await?;
        keep(PROCEDURES, procedures.map_or("", String::as_str), procedures::give()?);
        told.extend(title(PROCEDURES).map(str::to_owned));
    }
    Ok(told)
}

/// Takes what two work files have together; judgements and the inquiry come as a step of the history. `unread` are
/// judgements of the other that could not be read.
pub async fn unite(sections: &BTreeMap<String, String>, unread: Vec<String>) -> Dom {
    for section in &SMALL {
        let own = (section.give)()?;
        if let Some(text) = sections.get(section.name).filter(|text| **text != own)
            && !(section.take)(text)
        {
            keep(section.name, text, own);
        }
    }
    if let Some(text) = sections.get(PROCEDURES).filter(|text| procedures::give().is_ok_and(|own| **text != own))
        && !procedures::take(Some(text)).await?
    {
        keep(PROCEDURES, text, procedures::give()?);
    }
    UNKNOWN.with_borrow_mut(|kept| kept.extend(unknown(sections)));
    JUDGEMENTS.with_borrow_mut(|kept| {
        for one in unread {
            if !kept.contains(&one) {
                kept.push(one);
            }
        }
    });
    Ok(())
}

fn keep(name: &'static str, text: &str, untouched: String) {
    UNREAD.with_borrow_mut(|unread| unread.insert(name, Unread { text: text.to_owned(), untouched }));
}

/// 団体: the code, the day of the population and the population as entered.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TownSection {
    code: Option<String>,
    date: Date,
    population: String,
    by_hand: bool,
}

fn give_town() -> Dom<String> {
    let section = town::store().read(|town| TownSection {
        code: town.municipality.map(|municipality| municipality.code.to_string()),
        date: town.date,
        population: town.entered.clone(),
        by_hand: town.by_hand,
    });
    section::written(&section)
}

fn take_town(text: &str) -> bool {
    let Ok(section) = serde_json::from_str::<TownSection>(text) else { return false };
    let municipality = section.code.as_deref().map(read_code).transpose();
    let Ok(municipality) = municipality else { return false };
    town::store().change(|town| {
        town.set_date(section.date);
        town.choose(municipality);
        if section.by_hand {
            town.enter(section.population);
        }
    });
    true
}

fn clear_town() {
    town::store().set(town::Town::NONE);
}

/// 対象事業費: as entered, with its unit.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CostSection {
    cost: String,
    unit: CostUnit,
}

fn give_cost() -> Dom<String> {
    let section = ceiling::cost().read(|cost| CostSection { cost: cost.entered.clone(), unit: cost.unit });
    section::written(&section)
}

fn take_cost(text: &str) -> bool {
    section::taken(text, |CostSection { cost: entered, unit }| {
        ceiling::cost().change(|cost| (cost.entered, cost.unit) = (entered, unit));
    })
}

fn clear_cost() {
    let nothing = || (String::new(), CostUnit::default());
    ceiling::cost().change(|cost| (cost.entered, cost.unit) = nothing());
}

fn give_judgements() -> Dom<String> {
    let written = JUDGEMENTS
        .with(|unread| state::ledger().read(|ledger| JudgementSection::write(ledger.judgements(), &unread.borrow())));
    written.map_err(|error| error.to_string().into())
}

fn take_judgements(text: &str) -> bool {
    let Ok(JudgementSection { judgements, unread }) = JudgementSection::read(text) else { return false };
    JUDGEMENTS.set(unread);
    state::ledger().set(Ledger::new(judgements));
    true
}

fn clear_judgements() {
    JUDGEMENTS.with_borrow_mut(Vec::clear);
    state::ledger().set(Ledger::default());
}
