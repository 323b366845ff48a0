//! Answers as they come back: known among other files, read one after another, and what taking them over would change.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::api::border::{Ask, Compact, Written};
use crate::api::reading::File;
use crate::api::review::with;
use crate::inquiry::answer::{FileAnswers, Seen, holds_answers, read_next};
use crate::inquiry::progress::{Progress, progress};
use crate::inquiry::take::{Looked, Plan, plan};
use crate::inquiry::{Number, Received, Sent};
use crate::review::ClauseKey;

/// Whether a file is one that a section sent back.
#[derive(Debug, Serialize, Deserialize)]
pub struct HoldsAnswers(pub File);

impl Ask for HoldsAnswers {
    const NAME: &'static str = "holds_answers";
    type Output = bool;

    fn answer(self) -> Result<bool, String> {
        Ok(holds_answers(&self.0.name, &self.0.bytes.read()))
    }
}

thread_local! {
    /// What files are read against, and the contents that were read, from the first file to the last.
    static READING: RefCell<Option<(Sent, Seen)>> = const { RefCell::new(None) };
}

/// Reads one of several files against what was sent.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadAnswers {
    /// The file.
    pub file: File,
    /// It is the first of them.
    pub first: bool,
}

impl Ask for ReadAnswers {
    const NAME: &'static str = "read_answers";
    type Output = Compact<Vec<FileAnswers>>;

    fn answer(self) -> Result<Self::Output, String> {
        READING.with(|reading| {
            let mut reading = reading.borrow_mut();
            if self.first {
                *reading = None;
            }
            let (sent, seen) = reading.get_or_insert_with(|| (with(|session| session.inquiry.sent()), Seen::new()));
            Ok(Compact(read_next(&self.file.name, &self.file.bytes.read(), sent, seen)))
        })
    }
}

/// What taking answers over would change; nothing is changed.
#[derive(Debug, Serialize, Deserialize)]
pub struct PlanAnswers(pub Compact<Answers>);

/// What the officer has before them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Answers {
    /// The files, with what was decided by hand.
    pub files: Vec<FileAnswers>,
    /// Answers entered by hand.
    pub by_hand: Written<Vec<Received>>,
    /// Rows that the officer has looked at.
    pub looked: Looked,
}

/// What becomes of answers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Planned {
    /// The answers that say something.
    pub received: Vec<Received>,
    /// What they would change.
    pub plan: Plan,
    /// Numbers whose clauses read otherwise since, or are gone.
    pub changed: BTreeSet<Number>,
}

impl Ask for PlanAnswers {
    const NAME: &'static str = "plan_answers";
    type Output = Written<Planned>;

    fn answer(self) -> Result<Self::Output, String> {
        let Compact(Answers { files, by_hand: Written(by_hand), looked }) = self.0;
        Ok(Written(with(|session| {
            let work = &session.inquiry;
            let mut received: Vec<Received> = files.iter().flat_map(|file| work.received(file)).collect();
            received.extend(by_hand);
            let plan = plan(work, session.desk.judgements(), &received, &looked);
            let keys: BTreeSet<ClauseKey> = session.desk.entries().iter().map(|entry| entry.key).collect();
            let index = work.index();
            let gone = |answer: &&Received| {
                let targets = index.get(&answer.number).map_or(&[][..], |(_, item)| &item.targets);
                !keys.is_empty() && !targets.iter().any(|target| keys.contains(&target.clause))
            };
            let changed = received.iter().filter(gone).map(|answer| answer.number).collect();
            Planned { received, plan, changed }
        })))
    }
}

/// Where the inquiry stands, by section.
#[derive(Debug, Serialize, Deserialize)]
pub struct Sections;

impl Ask for Sections {
    const NAME: &'static str = "sections";
    type Output = Compact<Vec<Progress>>;

    fn answer(self) -> Result<Self::Output, String> {
        Ok(Compact(with(|session| progress(&session.inquiry, session.desk.judgements(), session.today))))
    }
}
