//! The tables that the build script writes from `data/procedures/`, and the shapes only they need.

use super::catalogue::{Group, NameStatus, Number, Procedure, Source};
use super::comparison::Town;
use super::concepts::{Concept, ConceptKind, ConceptSet, Word};
use super::rules::Rule;
use super::state::{Connection, DisasterSystem};

include!(concat!(env!("OUT_DIR"), "/procedures.rs"));
