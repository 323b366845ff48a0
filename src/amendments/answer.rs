//! [`Advisor`]: everything about one clause: precedents, what the state did, drafts.

use crate::clause::Clause;
use crate::regulations::{Classifier, Workspace};

use super::drafting::{Drafter, Drafts, Ordinance, Request};
use super::national::{National, behind};
use super::records::Records;
use super::settings::Settings;
use super::similarity::{Index, Near};

/// What is known about a clause.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Precedents from the nearest on.
    pub precedents: Vec<Near>,
    /// Provisions of its categories that were inserted whole, from the nearest on.
    pub inserted: Vec<Near>,
    /// Amended national provisions behind it.
    pub national: Vec<National>,
    /// Drafts, or why there is none.
    pub drafts: Drafts,
}

impl Answer {
    /// What to know where a clause rests on a law (`basis`, as the clause cites it) and nothing that it cites is known to be amended.
    #[must_use]
    pub fn unchanged(&self, basis: &str) -> Option<String> {
        let amended = self.national.iter().any(|national| national.cited);
        (!amended && !basis.is_empty()).then(|| {
            format!(
                "この条が基づくと見られる「{basis}」の改正は、本ツールの一覧にありません。国の法令が方法を定めているときは、条例だけでは変えられません。e-Govで今の条文を確かめてください。"
            )
        })
    }
}

/// Answers clauses. Built once.
#[derive(Debug, Clone)]
pub struct Advisor {
    drafter: Drafter,
    index: Index,
    records: &'static Records,
}

impl Default for Advisor {
    fn default() -> Self {
        Self::new()
    }
}

impl Advisor {
    /// Reads patterns and precedents.
    #[must_use]
    pub fn new() -> Self {
        let records = Records::get();
        Self { drafter: Drafter::new(), index: Index::new(records), records }
    }

    /// The drafter.
    #[must_use]
    pub const fn drafter(&self) -> &Drafter {
        &self.drafter
    }

    /// The answer for a clause; `skip` names precedents that are not to be shown.
    #[must_use]
    pub fn answer(&self, request: &Request<'_>, skip: impl Fn(usize) -> bool) -> Answer {
        let clause = request.clause;
        let texts: Vec<&str> = request.ordinance.clauses().iter().map(|clause| clause.text.as_str()).collect();
        Answer {
            precedents: self.index.nearest(&clause.text, skip),
            inserted: self.index.inserted(&clause.text, |index| {
                self.records.inserted.get(index).is_some_and(|one| one.fits(&clause.text, request.categories))
            }),
            national: behind(self.records, &clause.title, &clause.text, &texts),
            drafts: self.drafter.draft(request),
        }
    }

    /// As [`Self::answer`] with the settings as they come and nothing chosen.
    #[must_use]
    pub fn plain(&self, clause: &Clause, categories: &[&str], ordinance: &Ordinance<'_>) -> Answer {
        let settings = Settings::default();
        self.answer(&Request { clause, categories, ordinance, drafted: &[], settings: &settings, chosen: &[] }, |_| {
            false
        })
    }
}

/// The categories that classification finds, by identifier.
#[must_use]
pub fn found(classifier: &Classifier, clause: &Clause, space: &mut Workspace) -> Vec<&'static str> {
    classifier.classify_with(clause, space).iter().map(|finding| finding.category.id()).collect()
}
