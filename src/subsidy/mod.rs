//! Ceilings of the grants by population (補助上限額).
//!
//! Takes a population (and a cost), gives for every programme of `data/programmes` the ceiling with its working as the document writes it,
//! or says why there is none. The facts and their sources are in the data files, checked by the build script.

mod by_date;
mod ceiling;
pub mod chart;
mod comparison;
pub mod export;
mod grant;
mod group;
pub mod list;
mod programme;
mod report;
mod standing;
pub mod typed;
mod working;

pub use by_date::{Crossing, DatedCeiling, by_date};
pub use ceiling::{Alternative, Amount, Ceiling, NoFormula, Outcome, ceiling, ceilings};
pub use comparison::{ChosenTown, ComparedTown, Comparison, Sum, compare};
pub use grant::{Grant, GrantUnder, grant};
pub use group::{Group, groups};
pub use programme::{
    AfterPeriod, Band, Cap, Certainty, Formula, Jump, Limits, Programme, Reading, Rule, SourceOfFact, in_force,
    programme, programmes,
};
pub use report::{AlternativeReport, ByReading, NoAmount, ProgrammeReport, Report, report};
pub use standing::Standing;
pub use working::Working;
