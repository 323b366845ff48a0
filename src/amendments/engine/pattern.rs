//! [`Pattern`]: what a pattern of data/amendments says, as the build writes it down.

/// Readiness (DRAFTING §4): what may be done with a pattern. C and D have no pattern: they show precedents only, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// たたき台: a draft with choices.
    A,
    /// 国の文言に合わせる案: only after the national text is confirmed.
    B,
}

/// Which acts a pattern may amend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// Any.
    Any,
    /// Only what may lay a duty on people: 条例, and acts of the state.
    Duty,
    /// Only acts of the state: the pattern proves wording, a town does not use it.
    State,
    /// Only acts of a town: the state wrote the same words in other ways as well.
    Town,
}

/// A pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pattern {
    /// Identifier.
    pub id: &'static str,
    /// Japanese name.
    pub name: &'static str,
    /// Readiness.
    pub class: Class,
    /// Categories of the clause, by identifier.
    pub categories: &'static [&'static str],
    /// Which acts.
    pub reach: Reach,
    /// Whether its words say enough, so that no category has to be found.
    pub alone: bool,
    /// Templates that all stand in the clause.
    pub holds: &'static [&'static str],
    /// Templates of which one stands in title, caption or text; empty where nothing is asked.
    pub about: &'static [&'static str],
    /// Templates that do not stand in the clause.
    pub lacks: &'static [&'static str],
    /// Words that say that the clause already has the digital way.
    pub digital: &'static [&'static str],
    /// What slots say that the clause itself does not fill.
    pub slots: &'static [Slot],
    /// Slots that all patterns share.
    pub shared: &'static [Slot],
    /// What the drafter decides.
    pub choices: &'static [Choice],
    /// What is changed, from front to back.
    pub edits: &'static [Edit],
    /// 項 that are added after the clause.
    pub additions: &'static [Addition],
    /// What is changed with it in other clauses of the ordinance that refer to this one.
    pub companions: &'static [Companion],
    /// What the drafter has to look at.
    pub warnings: &'static [&'static str],
    /// Precedents that prove it.
    pub proof: &'static [&'static str],
}

/// What a slot says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Its name.
    pub name: &'static str,
    /// What it says; slots in it are filled in turn.
    pub says: &'static str,
    /// It says nothing where one of these stands in the clause…
    pub unless: &'static [&'static str],
    /// …or in an earlier clause of the ordinance.
    pub unless_before: &'static [&'static str],
    /// Only where one of these stands in the clause or in an earlier one; empty where nothing is asked.
    pub only: &'static [&'static str],
    /// Only where one of these stands in a later clause of the ordinance, or again in the clause; empty where nothing is asked.
    pub only_later: &'static [&'static str],
}

/// A decision of the drafter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Name; as a slot it says what was chosen.
    pub name: &'static str,
    /// What is decided, in Japanese.
    pub question: &'static str,
    /// The ways, that taken without a decision first.
    pub options: &'static [ChoiceOption],
}

/// A way to decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChoiceOption {
    /// Identifier.
    pub id: &'static str,
    /// In Japanese.
    pub label: &'static str,
    /// What the slot of the choice then says.
    pub says: &'static str,
    /// Whether it is shown as a draft of its own beside the first.
    pub beside: bool,
}

/// A changed place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edit {
    /// Ways in which the place is written; the first that stands is taken.
    pub ways: &'static [Way],
    /// Which of several places.
    pub which: Which,
    /// Whether the pattern fits without it.
    pub optional: bool,
    /// `choice=option`, or empty: always.
    pub when: &'static str,
}

/// A way in which a place is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// Template with `｛…｝`.
    pub find: &'static str,
    /// What is put there.
    pub put: &'static str,
    /// What its slots may not hold.
    pub without: &'static [&'static str],
}

/// Which of several places a template means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Which {
    /// The first.
    First,
    /// The last.
    Last,
    /// All.
    All,
    /// The only one; several are no match.
    Only,
}

/// A change in a clause that refers to the amended one: only the words that a real 改め文 quoted, the rest of that clause stays to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Companion {
    /// Template with `｛…｝`.
    pub find: &'static str,
    /// What is put there.
    pub put: &'static str,
    /// What follows in the clause; empty where nothing is asked.
    pub followed: &'static str,
    /// The precedent.
    pub proof: &'static str,
}

/// An added 項.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Addition {
    /// What it says.
    pub says: &'static str,
    /// `choice=option`, or empty: always.
    pub when: &'static str,
}
