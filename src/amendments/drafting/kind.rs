//! What kind of act a clause stands in, and what such an act may do.

use crate::clause::Clause;

/// The level of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Level {
    /// An act or order of the state.
    State,
    /// 条例
    Ordinance,
    /// 規則, 規程, 要綱: what may lay no new duty on people.
    Rule,
}

const STATE: &str = "法律 政令 省令 府令 勅令 act order misc cabinet_orders imperial_orders constitution 府省令";
const STATE_TITLES: [&str; 6] = ["法施行規則", "法律施行規則", "法施行令", "法律施行令", "省令", "府令"];

impl Level {
    /// The level of the act that a clause stands in.
    #[must_use]
    pub fn of(clause: &Clause) -> Self {
        let (kind, title) = (clause.kind.as_ref(), clause.title.as_ref());
        let state_title =
            STATE_TITLES.iter().any(|words| title.ends_with(words)) || title.ends_with('法') || title.ends_with("法律");
        match kind {
            _ if STATE.split(' ').any(|state| state == kind) => Self::State,
            _ if kind.contains("条例") || (kind.is_empty() || kind == "ordinance") && title.contains("条例") => {
                Self::Ordinance
            }
            _ if state_title => Self::State,
            "" if !title.ends_with("要綱") && !title.ends_with("規程") && title.ends_with("基準") => Self::State,
            "" | "ordinance" if title.is_empty() => Self::Ordinance,
            _ => Self::Rule,
        }
    }

    /// Whether it is an act of a town.
    #[must_use]
    pub fn is_town(self) -> bool {
        self != Self::State
    }
}
