//! Names that the data bring (データの名): classes of words, forms, categories and sources as types, and the letters of the language
//! that the engine asks for by name. The build writes them from data/regulations; they stand on nothing else.

#![allow(clippy::unreadable_literal, reason = "sets of forms are written by the build as numbers")]

use serde::{Deserialize, Serialize};

include!(concat!(env!("OUT_DIR"), "/regulations_names.rs"));
