//! [`Session`]: the desk and the list of one worker, and what the page sees of them.

use std::sync::Arc;

use crate::api::regulations::explanation;
use crate::clause::Clause;
use crate::regulations::{Category, Field, Role};
use crate::review::{
    ClauseKey, Desk, Entry, Filter, Found, Gone, Item, Judgements, Listing, Order, Scope, former_decisions, select,
};

use super::views::{Bulk, ClauseView, Excerpt, FoundView, GoneView, Neighbour, RowView, Selected, Selection};

/// What one worker keeps.
#[derive(Debug, Default)]
pub(super) struct Session {
    pub desk: Desk,
    pub listing: Listing,
}

/// Characters shown before and behind the first evidence.
const BEFORE: usize = 14;
const AFTER: usize = 40;

impl Session {
    pub fn new() -> Self {
        Self { desk: Desk::new(), listing: Listing::default() }
    }

    pub fn select(&mut self, selection: &Selection) -> Selected {
        self.listing = Listing::new(&self.desk, select(&self.desk, &selection.filter, selection.order));
        let items = (0_u32..).zip(self.listing.items());
        Selected {
            items: count(self.listing.items().len()),
            headings: items
                .filter(|(_, item)| matches!(item, Item::Ordinance { .. }))
                .map(|(place, _)| place)
                .collect(),
            without_category: count(self.without_category(&selection.filter)),
            clauses: count(self.listing.shown().len()),
            position: selection.keep.and_then(|index| self.listing.position(index)).map(count),
        }
    }

    /// How many clauses without a category the filter would show: where words are looked for, an empty list may mean
    /// that the words stand only in such clauses.
    fn without_category(&self, filter: &Filter) -> usize {
        if filter.words.trim().is_empty() || !filter.found.is_empty() {
            return 0;
        }
        let nothing =
            Filter { found: vec![Found::Nothing], categories: Vec::new(), states: Vec::new(), ..filter.clone() };
        select(&self.desk, &nothing, Order::AsRead).len()
    }

    /// The clauses that are gone, those with judgements first.
    pub fn gone(&self, most: usize) -> Vec<GoneView> {
        let view = |gone: &Gone| GoneView {
            title: Arc::clone(&gone.title),
            article: gone.article.clone(),
            text: gone.text.clone(),
            decisions: decisions(self.desk.judgements(), gone.key),
        };
        let mut all: Vec<GoneView> = self.desk.gone().iter().map(view).collect();
        all.sort_by_key(|gone| gone.decisions.is_empty());
        all.truncate(most);
        all
    }

    pub fn rows(&self, start: usize, most: usize) -> Vec<RowView> {
        let items = self.listing.items();
        let window = items.iter().enumerate().skip(start).take(most);
        window.filter_map(|(place, item)| self.row(place, *item)).collect()
    }

    fn row(&self, place: usize, item: Item) -> Option<RowView> {
        let clause = |index: u32| self.desk.clauses().get(index as usize);
        match item {
            Item::Ordinance { clauses } => {
                let Some(Item::Clause(first)) = self.listing.items().get(place + 1) else { return None };
                let entry = self.desk.entries().get(*first as usize)?;
                let title = Arc::clone(&clause(*first)?.title);
                Some(RowView::Ordinance { title, department: self.desk.departments().name(entry.department), clauses })
            }
            Item::Clause(index) => {
                let (place, clause) = (index as usize, clause(index)?);
                Some(RowView::Clause {
                    index,
                    key: self.desk.entries().get(place)?.key,
                    title: Arc::clone(&clause.title),
                    article: clause.article.clone(),
                    caption: clause.caption.clone(),
                    found: self.desk.entries().get(place).map(found).unwrap_or_default(),
                    excerpt: self.excerpt(place, clause),
                    standing: self.desk.comparison().standing(place),
                })
            }
        }
    }

    fn excerpt(&self, index: usize, clause: &Clause) -> Excerpt {
        let mut evidence = self.desk.findings(index).iter().flat_map(|finding| &finding.evidence);
        let first = evidence.find(|evidence| evidence.field == Field::Text && evidence.role == Role::Core);
        let (start, end) = first.map_or((0, 0), |evidence| (evidence.start as usize, evidence.end as usize));
        let part = |range: std::ops::Range<usize>| clause.text.get(range).unwrap_or_default();
        let before: Vec<char> = part(0..start).chars().rev().take(BEFORE + 1).collect();
        let cut = before.len() > BEFORE;
        let before: String = before.into_iter().take(BEFORE).rev().collect();
        let after: String = part(end..clause.text.len()).chars().take(AFTER).collect();
        let plain = |text: &str| text.replace('\n', " ");
        let before = if cut { format!("…{}", plain(&before)) } else { plain(&before) };
        Excerpt { before, words: plain(part(start..end)), after: plain(&after) }
    }

    pub fn clause(&self, index: usize) -> Option<ClauseView> {
        let (clause, entry) = (self.desk.clauses().get(index)?, self.desk.entries().get(index)?);
        let ordinance = self.desk.ordinance(index);
        let neighbour = |other: Option<usize>| {
            other.filter(|other| ordinance.contains(other)).and_then(|other| self.neighbour(other))
        };
        let former = self.desk.comparison().former(index);
        Some(ClauseView {
            index: count(index),
            key: entry.key,
            title: Arc::clone(&clause.title),
            kind: Arc::clone(&clause.kind),
            number: Arc::clone(&clause.number),
            department: Arc::clone(&clause.department),
            chapter: Arc::clone(&clause.chapter),
            article: clause.article.clone(),
            caption: clause.caption.clone(),
            chapeau: clause.chapeau.clone(),
            text: clause.text.clone(),
            place: place(clause),
            explanation: explanation(self.desk.classifier(), clause),
            before: neighbour(index.checked_sub(1)),
            after: neighbour(index.checked_add(1)),
            standing: self.desk.comparison().standing(index),
            former: former.map(|former| former.text.clone()),
            former_decisions: former.map(|former| decisions(self.desk.judgements(), former.key)).unwrap_or_default(),
        })
    }

    pub fn bulk(&self, index: usize) -> Bulk {
        let reach = |scope| count(self.desk.scope(scope, index, self.listing.shown()).len());
        Bulk {
            rest_of_ordinance: reach(Scope::RestOfOrdinance),
            same_wording: reach(Scope::SameWording),
            rest_of_shown: reach(Scope::RestOfShown),
        }
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

fn decisions(judgements: &Judgements, key: ClauseKey) -> Vec<(Category, String)> {
    former_decisions(judgements, key).into_iter().map(|(category, name)| (category, name.to_owned())).collect()
}

fn found(entry: &Entry) -> Vec<FoundView> {
    let ways = [Found::Candidate, Found::Check];
    let of = |found: Found| entry.found(found).iter().map(move |category| FoundView { category, found });
    let mut all: Vec<FoundView> = ways.into_iter().flat_map(of).collect();
    all.sort_by_key(|view| view.category);
    all
}

/// 「例規一覧.xlsx ／ 条例 ／ 12行」
fn place(clause: &Clause) -> String {
    let row = clause.place.row.map(|row| format!("{row}行"));
    let sheet = clause.place.sheet.as_deref().map(str::to_owned);
    let file = Some(clause.place.file.to_string()).filter(|file| !file.is_empty());
    [file, sheet, row].into_iter().flatten().collect::<Vec<_>>().join(" ／ ")
}

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
