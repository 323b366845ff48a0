//! The inquiry in the worker of the review desk: laying it there, and 所管課 of all ordinances.
//!
//! The page keeps the inquiry, as it keeps the decisions; the worker has a copy by which it counts, filters and writes.

mod answers;
mod clause;
mod departments;
mod merging;
mod outgoing;
mod summarising;

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::border::{Ask, Written};
use super::review::with;
use crate::date::Date;
use crate::inquiry::{Asked, Received, Work};

pub use answers::{Answers, HoldsAnswers, PlanAnswers, Planned, ReadAnswers, Sections};
pub use clause::{AskedView, InquiryView, ShowInquiry};
pub use departments::{Departments, DepartmentsView, ListTaken, ReadDepartments};
pub use merging::{Choices, Disputed, Disputes, Merge, United};
pub use outgoing::{Books, Prepare, Which, WriteBooks};
pub use summarising::Summarise;

/// Lays the inquiry, or what changed of it.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendInquiry(pub Written<InquiryChanges>);

/// The inquiry; what may be long crosses only where it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InquiryChanges {
    /// All but rounds and answers.
    pub work: Work,
    /// The rounds, where they changed.
    pub rounds: Option<Arc<Vec<Asked>>>,
    /// The answers, where they changed.
    pub answers: Option<Arc<BTreeSet<Received>>>,
    /// The day by which deadlines are judged.
    pub today: Date,
}

impl Ask for SendInquiry {
    const NAME: &'static str = "send_inquiry";
    type Output = ();

    fn answer(self) -> Result<(), String> {
        let InquiryChanges { mut work, rounds, answers, today } = self.0.0;
        with(|session| {
            work.rounds = rounds.unwrap_or_else(|| Arc::clone(&session.inquiry.rounds));
            work.answers = answers.unwrap_or_else(|| Arc::clone(&session.inquiry.answers));
            session.set_inquiry(work, Some(today));
        });
        Ok(())
    }
}
