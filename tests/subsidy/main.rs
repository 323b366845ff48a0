//! The grants: data that may not contradict itself, ceilings and their steps, municipalities, what officers type.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "../../build/municipalities.rs"]
mod build_municipalities;
#[path = "../../build/programmes/mod.rs"]
mod build_programmes;
#[path = "../../build/readings.rs"]
mod build_readings;
#[path = "../../build/day.rs"]
mod day;

mod build_refusals;
mod build_table;
mod by_date;
mod ceiling;
mod ceiling_laws;
mod chart;
mod comparison;
mod export;
mod grant;
mod list;
mod municipality;
mod notation;
mod programme;
mod report;
mod search;
mod town_lists;
mod typed;

use ichimai::municipality::Population;
use ichimai::subsidy::{Ceiling, ceiling, programme};

/// A ceiling of 自治体情報システムの標準化・共通化.
fn standardisation(people: u32) -> Ceiling {
    ceiling(programme("standardisation").unwrap(), Population::new(people))
}

/// A ceiling of 自治体オンライン手続推進事業.
fn online_procedures(people: u32) -> Ceiling {
    ceiling(programme("online_procedures").unwrap(), Population::new(people))
}

/// The yen of a ceiling.
fn yen(ceiling: &Ceiling) -> Option<i64> {
    ceiling.amount().map(ichimai::yen::Yen::get)
}
