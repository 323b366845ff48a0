//! [`Dispute`]: a field of a judgement that two officers decided differently, with all that was decided.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::review::{Decision, Judgement, Need, Policy, Stage, Target};
use crate::written::named;

named! {
    /// A field of a judgement.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    pub enum Field by name {
        Decision = "判定",
        Stage = "PHASE",
        Need = "見直し要否",
        Policy = "見直し方針",
        Time = "見直し時期",
        Department = "所管課",
        Basis = "根拠法令",
        Remarks = "備考",
        Note = "判定者メモ",
        Added = "追加した区分の語",
    }
}

impl Field {
    /// What stands in the field, as the sheet writes it; nothing where it is empty.
    #[must_use]
    pub fn of(self, judgement: &Judgement) -> Option<String> {
        let text = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        match self {
            Self::Decision => judgement.decision.map(|decision| decision.name().to_owned()),
            Self::Stage => judgement.stage.map(|stage| stage.name().to_owned()),
            Self::Need => judgement.need.map(|need| need.name().to_owned()),
            Self::Policy => judgement.policy.map(|policy| policy.name().to_owned()),
            Self::Time => text(&judgement.time),
            Self::Department => text(&judgement.department),
            Self::Basis => text(&judgement.basis),
            Self::Remarks => text(&judgement.remarks),
            Self::Note => text(&judgement.note),
            Self::Added => judgement.added.clone(),
        }
    }

    /// Writes into the field what [`Self::of`] gave; an empty text empties all but [`Self::Added`].
    pub fn set(self, judgement: &mut Judgement, value: &str) {
        let named = |name: &str| name == value;
        match self {
            Self::Decision => judgement.decision = Decision::ALL.into_iter().find(|choice| named(choice.name())),
            Self::Stage => judgement.stage = Stage::ALL.into_iter().find(|choice| named(choice.name())),
            Self::Need => judgement.need = Need::ALL.into_iter().find(|choice| named(choice.name())),
            Self::Policy => {
                let all = Policy::ALL.into_iter().chain([Policy::Practice]);
                judgement.policy = all.into_iter().find(|choice| named(choice.name()));
            }
            Self::Time => value.clone_into(&mut judgement.time),
            Self::Department => value.clone_into(&mut judgement.department),
            Self::Basis => value.clone_into(&mut judgement.basis),
            Self::Remarks => value.clone_into(&mut judgement.remarks),
            Self::Note => value.clone_into(&mut judgement.note),
            Self::Added => judgement.added = Some(value.to_owned()),
        }
    }
}

/// One thing that was decided, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Said {
    /// The value.
    pub value: String,
    /// The section or file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// The day, as far as it is known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub when: String,
}

/// A field that was decided differently.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Dispute {
    /// What is judged.
    pub target: Target,
    /// The field.
    pub field: Field,
    /// All that was decided, in order.
    pub said: BTreeSet<Said>,
}
