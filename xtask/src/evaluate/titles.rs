//! How far the figures would move with other titles (信頼区間): the macro F1 of many draws of titles with replacement.

use std::collections::BTreeMap;

use super::figures::{Figures, Verdicts};
use super::gold::GoldClause;

/// Draws of titles.
const DRAWS: usize = 200;

/// 「macro F1 … between … and … (95 %, by titles)」
pub fn interval(clauses: &[GoldClause], verdicts: &[Verdicts]) -> String {
    let mut titles: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, clause) in clauses.iter().enumerate() {
        titles.entry(&clause.title).or_default().push(place);
    }
    let titles: Vec<&Vec<usize>> = titles.values().collect();
    let mut chance = Chance(1);
    let mut figures: Vec<f64> = (0..DRAWS)
        .map(|_| {
            let drawn = (0..titles.len()).filter_map(|_| titles.get(chance.below(titles.len())));
            let places: Vec<usize> = drawn.flat_map(|places| places.iter().copied()).collect();
            let (clauses, verdicts): (Vec<GoldClause>, Vec<Verdicts>) = places
                .iter()
                .filter_map(|place| Some((clauses.get(*place)?.clone(), verdicts.get(*place)?.clone())))
                .unzip();
            Figures::of(&clauses, &verdicts).macro_f1()
        })
        .collect();
    figures.sort_by(f64::total_cmp);
    let at = |place: usize| figures.get(place).copied().unwrap_or(0.0);
    format!("macro F1 between {:.3} and {:.3} (95 %, by titles)", at(DRAWS / 40), at(DRAWS - 1 - DRAWS / 40))
}

/// The same draws every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most.max(1)
    }
}
