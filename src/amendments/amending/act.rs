//! [`Operation`]: what an amendment does at a place.

use crate::amendments::text::Place;

/// One act of an amendment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// 「…」を「…」に改める
    Replace {
        /// Words in force.
        old: String,
        /// Words then.
        new: String,
    },
    /// 「…」の下に「…」を加える
    Insert {
        /// The words before.
        behind: String,
        /// The words added.
        new: String,
    },
    /// 「…」を削る
    Delete {
        /// Words in force.
        old: String,
    },
    /// ただし書・後段を削る
    DeletePart,
    /// 次のように改める
    Rewrite {
        /// The whole text then.
        lines: Vec<String>,
    },
    /// 次の1項を加える
    AddParagraphs {
        /// The 項, each a line.
        lines: Vec<String>,
        /// Last 項 of the article in force, where the new ones do not come at its end.
        last: Option<u32>,
    },
}

/// An act at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Where.
    pub place: Place,
    /// What.
    pub act: Act,
}
