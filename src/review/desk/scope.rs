//! What a bulk decision reaches (まとめて判定): always shown with its number before it is done.

use super::super::category_set::CategorySet;
use super::super::judgement::Target;
use super::super::ledger::Scope;
use super::{Desk, DeskEntry};

/// The categories of a clause that a decision may reach.
pub type Within<'a> = &'a dyn Fn(&DeskEntry) -> CategorySet;

impl Desk {
    /// The targets of a scope seen from the clause `index`, each once; `shown` is what the filter shows, `within` the
    /// categories of a clause that it asks for.
    ///
    /// [`Scope::SameWording`] reaches decided ones too, because it makes alike what reads alike; the others reach
    /// only what is undecided. The others reach nothing by themselves: they are
    /// told their targets.
    #[must_use]
    pub fn scope(&self, scope: Scope, index: usize, shown: &[u32], within: Within<'_>) -> Vec<Target> {
        let mut targets: Vec<Target> = match scope {
            Scope::Clause => self.targets(index, DeskEntry::present, within).collect(),
            Scope::RestOfOrdinance => {
                self.same_title(index).flat_map(|other| self.targets(other, DeskEntry::undecided, within)).collect()
            }
            Scope::SameWording => {
                let Some(entry) = self.entries.get(index) else { return Vec::new() };
                self.with_wording(entry.key.text)
                    .flat_map(|other| self.targets(other, DeskEntry::present, within))
                    .collect()
            }
            Scope::RestOfShown => {
                shown.iter().flat_map(|other| self.targets(*other as usize, DeskEntry::undecided, within)).collect()
            }
            Scope::CarriedOver
            | Scope::Answers
            | Scope::Merged
            | Scope::Departments
            | Scope::Sent
            | Scope::Reviewed => Vec::new(),
        };
        targets.sort_unstable();
        targets.dedup();
        targets
    }

    /// All targets of a scope, decided or not, each once; `within` says which categories of a clause.
    #[must_use]
    pub fn in_scope(&self, scope: Scope, index: usize, shown: &[u32], within: Within<'_>) -> Vec<Target> {
        let all = |indices: &mut dyn Iterator<Item = usize>| {
            indices.flat_map(|other| self.targets(other, DeskEntry::present, within)).collect::<Vec<_>>()
        };
        let mut targets = match (scope, self.entries.get(index)) {
            (Scope::RestOfShown, _) => all(&mut shown.iter().map(|other| *other as usize)),
            (Scope::RestOfOrdinance, Some(_)) => all(&mut self.same_title(index)),
            (Scope::SameWording, Some(entry)) => all(&mut self.with_wording(entry.key.text)),
            _ => Vec::new(),
        };
        targets.sort_unstable();
        targets.dedup();
        targets
    }

    fn targets(
        &self,
        index: usize,
        of: fn(&DeskEntry) -> CategorySet,
        within: Within<'_>,
    ) -> impl Iterator<Item = Target> {
        let entry = self.entries.get(index);
        entry.into_iter().flat_map(move |entry| {
            of(entry).and(within(entry)).iter().map(|category| Target { clause: entry.key, category })
        })
    }

    fn same_title(&self, index: usize) -> impl Iterator<Item = usize> {
        let own = self.title_id(index);
        (0..self.entries.len()).filter(move |other| own.is_some() && self.title_id(*other) == own)
    }
}
