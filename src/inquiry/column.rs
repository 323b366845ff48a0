//! [`Column`]: the six columns that a section fills in.

use serde::{Deserialize, Serialize};

use crate::written::named;

named! {
    /// A column to fill in, in the order of the sheet.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    pub enum Column by name {
        Decision = "判定",
        Need = "見直し要否",
        Policy = "見直し方針",
        Time = "見直し時期",
        Basis = "根拠法令",
        Remarks = "備考",
    }
}

impl Column {
    /// Whether any words may stand there.
    #[must_use]
    pub const fn is_free(self) -> bool {
        matches!(self, Self::Basis | Self::Remarks)
    }
}
