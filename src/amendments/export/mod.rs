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

    /// 条例, 規則, 規程 or 要綱, by its title where it names no kind.
    #[must_use]
    pub fn act(&self) -> &'static str {
        let kinds = ["条例", "規則", "規程", "要綱", "訓令", "細則"];
        let known = |text: &str| kinds.into_iter().find(|kind| text.ends_with(kind));
        known(self.kind).or_else(|| known(self.title)).unwrap_or("条例")
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
