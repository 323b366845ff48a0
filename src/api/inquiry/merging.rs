//! Two work files become one (統合): what would become of them, and what differs, for the officer to choose.
//!
//! Asked once with nothing chosen, to show what differs, and once more with what the officer chose.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::api::border::{Ask, Bytes, Written};
use crate::api::reading::PackedClauses;
use crate::api::review::{Session, with};
use crate::clause::Clause;
use crate::inquiry::merge::{Difference, Differences, Dispute, Field, Merged, Side, merge};
use crate::inquiry::merge_sections::{further, sections};
use crate::inquiry::{SECTION, Work};
use crate::review::work_file::{self, Refused, WorkFile};
use crate::review::{ClauseKey, Judged, JudgementSection, Target};

/// The section of the judgements.
const REVIEW: &str = "review";

/// Unites the work in the page with a work file.
#[derive(Debug, Serialize, Deserialize)]
pub struct Merge {
    /// What the work in the page is called, for who decided where nobody is named.
    pub name: String,
    /// Now.
    pub now: String,
    /// Its sections as JSON text.
    pub sections: BTreeMap<String, String>,
    /// The other file.
    pub other: Bytes,
    /// Its name.
    pub other_name: String,
    /// What the officer chose.
    pub choices: Written<Choices>,
}

/// What the officer chose of what differs; what is left open stays a dispute, and what the first has stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Choices {
    /// Of judgements: the value.
    pub judged: Vec<(Target, Field, String)>,
    /// Of the rest: where the second stands, by what it is about and its place.
    pub second: BTreeSet<(String, String)>,
}

/// What becomes of both.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct United {
    /// When the other was saved.
    pub saved: String,
    /// Judgements that are not those of the page.
    pub judged: Vec<Judged>,
    /// Judgements of the other that could not be read, as they stand.
    pub unread: Vec<String>,
    /// The inquiry.
    pub work: Work,
    /// The sections of the other tools as JSON text.
    pub sections: BTreeMap<String, String>,
    /// Judgements that differ.
    pub disputes: Vec<Disputed>,
    /// What else differs.
    pub differences: Vec<Difference>,
    /// Clauses that only the other has.
    pub clauses: usize,
}

/// A dispute with where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disputed {
    /// 例規名, 条項 and 見出し; empty where no list has the clause.
    pub place: String,
    /// The value that stands.
    pub now: String,
    /// All that was said.
    pub dispute: Dispute,
}

impl Ask for Merge {
    const NAME: &'static str = "merge";
    type Output = Result<(Written<United>, Option<PackedClauses>), Refused>;

    fn answer(self) -> Result<Self::Output, String> {
        let other = match work_file::read(&self.other.read()) {
            Ok(other) => other,
            Err(refused) => return Ok(Err(refused)),
        };
        with(|session| {
            let (united, clauses) = self.unite(session, other)?;
            let packed = (!clauses.is_empty()).then(|| PackedClauses::pack(&clauses));
            Ok(Ok((Written(united), packed)))
        })
    }
}

impl Merge {
    fn unite(self, session: &Session, other: WorkFile) -> Result<(United, Vec<Clause>), String> {
        let Written(choices) = self.choices;
        let mut differences = Differences::choosing(&choices.second);
        let clauses = other.clauses.unwrap_or_default();
        let own: BTreeSet<ClauseKey> = session.desk.entries().iter().map(|entry| entry.key).collect();
        let further = if own.is_empty() || clauses.is_empty() {
            clauses.clone()
        } else {
            further(&own, &clauses, &mut differences)
        };
        let (first, _) = side(&self.sections, self.name, self.now)?;
        let (second, unread) = side(&other.sections, self.other_name, other.saved.clone())?;
        let mut merged = merge(&first, &second, &mut differences);
        for (target, field, value) in &choices.judged {
            merged.choose(*target, *field, value);
        }
        let tools = |of: &BTreeMap<String, String>| {
            let mut tools = of.clone();
            tools.retain(|name, _| name != REVIEW && name != SECTION);
            tools
        };
        let sections = sections(&tools(&self.sections), &tools(&other.sections), &mut differences);
        let disputes = disputed(session, &clauses, &merged);
        let judgements = merged.judgements.iter();
        let judged = judgements.filter(|(target, judgement)| first.judgements.of(target) != **judgement);
        let judged = judged.map(|(target, judgement)| Judged { target: *target, judgement: judgement.clone() });
        let united = United {
            saved: other.saved,
            judged: judged.collect(),
            unread,
            work: merged.work,
            sections,
            disputes,
            differences: differences.found,
            clauses: further.len(),
        };
        Ok((united, further))
    }
}

/// What is merged of one file, and its judgements that cannot be read.
fn side(sections: &BTreeMap<String, String>, name: String, saved: String) -> Result<(Side, Vec<String>), String> {
    let of = |name: &str| sections.get(name).map(String::as_str);
    let section = JudgementSection::read(of(REVIEW).unwrap_or("[]")).map_err(|error| format!("{REVIEW}: {error}"))?;
    let work = serde_json::from_str(of(SECTION).unwrap_or("{}")).map_err(|error| format!("{SECTION}: {error}"))?;
    Ok((Side { judgements: section.judgements, work, name, saved }, section.unread))
}

/// The disputes that were left open.
#[derive(Debug, Serialize, Deserialize)]
pub struct Disputes;

impl Ask for Disputes {
    const NAME: &'static str = "disputes";
    type Output = Written<Vec<Disputed>>;

    fn answer(self) -> Result<Self::Output, String> {
        Ok(Written(with(|session| {
            let (judgements, work) = (session.desk.judgements().clone(), session.inquiry.clone());
            disputed(session, &[], &Merged { judgements, work })
        })))
    }
}

/// The disputes with the places of their clauses, in either list.
fn disputed(session: &Session, others: &[Clause], merged: &Merged) -> Vec<Disputed> {
    let wanted: BTreeSet<ClauseKey> = merged.work.disputes.iter().map(|dispute| dispute.target.clause).collect();
    let name = |clause: &Clause| [&*clause.title, &clause.article, &clause.caption].join(" ").trim().to_owned();
    let own = session.desk.entries().iter().zip(session.desk.clauses()).map(|(entry, clause)| (entry.key, clause));
    let theirs = others.iter().filter(|_| !wanted.is_empty()).map(|clause| (ClauseKey::of(clause), clause));
    let mut places: BTreeMap<ClauseKey, String> = BTreeMap::new();
    for (key, clause) in own.chain(theirs).filter(|(key, _)| wanted.contains(key)) {
        places.entry(key).or_insert_with(|| name(clause));
    }
    let disputes = merged.work.disputes.iter().map(|dispute| Disputed {
        place: places.get(&dispute.target.clause).cloned().unwrap_or_default(),
        now: dispute.field.of(&merged.judgements.of(&dispute.target)).unwrap_or_default(),
        dispute: dispute.clone(),
    });
    disputes.collect()
}
