//! [`Column`]: the six columns that a section fills in.

use serde::{Deserialize, Serialize};

/// A column to fill in, in the order of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Column {
    /// 判定
    #[serde(rename = "判定")]
    Decision,
    /// 見直し要否
    #[serde(rename = "見直し要否")]
    Need,
    /// 見直し方針
    #[serde(rename = "見直し方針")]
    Policy,
    /// 見直し時期
    #[serde(rename = "見直し時期")]
    Time,
    /// 根拠法令
    #[serde(rename = "根拠法令")]
    Basis,
    /// 備考
    #[serde(rename = "備考")]
    Remarks,
}

impl Column {
    /// All six.
    pub const ALL: [Self; 6] = [Self::Decision, Self::Need, Self::Policy, Self::Time, Self::Basis, Self::Remarks];

    /// Its heading.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Decision => "判定",
            Self::Need => "見直し要否",
            Self::Policy => "見直し方針",
            Self::Time => "見直し時期",
            Self::Basis => "根拠法令",
            Self::Remarks => "備考",
        }
    }

    /// Whether any words may stand there.
    #[must_use]
    pub const fn is_free(self) -> bool {
        matches!(self, Self::Basis | Self::Remarks)
    }
}
