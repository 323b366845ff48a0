//! [`Comparison`]: what an updated collection brings: clauses that are new, changed or gone.
//!
//! Takes the former and the present clauses with their keys. A clause with its key in both is the same; one at the
//! same place (例規名, 条項) with other words is changed; the others are new or gone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::clause::Clause;

use super::judgement::{Judged, Target};
use super::judgements::Judgements;
use super::key::{ClauseKey, Fingerprint};

/// How a clause stands to the former collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// 変更なし
    Same,
    /// 新規
    New,
    /// 文言変更
    Changed,
}

impl Standing {
    /// All three.
    pub const ALL: [Self; 3] = [Self::New, Self::Changed, Self::Same];

    /// Japanese name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "変更なし",
            Self::New => "新規",
            Self::Changed => "文言変更",
        }
    }
}

/// A clause that the present collection no longer has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gone {
    /// Its key: its judgements are kept.
    pub key: ClauseKey,
    /// 例規名
    pub title: Arc<str>,
    /// 条項
    pub article: String,
    /// Its words.
    pub text: String,
}

/// The former words of a changed clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Former {
    /// The former key, under which the judgements on the former words are kept.
    pub key: ClauseKey,
    /// The former words.
    pub text: String,
}

/// The outcome; empty before a collection was replaced. It is written into the work file, so that work on an updated
/// list goes on where it was.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Comparison {
    standings: Vec<Standing>,
    former: BTreeMap<usize, Former>,
    gone: Vec<Gone>,
    /// Clauses that only changed the name of their ordinance: the former key and the present one. Of use only until
    /// their judgements are carried over.
    #[serde(skip)]
    renamed: Vec<(ClauseKey, ClauseKey)>,
}

type Place<'a> = (&'a str, u8, &'a str);

impl Comparison {
    /// Compares two collections, each with the keys of its clauses.
    #[must_use]
    pub fn new(former: (&[Clause], &[ClauseKey]), present: (&[Clause], &[ClauseKey])) -> Self {
        if former.0.is_empty() {
            return Self::default();
        }
        let present_keys: BTreeSet<ClauseKey> = present.1.iter().copied().collect();
        let former_keys: BTreeSet<ClauseKey> = former.1.iter().copied().collect();
        let mut left: BTreeMap<Place<'_>, Vec<(&Clause, ClauseKey)>> = BTreeMap::new();
        for (clause, key) in former.0.iter().zip(former.1).rev().filter(|(_, key)| !present_keys.contains(key)) {
            left.entry(place(clause)).or_default().push((clause, *key));
        }
        let mut comparison = Self::default();
        for (index, (clause, key)) in present.0.iter().zip(present.1).enumerate() {
            let standing = if former_keys.contains(key) {
                Standing::Same
            } else if let Some((before, key)) = counterpart(clause, &mut left) {
                comparison.former.insert(index, Former { key, text: before.text.clone() });
                Standing::Changed
            } else {
                Standing::New
            };
            comparison.standings.push(standing);
        }
        let mut gone: BTreeSet<ClauseKey> = left.into_values().flatten().map(|(_, key)| key).collect();
        comparison.renamed = comparison.match_renamed(&mut gone, present.1);
        let gone_clauses = former.0.iter().zip(former.1).filter(|(_, key)| gone.contains(key));
        comparison.gone = gone_clauses.map(|(clause, key)| gone_clause(clause, *key)).collect();
        comparison
    }

    /// How a clause stands; `None` where nothing was replaced.
    #[must_use]
    pub fn standing(&self, index: usize) -> Option<Standing> {
        self.standings.get(index).copied()
    }

    /// Whether it is of a collection of so many clauses.
    #[must_use]
    pub fn fits(&self, clauses: usize) -> bool {
        self.standings.len() == clauses && self.former.keys().all(|index| *index < clauses)
    }

    /// Further clauses came below those of the collection: the former one did not have them.
    pub(super) fn grow(&mut self, clauses: usize) {
        if !self.standings.is_empty() {
            self.standings.resize(clauses, Standing::New);
        }
    }

    /// Whether nothing was replaced.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.standings.is_empty() && self.gone.is_empty()
    }

    /// The former words of a changed clause.
    #[must_use]
    pub fn former(&self, index: usize) -> Option<&Former> {
        self.former.get(&index)
    }

    /// The clauses that are gone, in the order of the former collection.
    #[must_use]
    pub fn gone(&self) -> &[Gone] {
        &self.gone
    }

    /// How many clauses stand so.
    #[must_use]
    pub fn count(&self, standing: Standing) -> usize {
        self.standings.iter().filter(|other| **other == standing).count()
    }

    /// What the present keys of renamed ordinances are to be judged, where they are not judged yet.
    #[must_use]
    pub fn carried_over(&self, judgements: &Judgements) -> Vec<Judged> {
        let mut carried = Vec::new();
        for (former, present) in &self.renamed {
            for (category, judgement) in judgements.of_clause(*former) {
                let target = Target { clause: *present, category };
                if judgements.of(&target).is_empty() {
                    carried.push(Judged { target, judgement: judgement.clone() });
                }
            }
        }
        carried
    }

    /// New clauses of an ordinance of which at least half the clauses are gone from one other ordinance, word for
    /// word: it has a new name. Words that many ordinances share are not enough.
    fn match_renamed(&mut self, gone: &mut BTreeSet<ClauseKey>, keys: &[ClauseKey]) -> Vec<(ClauseKey, ClauseKey)> {
        let mut by_words: BTreeMap<Fingerprint, Vec<ClauseKey>> = BTreeMap::new();
        for key in gone.iter() {
            by_words.entry(key.text).or_default().push(*key);
        }
        let mut clauses: BTreeMap<Fingerprint, usize> = BTreeMap::new();
        let mut shared: BTreeMap<(Fingerprint, Fingerprint), usize> = BTreeMap::new();
        for (standing, key) in self.standings.iter().zip(keys) {
            *clauses.entry(key.title).or_default() += 1;
            for former in by_words.get(&key.text).into_iter().flatten().filter(|_| *standing == Standing::New) {
                *shared.entry((key.title, former.title)).or_default() += 1;
            }
        }
        let renamed = |key: &ClauseKey, former: &ClauseKey| {
            let all = clauses.get(&key.title).copied().unwrap_or(usize::MAX);
            shared.get(&(key.title, former.title)).is_some_and(|shared| shared * 2 >= all)
        };
        let mut pairs = Vec::new();
        for (standing, key) in self.standings.iter_mut().zip(keys).filter(|(standing, _)| **standing == Standing::New) {
            let former = by_words.get(&key.text).and_then(|formers| formers.iter().find(|former| renamed(key, former)));
            if let Some(former) = former {
                *standing = Standing::Same;
                gone.remove(former);
                pairs.push((*former, *key));
            }
        }
        pairs
    }
}

/// The former clause at the same place; a clause without a place has none.
fn counterpart<'a>(
    clause: &'a Clause,
    left: &mut BTreeMap<Place<'a>, Vec<(&'a Clause, ClauseKey)>>,
) -> Option<(&'a Clause, ClauseKey)> {
    if clause.article.is_empty() { None } else { left.get_mut(&place(clause)).and_then(Vec::pop) }
}

fn place(clause: &Clause) -> Place<'_> {
    (&clause.title, clause.part as u8, &clause.article)
}

fn gone_clause(clause: &Clause, key: ClauseKey) -> Gone {
    Gone { key, title: Arc::clone(&clause.title), article: clause.article.clone(), text: clause.text.clone() }
}
