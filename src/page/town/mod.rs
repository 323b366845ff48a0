//! The town that the officer works for: chosen once in the header, used by all three tools.

mod combobox;
mod view;

use crate::date::Date;
use crate::municipality::{FIRST_POPULATION_DATE, Municipality, Population};
use crate::subsidy::ChosenTown;
use crate::subsidy::typed::{self, NotUsable, Understood};
use crate::yen::notation::people;

pub use combobox::Combobox;

use super::dom::Dom;
use super::store::{Shared, Store};

thread_local! {
    static TOWN: Store<Town> = const { Store::new(Town::NONE) };
}

/// The store of the town.
pub fn store() -> Shared<Town> {
    Shared(&TOWN)
}

/// Opens the fields of the header.
pub fn open() -> Dom {
    view::open()
}

/// The town and its population, as entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Town {
    /// The municipality, where one was chosen.
    pub municipality: Option<&'static Municipality>,
    /// The day of the population that the table gives.
    pub date: Date,
    /// What stands in the field of the population.
    pub entered: String,
    /// Whether the officer typed it; otherwise it is the table's.
    pub by_hand: bool,
}

impl Town {
    /// None chosen, nothing entered.
    pub const NONE: Self =
        Self { municipality: None, date: FIRST_POPULATION_DATE, entered: String::new(), by_hand: false };

    /// What the field of the population is understood as.
    ///
    /// # Errors
    /// [`NotUsable`]: nothing is computed.
    pub fn population(&self) -> Result<Understood<Population>, NotUsable> {
        match self.of_table().filter(|_| self.entered.trim().is_empty()) {
            // An emptied field of a chosen town is the table's, on every view alike.
            Some(value) => Ok(Understood { value, reading: people(value) }),
            None => typed::population(&self.entered),
        }
    }

    /// Takes a municipality, or none, with the population of the day from the table.
    pub fn choose(&mut self, municipality: Option<&'static Municipality>) {
        self.municipality = municipality;
        self.take_from_table();
    }

    /// Takes another day of the table.
    pub fn set_date(&mut self, date: Date) {
        self.date = date;
        if self.municipality.is_some() {
            self.take_from_table();
        }
    }

    /// Takes a population by hand.
    pub fn enter(&mut self, text: String) {
        self.by_hand = self.municipality.is_none() || !text.trim().is_empty();
        self.entered = text;
    }

    /// Writes the table's population into an emptied field.
    pub fn refill(&mut self) {
        if self.municipality.is_some() && self.entered.trim().is_empty() {
            self.take_from_table();
        }
    }

    /// 山口県光市, or 「人口50,787人の団体」 where only a population was entered.
    pub fn name(&self) -> Option<String> {
        let by_population = || self.population().ok().map(|understood| format!("人口{}の団体", understood.reading));
        self.municipality.map(Municipality::full_name).or_else(by_population)
    }

    /// The town as one of a comparison.
    pub fn entry(&self) -> Option<ChosenTown> {
        let population = self.population().ok()?.value;
        match self.municipality.filter(|_| !self.by_hand) {
            Some(municipality) => ChosenTown::of(municipality, self.date),
            None => {
                Some(ChosenTown { municipality: self.municipality, ..ChosenTown::typed(&self.name()?, population) })
            }
        }
    }

    /// Where the population comes from, for reports.
    pub fn origin(&self) -> String {
        if self.by_hand {
            "入力された人口".to_owned()
        } else {
            format!("住民基本台帳人口 {}現在", self.date.western_and_era())
        }
    }

    fn of_table(&self) -> Option<Population> {
        self.municipality.and_then(|municipality| municipality.population(self.date))
    }

    fn take_from_table(&mut self) {
        self.entered = self.of_table().map(people).unwrap_or_default();
        self.by_hand = false;
    }
}
