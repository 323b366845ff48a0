//! The tables that the build makes of data/regulations (see the README there): classes of words, forms of the grammar,
//! categories with their readings and rows. Takes nothing, gives facts.

#![allow(clippy::unreadable_literal, reason = "sets are written by the build as numbers")]

use serde::{Deserialize, Serialize};

use super::category::Facts;
use super::conjugation::{Ending, VerbRow};
use super::finding::Role;
use super::frame::Frame;
use super::rule::{Condition, Outcome, Reach, Reading, Row};
use super::sense::Class;
use super::senses::Senses;
use super::tally::{CLEAR, FAINT, LIKELY, TRACE};

include!(concat!(env!("OUT_DIR"), "/regulations.rs"));
