//! The tables that the build script writes from `data/procedures/`, and the shapes only they need.

#![expect(clippy::unreadable_literal, reason = "written by the build script for the compiler, read in the data")]

use crate::date::Date;

use super::catalogue::{Group, NameStatus, Number, PaperPage, Procedure};
use super::comparison::Town;
use super::concepts::{ConceptKind, ConceptSet, Word};
use super::rules::Rule;
use super::state::{Connection, DisasterSystem};

include!(concat!(env!("OUT_DIR"), "/procedures.rs"));
include!(concat!(env!("OUT_DIR"), "/counting_source.rs"));
include!(concat!(env!("OUT_DIR"), "/names_source.rs"));
