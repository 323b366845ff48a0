//! [`Working`]: one band's formula worked out for a population, number by number and line by line.

use serde::Serialize;

use crate::municipality::Population;
use crate::subsidy::Band;
use crate::yen::notation::{people, ten_thousands, threshold, yen};
use crate::yen::{ExactYen, Yen};

/// A band's formula with a population put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Working {
    /// The band.
    pub band: &'static Band,
    /// The population.
    pub population: Population,
    /// The people who are counted: population − offset.
    pub counted: u32,
    /// Counted people × rate, before rounding.
    pub product: ExactYen,
    /// Base + product, before rounding.
    pub exact: ExactYen,
    /// The amount, 円未満切捨て.
    pub amount: Yen,
}

impl Working {
    /// Works out a band's formula; meaningful for populations not below the band.
    #[must_use]
    pub fn new(band: &'static Band, population: Population) -> Self {
        let counted = population.people().saturating_sub(band.offset.people());
        let product = ExactYen::per_person(counted, band.rate);
        let exact = product.plus(band.base);
        Self { band, population, counted, product, exact, amount: exact.floor_yen() }
    }

    /// The formula as the document writes it, with the population put in: 「2,380万円 +（15,775人 − 1万人）× 117円」.
    #[must_use]
    pub fn formula(&self) -> String {
        let (base, rate) = (ten_thousands(self.band.base), self.band.rate);
        let population = people(self.population);
        if self.band.offset.people() == 0 {
            return format!("{base} + {population} × {rate}円");
        }
        format!("{base} +（{population} − {}）× {rate}円", threshold(self.band.offset))
    }

    /// Every step from the band to the rounded amount, a line a step.
    #[must_use]
    pub fn steps(&self) -> Vec<String> {
        let base = yen(self.band.base);
        let mut steps =
            vec![format!("人口{}は「{}」の区分です。", people(self.population), self.band.wording), self.formula()];
        if self.band.offset.people() > 0 {
            let counted = people(Population::new(self.counted));
            steps.push(format!("= {base} + {counted} × {}円", self.band.rate));
        }
        steps.push(format!("= {base} + {}", self.product));
        steps.push(format!("= {}", self.exact));
        if !self.exact.is_whole() {
            steps.push(format!("円未満切捨て: {}", yen(self.amount)));
        }
        steps.push(format!("千円未満切捨て: {}", yen(self.amount.floor_thousand())));
        steps
    }
}

impl Serialize for Working {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut working = serializer.serialize_struct("Working", 6)?;
        working.serialize_field("band", self.band)?;
        working.serialize_field("population", &self.population)?;
        working.serialize_field("amount", &self.amount)?;
        working.serialize_field("floor_thousand", &self.amount.floor_thousand())?;
        working.serialize_field("formula", &self.formula())?;
        working.serialize_field("steps", &self.steps())?;
        working.end()
    }
}
