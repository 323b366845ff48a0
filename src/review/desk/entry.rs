//! [`DeskEntry`]: what the index knows of one clause, some 60 bytes beside its text.

use crate::clause::Clause;
use crate::regulations::{Category, Finding, Verdict};

use super::super::category_set::CategorySet;
use super::super::judgement::{Decision, Judgement};
use super::super::key::ClauseKey;
use super::super::names::NameId;

/// The categories of a clause by what was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Decided {
    /// 該当
    pub applies: CategorySet,
    /// 非該当
    pub does_not_apply: CategorySet,
    /// 要確認
    pub to_check: CategorySet,
    /// 担当者が追加
    pub added: CategorySet,
}

impl Decided {
    pub(super) fn take(&mut self, category: Category, judgement: &Judgement) {
        match judgement.decision {
            Some(Decision::Applies) => self.applies.insert(category),
            Some(Decision::DoesNotApply) => self.does_not_apply.insert(category),
            Some(Decision::ToCheck) => self.to_check.insert(category),
            None => {}
        }
        if judgement.added.is_some() {
            self.added.insert(category);
        }
    }
}

/// What the index knows of one clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeskEntry {
    /// Its key.
    pub key: ClauseKey,
    /// 例規名
    pub title: NameId,
    /// 例規種別
    pub kind: NameId,
    /// 所管課: the officer's word, else the file's.
    pub department: NameId,
    /// 該当候補
    pub candidates: CategorySet,
    /// 要精査
    pub checks: CategorySet,
    /// What was decided.
    pub decided: Decided,
    /// The highest score of its findings, 0 to 100.
    pub score: u8,
    /// Whether a citation suggests that national law stands behind it.
    pub basis: bool,
    /// Whether it names a digital way.
    pub digital: bool,
}

/// How far one category of a clause is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// 未判定
    Undecided,
    /// 該当
    Applies,
    /// 非該当
    DoesNotApply,
    /// 要確認
    ToCheck,
}

impl State {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Undecided, Self::Applies, Self::DoesNotApply, Self::ToCheck];

    /// The state of what is decided so.
    #[must_use]
    pub const fn of(decision: Option<Decision>) -> Self {
        match decision {
            None => Self::Undecided,
            Some(Decision::Applies) => Self::Applies,
            Some(Decision::DoesNotApply) => Self::DoesNotApply,
            Some(Decision::ToCheck) => Self::ToCheck,
        }
    }

    /// Japanese name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Undecided => super::super::judgement::UNDECIDED,
            Self::Applies => Decision::Applies.name(),
            Self::DoesNotApply => Decision::DoesNotApply.name(),
            Self::ToCheck => Decision::ToCheck.name(),
        }
    }
}

impl DeskEntry {
    pub(super) fn new(clause: &Clause, title: NameId, kind: NameId, department: NameId) -> Self {
        Self {
            key: ClauseKey::of(clause),
            title,
            kind,
            department,
            candidates: CategorySet::EMPTY,
            checks: CategorySet::EMPTY,
            decided: Decided::default(),
            score: 0,
            basis: false,
            digital: false,
        }
    }

    pub(super) fn take_findings(&mut self, findings: &[Finding]) {
        for finding in findings {
            match finding.verdict {
                Verdict::Candidate => self.candidates.insert(finding.category),
                Verdict::Check => self.checks.insert(finding.category),
            }
            self.score = self.score.max(finding.score);
            self.basis |= finding.basis.is_some();
            self.digital |= finding.digital;
        }
    }

    /// The categories found by the page or added by the officer.
    #[must_use]
    pub const fn present(&self) -> CategorySet {
        self.candidates.or(self.checks).or(self.decided.added)
    }

    /// The categories added by the officer that the page had not found.
    #[must_use]
    pub const fn added(&self) -> CategorySet {
        self.decided.added.without(self.candidates.or(self.checks))
    }

    /// The categories in this state.
    #[must_use]
    pub const fn in_state(&self, state: State) -> CategorySet {
        let Decided { applies, does_not_apply, to_check, .. } = self.decided;
        let wanted = match state {
            State::Undecided => CategorySet::ALL.without(applies.or(does_not_apply).or(to_check)),
            State::Applies => applies,
            State::DoesNotApply => does_not_apply,
            State::ToCheck => to_check,
        };
        self.present().and(wanted)
    }

    /// The categories that wait for a decision.
    #[must_use]
    pub const fn undecided(&self) -> CategorySet {
        self.in_state(State::Undecided)
    }

    /// How far a category is decided.
    #[must_use]
    pub fn state(&self, category: Category) -> State {
        let mut decided = State::ALL.into_iter().skip(1);
        decided.find(|state| self.in_state(*state).contains(category)).unwrap_or(State::Undecided)
    }
}
