//! One clause: its words, what was found in it, its surroundings and what bulk decisions from it would reach; and the
//! clauses that are gone.

use serde::{Deserialize, Serialize};

use super::{Session, count, with};
use crate::api::border::{Ask, Compact};
use crate::clause::Clause;
use crate::regulations::{Category, Explanation};
use crate::review::{ClauseKey, Decision, Former, Gone, Scope, Standing};

/// Everything about the clause with this index on the desk.
#[derive(Debug, Serialize, Deserialize)]
pub struct ShowClause(pub u32);

/// Everything about one clause.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClauseView {
    /// Its index on the desk.
    pub index: u32,
    /// Its key.
    pub key: ClauseKey,
    /// The clause itself.
    pub clause: Clause,
    /// What was found and what was not counted.
    pub explanation: Explanation,
    /// The clause before it in its ordinance.
    pub before: Option<Neighbour>,
    /// The clause behind it in its ordinance.
    pub after: Option<Neighbour>,
    /// How it stands to the former collection.
    pub standing: Option<Standing>,
    /// The former words of a changed clause, and what was decided on them.
    pub former: Option<(String, Vec<(Category, Decision)>)>,
}

/// A clause before or behind, for context.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbour {
    /// Its index on the desk.
    pub index: u32,
    /// 条項
    pub article: String,
    /// 見出し
    pub caption: String,
    /// Its text.
    pub text: String,
}

impl Ask for ShowClause {
    const NAME: &'static str = "show_clause";
    type Output = Compact<Option<ClauseView>>;

    fn answer(self) -> Result<Self::Output, String> {
        Ok(Compact(with(|session| session.clause(self.0 as usize))))
    }
}

/// How many targets bulk decisions from the clause with this index would reach.
#[derive(Debug, Serialize, Deserialize)]
pub struct Reach(pub u32);

/// How many targets a bulk decision would reach.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bulk {
    /// Undecided ones of this ordinance.
    pub rest_of_ordinance: u32,
    /// All with the same wording.
    pub same_wording: u32,
    /// Undecided ones that the filter shows.
    pub rest_of_shown: u32,
    /// The clauses that those stand in.
    pub shown_clauses: u32,
}

impl Ask for Reach {
    const NAME: &'static str = "reach";
    type Output = Bulk;

    fn answer(self) -> Result<Bulk, String> {
        Ok(with(|session| {
            let reach = |scope| count(session.targets(scope, self.0).len());
            let shown = session.targets(Scope::RestOfShown, self.0);
            // Targets are in the order of their clauses.
            let clauses = shown.chunk_by(|one, next| one.clause == next.clause).count();
            Bulk {
                rest_of_ordinance: reach(Scope::RestOfOrdinance),
                same_wording: reach(Scope::SameWording),
                rest_of_shown: count(shown.len()),
                shown_clauses: count(clauses),
            }
        }))
    }
}

/// The clauses that are gone from an updated collection, at most so many, those with judgements first.
#[derive(Debug, Serialize, Deserialize)]
pub struct FindGone(pub u32);

impl Ask for FindGone {
    const NAME: &'static str = "find_gone";
    type Output = Compact<Vec<(Gone, Vec<(Category, Decision)>)>>;

    fn answer(self) -> Result<Self::Output, String> {
        Ok(Compact(with(|session| {
            let decided = |gone: &Gone| (gone.clone(), session.desk.judgements().decisions_of(gone.key));
            let mut all: Vec<_> = session.desk.gone().iter().map(decided).collect();
            all.sort_by_key(|(_, decisions)| decisions.is_empty());
            all.truncate(self.0 as usize);
            all
        })))
    }
}

impl Session {
    fn clause(&self, index: usize) -> Option<ClauseView> {
        let (clause, entry) = (self.desk.clauses().get(index)?, self.desk.entries().get(index)?);
        let ordinance = self.desk.ordinance(index);
        let neighbour = |other: Option<usize>| {
            other.filter(|other| ordinance.contains(other)).and_then(|other| self.neighbour(other))
        };
        let decided = |former: &Former| (former.text.clone(), self.desk.judgements().decisions_of(former.key));
        // What the ordinance defines before the clause tells which law is meant.
        let earlier = self.desk.clauses().get(ordinance.start..index).unwrap_or(&[]);
        Some(ClauseView {
            index: count(index),
            key: entry.key,
            clause: clause.clone(),
            explanation: self.desk.classifier().explain_after(earlier, clause),
            before: neighbour(index.checked_sub(1)),
            after: neighbour(index.checked_add(1)),
            standing: self.desk.comparison().standing(index),
            former: self.desk.comparison().former(index).map(decided),
        })
    }

    fn neighbour(&self, index: usize) -> Option<Neighbour> {
        let clause = self.desk.clauses().get(index)?;
        Some(Neighbour {
            index: count(index),
            article: clause.article.clone(),
            caption: clause.caption.clone(),
            text: clause.text.clone(),
        })
    }
}
