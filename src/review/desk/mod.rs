//! [`Desk`]: the clauses of a town with what was found in them and what was decided, ready to be asked.
//!
//! Takes clauses from reading and judgements from the [`super::Ledger`], classifies in portions so that the first
//! results show while the rest is at work, and answers filters, counts and tables from an index made once.

mod entry;
mod repeats;
mod scope;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::clause::Clause;
use crate::regulations::{Classifier, Finding, Workspace};

use super::comparison::{Comparison, Gone};
use super::judgement::Judged;
use super::judgements::Judgements;
use super::key::{ClauseKey, Fingerprint, searchable};
use super::likeness;
use super::names::{NameId, Names};

pub use entry::{Decided, DeskEntry, State};
pub use repeats::Repeats;

/// How far classification has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Classified {
    /// Clauses classified.
    pub done: usize,
    /// Clauses in all.
    pub of: usize,
}

/// The clauses under review.
#[derive(Debug, Default)]
pub struct Desk {
    clauses: Vec<Clause>,
    entries: Vec<DeskEntry>,
    findings: Vec<Vec<Finding>>,
    /// What words are looked for in, made when they are looked for first.
    searchable: OnceCell<Vec<Box<str>>>,
    /// What the clauses of one template have in common, each made when it is asked for first.
    templates: Vec<OnceCell<Fingerprint>>,
    /// Keys in their order, with the index of each clause.
    by_key: Vec<(ClauseKey, u32)>,
    judgements: Judgements,
    titles: Names,
    kinds: Names,
    departments: Names,
    /// 所管課 of whole ordinances, by the fingerprint of their title.
    assigned: BTreeMap<Fingerprint, Arc<str>>,
    comparison: Comparison,
    classifier: Classifier,
    space: Workspace,
}

impl Desk {
    /// A desk without clauses.
    #[must_use]
    pub fn new() -> Self {
        Self { classifier: Classifier::new(), ..Self::default() }
    }

    /// Adds further clauses below those that are there.
    pub fn add(&mut self, clauses: Vec<Clause>) {
        let first = self.clauses.len();
        self.searchable = OnceCell::new();
        self.clauses.extend(clauses);
        self.comparison.grow(self.clauses.len());
        self.index(first);
    }

    /// Puts an updated collection in place of the clauses and compares the two. Judgements of ordinances that only
    /// changed their name are carried over: they are given back for the ledger.
    pub fn replace(&mut self, clauses: Vec<Clause>) -> Vec<Judged> {
        let former = std::mem::take(&mut self.clauses);
        let former_keys: Vec<ClauseKey> = self.entries.iter().map(|entry| entry.key).collect();
        self.clauses = clauses;
        self.entries.clear();
        self.findings.clear();
        self.searchable = OnceCell::new();
        (self.titles, self.kinds, self.departments) = (Names::default(), Names::default(), Names::default());
        self.index(0);
        let keys: Vec<ClauseKey> = self.entries.iter().map(|entry| entry.key).collect();
        self.comparison = Comparison::new((&former, &former_keys), (&self.clauses, &keys));
        let carried = self.comparison.carried_over(&self.judgements);
        self.judge(&carried);
        carried
    }

    /// Lays all judgements anew, as after opening a work file.
    pub fn set_judgements(&mut self, judgements: Judgements) {
        self.judgements = judgements;
        for index in 0..self.entries.len() {
            self.refresh(index);
        }
    }

    /// Lays down the 所管課 of ordinances, by the fingerprint of their title. A judgement's own 所管課 stands above it,
    /// the file's below.
    pub fn assign(&mut self, assigned: BTreeMap<Fingerprint, Arc<str>>) {
        self.assigned = assigned;
        for index in 0..self.entries.len() {
            self.refresh(index);
        }
    }

    /// Takes over what was judged on the page.
    pub fn judge(&mut self, judged: &[Judged]) {
        for Judged { target, judgement } in judged {
            self.judgements.set(*target, judgement.clone());
            for index in self.with_key(target.clause).collect::<Vec<_>>() {
                self.refresh(index);
            }
        }
    }

    /// Classifies the next clauses, at most `most`.
    pub fn classify(&mut self, most: usize) -> Classified {
        let first = self.findings.len();
        let last = self.clauses.len().min(first.saturating_add(most));
        for index in first..last {
            let Some(clause) = self.clauses.get(index) else { break };
            let findings = self.classifier.classify_with(clause, &mut self.space);
            if let Some(entry) = self.entries.get_mut(index) {
                entry.take_findings(&findings);
            }
            self.findings.push(findings);
            self.refresh(index);
        }
        self.classified()
    }

    /// How far classification has come.
    #[must_use]
    pub const fn classified(&self) -> Classified {
        Classified { done: self.findings.len(), of: self.clauses.len() }
    }

    /// All clauses in the order of reading.
    #[must_use]
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// What the index knows of each clause.
    #[must_use]
    pub fn entries(&self) -> &[DeskEntry] {
        &self.entries
    }

    /// What was found in a clause.
    #[must_use]
    pub fn findings(&self, index: usize) -> &[Finding] {
        self.findings.get(index).map_or(&[], Vec::as_slice)
    }

    /// What classifies: for whoever wants to know what was not counted.
    #[must_use]
    pub const fn classifier(&self) -> &Classifier {
        &self.classifier
    }

    /// The words of a clause as they are searched: 例規名, 条項, 見出し and 本文.
    #[must_use]
    pub fn searchable(&self, index: usize) -> &str {
        let texts = self.searchable.get_or_init(|| self.clauses.iter().map(words_of).collect());
        texts.get(index).map_or("", |text| text)
    }

    /// What a clause has in common with those of the same template; its words where it is of none.
    #[must_use]
    pub fn template(&self, index: usize) -> Fingerprint {
        let (Some(made), Some(clause)) = (self.templates.get(index), self.clauses.get(index)) else {
            return Fingerprint::LEAST;
        };
        *made.get_or_init(|| {
            let form = likeness::form(&clause.title, &clause.text);
            form.map_or_else(|| Fingerprint::of(&clause.text), |form| Fingerprint::of_bytes(form.as_bytes()))
        })
    }

    /// What was judged.
    #[must_use]
    pub const fn judgements(&self) -> &Judgements {
        &self.judgements
    }

    /// 例規名
    #[must_use]
    pub const fn titles(&self) -> &Names {
        &self.titles
    }

    /// 例規種別
    #[must_use]
    pub const fn kinds(&self) -> &Names {
        &self.kinds
    }

    /// 所管課
    #[must_use]
    pub const fn departments(&self) -> &Names {
        &self.departments
    }

    /// Lays down how the collection differs from a former one, as a work file tells it.
    pub fn set_comparison(&mut self, comparison: Comparison) {
        self.comparison = comparison;
    }

    /// How the collection differs from the one that it replaced.
    #[must_use]
    pub const fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// The clauses of the former collection that are gone.
    #[must_use]
    pub fn gone(&self) -> &[Gone] {
        self.comparison.gone()
    }

    /// The indices of the clauses with this key: more than one where an ordinance says the same words twice.
    pub fn with_key(&self, key: ClauseKey) -> impl Iterator<Item = usize> {
        self.found(move |(other, _)| *other < key, move |(other, _)| *other == key)
    }

    /// The indices of the clauses with these words, of whatever ordinance.
    pub fn with_wording(&self, text: Fingerprint) -> impl Iterator<Item = usize> {
        self.found(move |(key, _)| key.text < text, move |(key, _)| key.text == text)
    }

    /// The clauses of the ordinance of a clause that stand together with it in the order of reading.
    #[must_use]
    pub fn ordinance(&self, index: usize) -> Range<usize> {
        let title = |index: usize| self.entries.get(index).map(|entry| entry.title);
        let own = title(index);
        let first = (0..index).rev().take_while(|before| title(*before) == own).last().unwrap_or(index);
        let after = (index + 1..self.entries.len()).find(|after| title(*after) != own).unwrap_or(self.entries.len());
        first..after
    }

    fn found(
        &self,
        before: impl Fn(&(ClauseKey, u32)) -> bool,
        within: impl Fn(&(ClauseKey, u32)) -> bool,
    ) -> impl Iterator<Item = usize> {
        let first = self.by_key.partition_point(before);
        self.by_key.iter().skip(first).take_while(move |pair| within(pair)).map(|(_, index)| *index as usize)
    }

    /// Indexes the clauses from `first` on.
    fn index(&mut self, first: usize) {
        for clause in self.clauses.iter().skip(first) {
            let title = self.titles.id(&clause.title);
            let kind = self.kinds.id(&clause.kind);
            let department = self.departments.id(&clause.department);
            self.entries.push(DeskEntry::new(clause, title, kind, department));
        }
        self.templates.truncate(first);
        self.templates.resize_with(self.entries.len(), OnceCell::new);
        self.by_key = (0_u32..).zip(&self.entries).map(|(index, entry)| (entry.key, index)).collect();
        self.by_key.sort_unstable();
        for index in first..self.entries.len() {
            self.refresh(index);
        }
    }

    /// Takes the judgements of a clause over into its entry.
    fn refresh(&mut self, index: usize) {
        let Some(entry) = self.entries.get_mut(index) else { return };
        entry.decided = Decided::default();
        let mut department: Option<Arc<str>> = None;
        for (category, judgement) in self.judgements.of_clause(entry.key) {
            entry.decided.take(category, judgement);
            if department.is_none() && !judgement.department.is_empty() {
                department = Some(Arc::from(judgement.department.as_str()));
            }
        }
        let assigned = || self.assigned.get(&entry.key.title).cloned();
        let own = || self.clauses.get(index).map(|clause| Arc::clone(&clause.department));
        entry.department = self.departments.id(&department.or_else(assigned).or_else(own).unwrap_or_default());
    }

    fn title_id(&self, index: usize) -> Option<NameId> {
        self.entries.get(index).map(|entry| entry.title)
    }
}

fn words_of(clause: &Clause) -> Box<str> {
    let parts = [&*clause.title, &clause.article, &clause.caption, &clause.text];
    searchable(&parts.join("\u{1}")).into()
}
