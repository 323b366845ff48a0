//! [`Filter`] and [`Order`]: which clauses are shown, and in what order (絞り込み, 並べ替え).
//!
//! Within one kind of condition any choice suffices, between kinds all must hold. Category, verdict and decision must
//! hold for one and the same category of the clause.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use crate::regulations::Category;

use super::category_set::CategorySet;
use super::comparison::Standing;
use super::desk::{Desk, DeskEntry, State};
use super::key::searchable;
use super::names::{NameId, Names};

/// How a category came to stand with a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// 該当候補
    Candidate,
    /// 要精査: worth a look, as the page says; the officer's own word 要確認 is a decision
    Check,
    /// 担当者が追加
    Added,
    /// 検出なし: the clause has no category at all.
    Nothing,
}

impl Found {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Candidate, Self::Check, Self::Added, Self::Nothing];

    /// Japanese name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Candidate => "該当候補",
            Self::Check => "要精査",
            Self::Added => "担当者が追加",
            Self::Nothing => "検出なし",
        }
    }
}

impl DeskEntry {
    /// The categories that came to stand with the clause in this way.
    #[must_use]
    pub const fn found(&self, found: Found) -> CategorySet {
        match found {
            Found::Candidate => self.candidates,
            Found::Check => self.checks,
            Found::Added => self.added(),
            Found::Nothing => CategorySet::EMPTY,
        }
    }
}

/// What is shown. Empty lists and `None` ask nothing; without `found` every clause with a category is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// 規制区分
    pub categories: Vec<Category>,
    /// How the category was found.
    pub found: Vec<Found>,
    /// How far it is decided.
    pub states: Vec<State>,
    /// 例規種別, as the file names them.
    pub kinds: Vec<String>,
    /// 所管課
    pub departments: Vec<String>,
    /// Whether a citation suggests that national law stands behind it.
    pub basis: Option<bool>,
    /// Whether the clause names a digital way.
    pub digital: Option<bool>,
    /// How the clause stands to the former collection.
    pub standings: Vec<Standing>,
    /// Words that must all occur in 例規名, 条項, 見出し, 本文 or 所管課; width and white space do not matter.
    pub words: String,
}

impl Filter {
    /// The categories of a clause that it asks for: those that a decision in bulk may reach.
    #[must_use]
    pub fn shown_of(&self, entry: &DeskEntry) -> CategorySet {
        let found = if self.found.is_empty() { &FLAGGED } else { self.found.as_slice() };
        let found = found.iter().fold(CategorySet::EMPTY, |set, found| set.or(entry.found(*found)));
        let states = if self.states.is_empty() { &State::ALL } else { self.states.as_slice() };
        let states = states.iter().fold(CategorySet::EMPTY, |set, state| set.or(entry.in_state(*state)));
        self.wanted().and(found).and(states)
    }

    /// The categories that it asks for, whatever the clause.
    #[must_use]
    pub fn wanted(&self) -> CategorySet {
        if self.categories.is_empty() { CategorySet::ALL } else { self.categories.iter().copied().collect() }
    }
}

/// What the list is ordered by; ordinances stay together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// 読み込んだ順
    #[default]
    AsRead,
    /// 例規名順
    Title,
    /// 所管課順
    Department,
    /// 該当の可能性が高い順: candidates before what is only worth a look, the firmest first.
    Firmest,
}

impl Order {
    /// All four.
    pub const ALL: [Self; 4] = [Self::AsRead, Self::Title, Self::Department, Self::Firmest];
}

/// What is shown without a wish: whatever has a category.
const FLAGGED: [Found; 3] = [Found::Candidate, Found::Check, Found::Added];

/// The filter made ready: bits and numbers instead of lists and names.
struct Ready<'a> {
    desk: &'a Desk,
    kinds: Option<Vec<NameId>>,
    departments: Option<Vec<NameId>>,
    filter: &'a Filter,
    words: Vec<String>,
}

/// The indices of the clauses that the filter shows, in order.
#[must_use]
pub fn select(desk: &Desk, filter: &Filter, order: Order) -> Vec<u32> {
    let ready = Ready::new(desk, filter);
    let shown = (0_u32..).zip(desk.entries()).filter(|(index, entry)| ready.shows(*index as usize, entry));
    let mut shown: Vec<u32> = shown.map(|(index, _)| index).collect();
    sort(desk, &mut shown, order);
    shown
}

impl<'a> Ready<'a> {
    fn new(desk: &'a Desk, filter: &'a Filter) -> Self {
        Self {
            desk,
            kinds: known(desk.kinds(), &filter.kinds),
            departments: known(desk.departments(), &filter.departments),
            filter,
            words: filter.words.split_whitespace().map(searchable).collect(),
        }
    }

    fn shows(&self, index: usize, entry: &DeskEntry) -> bool {
        self.shows_category(entry)
            && self.kinds.as_ref().is_none_or(|kinds| kinds.contains(&entry.kind))
            && self.departments.as_ref().is_none_or(|departments| departments.contains(&entry.department))
            && self.filter.basis.is_none_or(|basis| basis == entry.basis)
            && self.filter.digital.is_none_or(|digital| digital == entry.digital)
            && self.shows_standing(index)
            && self.words.iter().all(|word| self.has_word(index, entry, word))
    }

    fn shows_category(&self, entry: &DeskEntry) -> bool {
        if entry.present().is_empty() {
            let everything = self.filter.categories.is_empty() && self.filter.states.is_empty();
            return everything && self.filter.found.contains(&Found::Nothing);
        }
        !self.filter.shown_of(entry).is_empty()
    }

    fn shows_standing(&self, index: usize) -> bool {
        let standing = self.desk.comparison().standing(index);
        self.filter.standings.is_empty() || standing.is_some_and(|standing| self.filter.standings.contains(&standing))
    }

    fn has_word(&self, index: usize, entry: &DeskEntry, word: &str) -> bool {
        let department = self.desk.departments().name(entry.department);
        self.desk.searchable(index).contains(word) || searchable(&department).contains(word)
    }
}

fn known(names: &Names, wanted: &[String]) -> Option<Vec<NameId>> {
    (!wanted.is_empty()).then(|| wanted.iter().filter_map(|name| names.known(name)).collect())
}

fn sort(desk: &Desk, shown: &mut [u32], order: Order) {
    let entry = |index: &u32| desk.entries().get(*index as usize);
    let rank = |ranks: &[u32], id: Option<NameId>| id.and_then(|id| ranks.get(id.place()).copied()).unwrap_or(0);
    match order {
        Order::AsRead => shown.sort_by_key(|index| (entry(index).map(|entry| entry.title), *index)),
        Order::Title => {
            let ranks = desk.titles().ranks();
            shown.sort_by_key(|index| (rank(&ranks, entry(index).map(|entry| entry.title)), *index));
        }
        Order::Department => {
            let ranks = desk.departments().ranks();
            let department = |index: &u32| rank(&ranks, entry(index).map(|entry| entry.department));
            shown.sort_by_key(|index| (department(index), entry(index).map(|entry| entry.title), *index));
        }
        Order::Firmest => {
            shown.sort_by_key(|index| (entry(index).map(|entry| (Reverse(entry.score), entry.title)), *index));
        }
    }
}
