//! What goes out: 新旧対照表, 改め文, the skeleton of a collective ordinance (一括整備条例), and the sheet 改正案.
//!
//! Takes clauses with their drafts as the officer left them; gives documents and tables. Everything is a たたき台 and says so.

mod acts;
mod comparison;
mod marks;
mod sheet;

pub use acts::{amendments, omnibus};
pub use comparison::comparison;
pub use marks::{Mark, Marked, marked};
pub use sheet::{Listed, sheet};

use crate::clause::Clause;

use super::drafting::Draft;

/// What every paper begins with.
pub const NOTICE: &str = "たたき台です。法規担当の審査を受けてください。";

/// A clause with its draft.
#[derive(Debug, Clone)]
pub struct Amended<'a> {
    /// The clause.
    pub clause: &'a Clause,
    /// Its draft.
    pub draft: Draft,
    /// Whether it was edited by hand.
    pub by_hand: bool,
}

/// What an act of a town is; one that amends it is of the same kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActKind {
    /// 条例
    Ordinance,
    /// 規則
    Rule,
    /// 規程
    Regulation,
    /// 要綱
    Outline,
    /// 訓令
    Directive,
    /// 細則
    DetailedRule,
}

impl ActKind {
    const ALL: [Self; 6] =
        [Self::Ordinance, Self::Rule, Self::Regulation, Self::Outline, Self::Directive, Self::DetailedRule];

    /// Japanese name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ordinance => "条例",
            Self::Rule => "規則",
            Self::Regulation => "規程",
            Self::Outline => "要綱",
            Self::Directive => "訓令",
            Self::DetailedRule => "細則",
        }
    }
}

/// The amended clauses of one ordinance.
#[derive(Debug, Clone)]
pub struct Bill<'a> {
    /// 例規名
    pub title: &'a str,
    /// 例規番号, else empty.
    pub number: &'a str,
    /// 例規種別
    pub kind: &'a str,
    /// Its clauses in their order.
    pub amended: Vec<Amended<'a>>,
}

impl<'a> Bill<'a> {
    /// Clauses put together by ordinance, in the order in which they come.
    #[must_use]
    pub fn of(amended: Vec<Amended<'a>>) -> Vec<Self> {
        let mut bills: Vec<Self> = Vec::new();
        for one in amended {
            let clause = one.clause;
            match bills
                .iter_mut()
                .find(|bill| bill.title == clause.title.as_ref() && bill.number == clause.number.as_ref())
            {
                Some(bill) => bill.amended.push(one),
                None => bills.push(Self {
                    title: &clause.title,
                    number: &clause.number,
                    kind: &clause.kind,
                    amended: vec![one],
                }),
            }
        }
        bills
    }

    /// What it is, by its title where it names no kind.
    #[must_use]
    pub fn act(&self) -> ActKind {
        let known = |text: &str| ActKind::ALL.into_iter().find(|kind| text.ends_with(kind.name()));
        known(self.kind).or_else(|| known(self.title)).unwrap_or(ActKind::Ordinance)
    }

    /// The title with its number.
    #[must_use]
    pub fn named(&self) -> String {
        if self.number.is_empty() {
            format!("{}（〔　〕）", self.title)
        } else {
            format!("{}（{}）", self.title, self.number)
        }
    }
}
