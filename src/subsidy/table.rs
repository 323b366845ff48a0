//! The tables that the build script makes from `data/programmes` and `data/groups`.

#![allow(clippy::unreadable_literal, reason = "made by the build script; the data files are what people read")]

use crate::date::Date;
use crate::municipality::{Code, Population};
use crate::subsidy::{
    AfterPeriod, Band, Cap, Certainty, Formula, Group, Jump, Limits, Programme, Reading, Rule, SourceOfFact,
};
use crate::yen::{Rate, Yen};

include!(concat!(env!("OUT_DIR"), "/programmes.rs"));
include!(concat!(env!("OUT_DIR"), "/groups.rs"));
