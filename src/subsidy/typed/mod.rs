//! Populations and costs as officers type them: 全角, commas, 6.3万人, 六千三百五十三人, 2,380万円.
//!
//! Takes the text, gives the value with what was understood, to be shown before it is used; or says why it cannot be used.

mod numeral;

use serde::{Deserialize, Serialize};

use crate::municipality::Population;
use crate::yen::{Yen, notation};
use numeral::SCALE;

/// More people than any municipality could have.
pub const MOST_PEOPLE: u32 = 20_000_000;

/// More than any cost of a municipality: 1兆円.
pub const MOST_YEN: i64 = 1_000_000_000_000;

/// A value and how it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Understood<T> {
    /// The value.
    pub value: T,
    /// The value as a person would write it: 63,000人.
    pub reading: String,
}

/// Why a text is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum NotUsable {
    /// Nothing was typed.
    #[error("nothing was entered")]
    Empty,
    /// No number can be read.
    #[error("cannot be read as a number")]
    Unreadable,
    /// Less than zero.
    #[error("is negative")]
    Negative,
    /// Zero people.
    #[error("is zero")]
    Zero,
    /// A fraction of a person or of a yen.
    #[error("is not a whole number")]
    Fraction,
    /// Above [`MOST_PEOPLE`] or [`MOST_YEN`].
    #[error("is above {limit}")]
    TooLarge {
        /// The most that is used.
        limit: i64,
    },
}

/// The unit of a cost that is typed without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostUnit {
    /// 円
    #[default]
    Yen,
    /// 千円
    ThousandYen,
    /// 万円
    TenThousandYen,
    /// 億円
    HundredMillionYen,
}

impl CostUnit {
    const fn factor(self) -> i128 {
        match self {
            Self::Yen => 1,
            Self::ThousandYen => 1_000,
            Self::TenThousandYen => 10_000,
            Self::HundredMillionYen => 100_000_000,
        }
    }
}

/// Reads a population.
///
/// # Errors
/// [`NotUsable`] says why: nothing is computed from it.
pub fn population(text: &str) -> Result<Understood<Population>, NotUsable> {
    let folded = numeral::folded(text);
    let bare = folded.strip_prefix("人口").unwrap_or(&folded);
    let bare = bare.strip_suffix(['人', '名']).unwrap_or(bare);
    let people = whole(bare, 1, i64::from(MOST_PEOPLE))?;
    let value = match u32::try_from(people) {
        Ok(0) => return Err(NotUsable::Zero),
        Ok(people) => Population::new(people),
        Err(_) => return Err(NotUsable::TooLarge { limit: i64::from(MOST_PEOPLE) }),
    };
    Ok(Understood { value, reading: notation::people(value) })
}

/// Reads a cost; `unit` holds for a number that is typed without 円.
///
/// # Errors
/// [`NotUsable`] says why. Zero is a cost.
pub fn cost(text: &str, unit: CostUnit) -> Result<Understood<Yen>, NotUsable> {
    let folded = numeral::folded(text);
    let bare = folded.strip_prefix(['\\', '¥', '￥']).unwrap_or(&folded);
    // A number with 円 or with 万 and the like says its own unit.
    let (bare, factor) = match bare.strip_suffix('円') {
        Some(bare) => (bare, 1),
        None if numeral::has_unit(bare) => (bare, 1),
        None => (bare, unit.factor()),
    };
    let value = Yen::new(whole(bare, factor, MOST_YEN)?);
    Ok(Understood { value, reading: notation::yen(value) })
}

/// A whole number from 0 to `most`.
fn whole(text: &str, factor: i128, most: i64) -> Result<i64, NotUsable> {
    let too_large = NotUsable::TooLarge { limit: most };
    let scaled = numeral::read(text, too_large)? * factor;
    if scaled > i128::from(most) * SCALE {
        return Err(too_large);
    }
    if scaled % SCALE != 0 {
        return Err(NotUsable::Fraction);
    }
    i64::try_from(scaled / SCALE).map_err(|_| too_large)
}
