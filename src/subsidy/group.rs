//! Towns that procure together (自治体クラウドグループ), compiled from `data/groups`.

#![allow(clippy::unreadable_literal, reason = "made by the build script; the data files are what people read")]

use serde::Serialize;

use crate::date::Date;
use crate::municipality::{Code, Municipality, by_code};
use crate::subsidy::{Certainty, SourceOfFact};

include!(concat!(env!("OUT_DIR"), "/groups.rs"));

/// A group of municipalities.
#[derive(Debug, Serialize)]
pub struct Group {
    /// 自治体クラウドグループ（4市1町）
    pub name: &'static str,
    /// Codes of the members.
    pub members: &'static [Code],
    /// Where the members stand.
    pub source: SourceOfFact,
}

impl Group {
    /// The members. The build script has checked their codes against the table.
    #[must_use]
    pub fn municipalities(&self) -> Vec<&'static Municipality> {
        self.members.iter().filter_map(|code| by_code(*code)).collect()
    }
}

/// Every group in the order of the data.
#[must_use]
pub fn groups() -> &'static [Group] {
    GROUPS
}
