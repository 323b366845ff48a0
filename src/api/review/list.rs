//! The list: which clauses in what order, its lines, and the way through it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{AmendmentStanding, Session, count, with};
use crate::amendments::settings::Settings;
use crate::api::border::{Ask, Compact, Written};
use crate::clause::Clause;
use crate::inquiry::progress as inquiry;
use crate::regulations::{Category, Field, Role};
use crate::review::{ClauseKey, DeskEntry, Filter, Found, Listing, Order, Standing, Together, differences, select};

/// Makes the list anew: what to show, in what order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// Which clauses.
    pub filter: Filter,
    /// Of those, which by the state of the inquiry.
    pub inquiry: Asking,
    /// Only clauses decided to apply that stand so, by the settings of the town.
    pub amendments: Option<(AmendmentStanding, Written<Settings>)>,
    /// In what order.
    pub order: Order,
    /// The clause whose new place in the list is asked.
    pub keep: Option<u32>,
    /// Whether clauses of one form share a line.
    pub together: bool,
    /// The first clauses of forms that are unfolded.
    pub unfolded: Vec<u32>,
    /// Clauses that were taken out of their form.
    pub out: Vec<u32>,
}

impl Default for Selection {
    fn default() -> Self {
        let (filter, order) = (Filter::default(), Order::default());
        let (unfolded, out) = (Vec::new(), Vec::new());
        Self { filter, inquiry: Asking::Any, amendments: None, order, keep: None, together: true, unfolded, out }
    }
}

/// Which clauses by the state of the inquiry (照会).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asking {
    /// すべて
    #[default]
    Any,
    /// 未照会
    Never,
    /// In this state.
    In(inquiry::Standing),
}

/// The size of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selected {
    /// Lines.
    pub items: u32,
    /// Clauses.
    pub clauses: u32,
    /// Clauses that the filter would show if it did not ask for a category.
    pub without_category: u32,
    /// Where the clause that was asked for stands.
    pub position: Option<u32>,
}

impl Ask for Selection {
    const NAME: &'static str = "select";
    type Output = Selected;

    fn answer(self) -> Result<Selected, String> {
        Ok(with(|session| session.select(&self)))
    }
}

/// Lines of the list.
#[derive(Debug, Serialize, Deserialize)]
pub struct Rows {
    /// The first.
    pub start: usize,
    /// At most so many.
    pub most: usize,
}

/// One line of the list: a clause, or the first of several of one form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowView {
    /// Its index on the desk.
    pub index: u32,
    /// Its key.
    pub key: ClauseKey,
    /// 例規名
    pub title: Arc<str>,
    /// 条項
    pub article: String,
    /// 見出し
    pub caption: String,
    /// What the page found, without what the officer added.
    pub found: Vec<(Category, Found)>,
    /// The first evidence in context.
    pub excerpt: Excerpt,
    /// How it stands to the former collection.
    pub standing: Option<Standing>,
    /// The further clauses that the line stands for.
    pub same: Vec<ClauseKey>,
    /// How the inquiry about it stands.
    pub inquiry: Option<inquiry::Standing>,
}

/// The first evidence in its context.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// What stands before.
    pub before: String,
    /// The words.
    pub words: String,
    /// What stands behind.
    pub after: String,
}

impl Ask for Rows {
    const NAME: &'static str = "rows";
    type Output = Compact<Vec<RowView>>;

    fn answer(self) -> Result<Self::Output, String> {
        Ok(Compact(with(|session| session.rows(self.start, self.most))))
    }
}

/// The clauses that share the line of the clause with this index, with what differs.
#[derive(Debug, Serialize, Deserialize)]
pub struct Members(pub u32);

/// A clause of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its index on the desk.
    pub index: u32,
    /// 例規名
    pub title: Arc<str>,
    /// 条項
    pub article: String,
    /// 見出し
    pub caption: String,
    /// What stands otherwise than in the clause that is asked for: its words, and theirs.
    pub differs: Vec<(String, String)>,
}

impl Ask for Members {
    const NAME: &'static str = "members";
    type Output = Compact<Vec<Member>>;

    fn answer(self) -> Result<Self::Output, String> {
        Ok(Compact(with(|session| session.members(self.0))))
    }
}

/// Members of a form whose differences are told; the officer unfolds longer ones.
const TOLD: usize = 200;

/// Where to go from a line of the list.
#[derive(Debug, Serialize, Deserialize)]
pub struct Step {
    /// The line; none where no clause of the list is open.
    pub from: Option<u32>,
    /// In which way.
    pub way: Way,
}

/// A way through the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// The next clause.
    Down,
    /// The one before.
    Up,
    /// The next one with an undecided category.
    Undecided,
}

impl Ask for Step {
    const NAME: &'static str = "step";
    type Output = Option<u32>;

    fn answer(self) -> Result<Option<u32>, String> {
        let from = self.from.map(|line| line as usize);
        let line = with(|session| match self.way {
            Way::Undecided => session.listing.next_undecided(&session.desk, from),
            way => session.listing.step(from, way == Way::Down),
        });
        Ok(line.map(count))
    }
}

/// Characters shown before and behind the first evidence.
const BEFORE: usize = 14;
const AFTER: usize = 40;

impl Session {
    fn select(&mut self, selection: &Selection) -> Selected {
        self.filter = selection.filter.clone();
        let mut shown = select(&self.desk, &selection.filter, selection.order);
        let own = |index: &u32| self.desk.entries().get(*index as usize).and_then(|entry| self.inquiry_of(entry.key));
        match selection.inquiry {
            Asking::Any => {}
            Asking::Never => shown.retain(|index| own(index).is_none()),
            Asking::In(standing) => shown.retain(|index| own(index) == Some(standing)),
        }
        if let Some((wanted, Written(settings))) = &selection.amendments {
            shown.retain(|index| self.stands(*index, *wanted, settings));
        }
        let (unfolded, out) = (&*selection.unfolded, &*selection.out);
        let together = if selection.together { Together::But { unfolded, out } } else { Together::Apart };
        self.listing = Listing::new(&self.desk, shown, together);
        Selected {
            items: count(self.listing.len()),
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

    fn rows(&self, start: usize, most: usize) -> Vec<RowView> {
        (start..self.listing.len()).take(most).filter_map(|line| self.row(self.listing.line(line))).collect()
    }

    fn row(&self, line: &[u32]) -> Option<RowView> {
        let (first, rest) = line.split_first()?;
        let (index, place) = (*first, *first as usize);
        let (clause, entry) = (self.desk.clauses().get(place)?, self.desk.entries().get(place)?);
        let key = |index: &u32| self.desk.entries().get(*index as usize).map(|entry| entry.key);
        Some(RowView {
            index,
            key: entry.key,
            title: Arc::clone(&clause.title),
            article: clause.article.clone(),
            caption: clause.caption.clone(),
            found: found(entry),
            excerpt: self.excerpt(place, clause),
            standing: self.desk.comparison().standing(place),
            same: rest.iter().filter_map(key).collect(),
            inquiry: self.inquiry_of(entry.key),
        })
    }

    fn members(&self, index: u32) -> Vec<Member> {
        let clause = |index: u32| self.desk.clauses().get(index as usize);
        let (Some(own), Some(line)) = (clause(index), self.listing.position(index)) else { return Vec::new() };
        let others = self.listing.line(line).iter().filter(|other| **other != index).take(TOLD);
        let member = |other: &u32| {
            let clause = clause(*other)?;
            Some(Member {
                index: *other,
                title: Arc::clone(&clause.title),
                article: clause.article.clone(),
                caption: clause.caption.clone(),
                differs: differences(&own.text, &clause.text),
            })
        };
        others.filter_map(member).collect()
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
}

fn found(entry: &DeskEntry) -> Vec<(Category, Found)> {
    let ways = [Found::Candidate, Found::Check];
    let of = |found: Found| entry.found(found).iter().map(move |category| (category, found));
    let mut all: Vec<(Category, Found)> = ways.into_iter().flat_map(of).collect();
    all.sort_by_key(|(category, _)| *category);
    all
}
