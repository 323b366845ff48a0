//! What a bulk decision reaches (まとめて判定): always shown with its number before it is done.

use super::super::judgement::Target;
use super::super::ledger::Scope;
use super::Desk;

impl Desk {
    /// The targets of a scope seen from the clause `index`, each once; `shown` is what the filter shows.
    ///
    /// [`Scope::SameWording`] reaches decided ones too, because it makes alike what reads alike; the others reach
    /// only what is undecided. [`Scope::CarriedOver`] reaches nothing: it is no choice of the officer.
    #[must_use]
    pub fn scope(&self, scope: Scope, index: usize, shown: &[u32]) -> Vec<Target> {
        let mut targets: Vec<Target> = match scope {
            Scope::Clause => self.present(index).collect(),
            Scope::RestOfOrdinance => self.same_title(index).flat_map(|other| self.undecided(other)).collect(),
            Scope::SameWording => {
                let Some(entry) = self.entries.get(index) else { return Vec::new() };
                self.with_wording(entry.key.text).flat_map(|other| self.present(other)).collect()
            }
            Scope::RestOfShown => shown.iter().flat_map(|other| self.undecided(*other as usize)).collect(),
            Scope::CarriedOver => Vec::new(),
        };
        targets.sort_unstable();
        targets.dedup();
        targets
    }

    fn present(&self, index: usize) -> impl Iterator<Item = Target> {
        let entry = self.entries.get(index);
        entry
            .into_iter()
            .flat_map(|entry| entry.present().iter().map(|category| Target { clause: entry.key, category }))
    }

    fn same_title(&self, index: usize) -> impl Iterator<Item = usize> {
        let own = self.title_id(index);
        (0..self.entries.len()).filter(move |other| own.is_some() && self.title_id(*other) == own)
    }
}
