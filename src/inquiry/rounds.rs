//! The rounds of [`Work`]: what was sent, what of it was undone and is still known, what is to be asked once more.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::number::{Number, Round};
use super::sent::{Item, Sent};
use super::state::{Asked, AskedItem, Work};
use crate::date::Date;
use crate::review::Target;

impl Work {
    /// Adds a round; what it asks again is wished no longer.
    pub fn send(&mut self, round: Asked) {
        let asked: BTreeSet<Target> = round.items.iter().flat_map(|item| item.targets.iter().copied()).collect();
        self.wished.retain(|target| round.withdrawn || !asked.contains(target));
        Arc::make_mut(&mut self.rounds).push(round);
    }

    /// The rounds that were sent; those whose making was undone are left out.
    #[must_use]
    pub fn sent_rounds(&self) -> impl DoubleEndedIterator<Item = &Asked> {
        self.rounds.iter().filter(|round| !round.withdrawn)
    }

    /// This state after a step back or forth from `now`: rounds that only `now` has are withdrawn, not forgotten.
    #[must_use]
    pub fn after(mut self, now: &Self) -> Self {
        let known: BTreeSet<&[Round]> = self.rounds.iter().map(|round| round.codes.as_slice()).collect();
        let lost = now.rounds.iter().filter(|round| !known.contains(round.codes.as_slice()));
        let lost: Vec<Asked> = lost.map(|round| Asked { withdrawn: true, ..round.clone() }).collect();
        if !lost.is_empty() {
            Arc::make_mut(&mut self.rounds).extend(lost);
        }
        self
    }

    /// A round whose making was undone was sent after all.
    pub fn reinstate(&mut self, place: usize) {
        if let Some(round) = Arc::make_mut(&mut self.rounds).get_mut(place) {
            round.withdrawn = false;
        }
    }

    /// Where a round stands among all, by one of its codes.
    pub(super) fn place_of(&self, code: Round) -> Option<usize> {
        self.rounds.iter().position(|round| round.codes.contains(&code))
    }

    /// Puts what these rows ask on the list of the next 再照会, or takes it off.
    pub fn wish(&mut self, targets: &[Target], again: bool) {
        for target in targets {
            if again {
                self.wished.insert(*target);
            } else {
                self.wished.remove(target);
            }
        }
    }

    /// All rows that were sent, by number.
    #[must_use]
    pub fn index(&self) -> BTreeMap<Number, (&Asked, &AskedItem)> {
        let rows = self.rounds.iter().flat_map(|round| round.items.iter().map(move |item| (round, item)));
        rows.map(|(round, item)| (item.number, (round, item))).collect()
    }

    /// What was sent, as answers are read against it. Texts of clauses are left out: they may have changed since.
    #[must_use]
    pub fn sent(&self) -> Sent {
        let day = self
            .sent_rounds()
            .next_back()
            .or(self.rounds.last())
            .map_or(Date::from_table(2019, 5, 1), |round| round.day);
        let days = self.rounds.iter().flat_map(|round| round.codes.iter().map(|code| (*code, round.day))).collect();
        let items = self.rounds.iter().flat_map(|round| &round.items).map(|item| Item {
            number: item.number,
            section: item.section.clone(),
            title: item.title.clone(),
            article: item.article.clone(),
            caption: item.caption.clone(),
            text: String::new(),
            category: item.targets.first().map_or("", |target| target.category.short_name()).to_owned(),
            reason: String::new(),
            digital: String::new(),
        });
        Sent::new(day, items.collect()).with_days(days)
    }
}
