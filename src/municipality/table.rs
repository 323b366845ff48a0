//! The table that the build script makes from `data/municipalities.csv`.

#![allow(clippy::unreadable_literal, reason = "made by the build script; the data file is what people read")]

use crate::date::Date;
use crate::municipality::{Code, Kind, Municipality};

include!(concat!(env!("OUT_DIR"), "/municipalities.rs"));
include!(concat!(env!("OUT_DIR"), "/readings.rs"));
include!(concat!(env!("OUT_DIR"), "/population_source.rs"));
include!(concat!(env!("OUT_DIR"), "/reading_source.rs"));
