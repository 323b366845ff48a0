//! Tool 1, 上限額: the ceilings of the town under each programme, with every step.

mod caps;
mod cards;
mod chart;
mod dates;
mod details;
mod export;
mod grants;
mod inputs;
mod report;
mod several;

use crate::subsidy::typed::{self, CostUnit, NotUsable, Understood};
use crate::yen::Yen;

pub use report::REPORT;

use super::dom::Dom;
use super::store::{Shared, Store};

thread_local! {
    static COST: Store<Cost> = const { Store::new(Cost { entered: String::new(), unit: CostUnit::Yen }) };
}

/// The cost that the officer entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cost {
    /// What stands in the field.
    pub entered: String,
    /// The unit of a number without one.
    pub unit: CostUnit,
}

impl Cost {
    /// What the field is understood as.
    ///
    /// # Errors
    /// [`NotUsable`]: nothing is computed; `Empty` where none was entered.
    pub fn understood(&self) -> Result<Understood<Yen>, NotUsable> {
        typed::cost(&self.entered, self.unit)
    }
}

/// The store of the cost.
pub fn cost() -> Shared<Cost> {
    Shared(&COST)
}

/// Opens the view.
pub fn open() -> Dom {
    inputs::open()?;
    caps::show()?;
    cards::open()?;
    dates::open()?;
    several::open()?;
    chart::open()?;
    export::open()
}
