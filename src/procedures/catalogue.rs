//! The catalogue: the 31 procedures, the 27 of a municipality and the 26 of the grant's condition.
//!
//! 特に国民の利便性向上に資する手続: 31 = 子育て 15 + 介護 11 + 被災者支援 1 + 自動車保有関係 4. The first 27 are a
//! municipality's, the last four the prefecture's; the 26 are the 27 without 罹災証明. Facts: `data/procedures/catalogue.csv`,
//! checked and compiled in by the build script.

use serde::{Deserialize, Serialize};

use super::papers::PaperPage;
use crate::date::Date;
use crate::written::named;

/// Number of a procedure in the official list, 1 to 31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Number(u8);

/// A number outside 1 to 31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not one of the 31 procedures")]
pub struct NoSuchProcedure(pub u8);

impl TryFrom<u8> for Number {
    type Error = NoSuchProcedure;

    fn try_from(number: u8) -> Result<Self, NoSuchProcedure> {
        if (1..=31).contains(&number) { Ok(Self(number)) } else { Err(NoSuchProcedure(number)) }
    }
}

impl From<Number> for u8 {
    fn from(number: Number) -> Self {
        number.0
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Number {
    /// 罹災証明書の発行申請, which may also be online by a disaster system.
    pub const DISASTER_CERTIFICATE: Self = Self(27);

    /// The numbers 1 to 31.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=31).map(Self)
    }

    /// Whether it is one of the 27 that a municipality answers for.
    #[must_use]
    pub fn is_municipal(self) -> bool {
        self.0 <= 27
    }

    /// Whether it is one of the 26 that the grant's condition asks for.
    #[must_use]
    pub fn is_in_grant_condition(self) -> bool {
        self.0 <= 26
    }

    /// Its entry in the catalogue.
    #[must_use]
    pub fn procedure(self) -> &'static Procedure {
        let index = usize::from(self.0).saturating_sub(1);
        // The type keeps the number within 1 to 31 and the build script keeps 31 entries.
        PROCEDURES.get(index).unwrap_or(&PROCEDURES[0])
    }
}

named! {
    /// 分野 of the official list.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Group {
        ChildRearing = "子育て",
        LongTermCare = "介護",
        DisasterRelief = "被災者支援",
        /// (自動車保有関係; 都道府県)
        Vehicles = "自動車",
    }
}

/// Whether the wording of a name was confirmed in a public document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameStatus {
    /// The wording is confirmed.
    Confirmed,
    /// The procedure is one of the 31, but its wording is not confirmed: the page marks it so.
    Unconfirmed,
}

/// One of the 31 procedures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Procedure {
    /// Number in the official list.
    pub number: Number,
    /// 分野
    pub group: Group,
    /// 標準名称
    pub name: &'static str,
    /// Whether the wording of the name is confirmed.
    pub name_status: NameStatus,
    /// Shorthand seen in municipal lists.
    pub shorthand: &'static [&'static str],
    /// Where the documents count it among the 31.
    pub source: PaperPage,
    /// Folded spellings of name (`true`) and shorthand (`false`), laid by the build script.
    #[serde(skip)]
    pub(super) folded: &'static [(&'static str, bool)],
}

include!(concat!(env!("OUT_DIR"), "/procedures_catalogue.rs"));

/// The 31 in order.
#[must_use]
pub fn all() -> &'static [Procedure] {
    &PROCEDURES
}

/// The 27 of a municipality in order.
pub fn municipal() -> impl Iterator<Item = &'static Procedure> {
    PROCEDURES.iter().filter(|procedure| procedure.number.is_municipal())
}

/// The 26 of the grant's condition in order.
pub fn grant_condition() -> impl Iterator<Item = &'static Procedure> {
    PROCEDURES.iter().filter(|procedure| procedure.number.is_in_grant_condition())
}
