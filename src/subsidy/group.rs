//! Towns that procure together (自治体クラウドグループ), compiled from `data/groups`.

use serde::Serialize;

use crate::municipality::{Code, Municipality, by_code};
use crate::subsidy::SourceOfFact;
use crate::subsidy::table::GROUPS;

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
