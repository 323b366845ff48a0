//! [`ExactYen`]: an amount before it is rounded.

use std::fmt;

use crate::yen::{Rate, Yen, notation};

/// An exact amount of yen, fractions of a yen included.
///
/// It is made from at most 2^32 people or 2^63 yen times a rate below 2^32, so that 128 bits hold every product and sum.
#[derive(Debug, Clone, Copy)]
pub struct ExactYen {
    numerator: i128,
    denominator: i128,
}

impl ExactYen {
    /// `people` × `rate` yen.
    #[must_use]
    pub fn per_person(people: u32, rate: Rate) -> Self {
        Self::times(i128::from(people), rate)
    }

    /// `amount` × `rate`.
    #[must_use]
    pub fn share(amount: Yen, rate: Rate) -> Self {
        Self::times(i128::from(amount.get()), rate)
    }

    fn times(quantity: i128, rate: Rate) -> Self {
        Self { numerator: quantity * i128::from(rate.numerator()), denominator: i128::from(rate.denominator()) }
    }

    /// The sum with a whole amount.
    #[must_use]
    pub fn plus(self, amount: Yen) -> Self {
        Self { numerator: self.numerator + i128::from(amount.get()) * self.denominator, ..self }
    }

    /// Whether there is no fraction of a yen.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.numerator % self.denominator == 0
    }

    /// 円未満切捨て: down to whole yen.
    #[must_use]
    pub fn floor_yen(self) -> Yen {
        Yen::new(i64::try_from(self.numerator.div_euclid(self.denominator)).unwrap_or(i64::MAX))
    }
}

impl PartialEq for ExactYen {
    /// The same amount, whatever the denominators.
    fn eq(&self, other: &Self) -> bool {
        let rest = |amount: &Self| amount.numerator.rem_euclid(amount.denominator);
        self.floor_yen() == other.floor_yen() && rest(self) * other.denominator == rest(other) * self.denominator
    }
}

impl Eq for ExactYen {}

impl fmt::Display for ExactYen {
    /// 37,440,934.6円: every place of a decimal that ends, otherwise a fraction of whole numbers.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rest = self.numerator.rem_euclid(self.denominator);
        let whole = notation::grouped(self.floor_yen().get());
        if rest == 0 {
            return write!(formatter, "{whole}円");
        }
        for places in 1..=6 {
            let scaled = rest * 10_i128.pow(places);
            if scaled % self.denominator == 0 {
                let width = usize::try_from(places).unwrap_or(0);
                return write!(formatter, "{whole}.{:0width$}円", scaled / self.denominator);
            }
        }
        write!(formatter, "{whole}円と{rest}/{}円", self.denominator)
    }
}
