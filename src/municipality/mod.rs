//! The 1,741 municipalities (市区町村) and their populations by date.
//!
//! Takes what an officer types, a code or a name; gives municipalities, told apart by 都道府県 and 郡. Compiled from
//! `data/municipalities.csv`: codes and 住民基本台帳人口 of 1 January as the 総務省 publishes them.

mod code;
mod folding;
mod population;
mod search;
mod table;

use serde::Serialize;

use crate::date::Date;

pub use code::{Code, CodeError, by_code, read_code};
pub use population::Population;
pub use search::{Hit, Rank, meant, named, search};
use table::{DATES, MUNICIPALITIES, POPULATION_DATES, READINGS};
pub use table::{POPULATIONS, READING_SOURCE};

/// 団体区分
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 指定都市
    DesignatedCity,
    /// 市
    City,
    /// 特別区
    SpecialWard,
    /// 町
    Town,
    /// 村
    Village,
}

/// A municipality as of the newest day of the table.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Municipality {
    /// 全国地方公共団体コード
    pub code: Code,
    /// 都道府県
    pub prefecture: &'static str,
    /// 郡 (or 島), else empty.
    pub district: &'static str,
    /// Name with 市, 区, 町 or 村.
    pub name: &'static str,
    /// 団体区分
    pub kind: Kind,
    /// 住民基本台帳人口 on each of [`population_dates`].
    populations: [u32; DATES],
}

/// Every municipality in the order of the codes.
#[must_use]
pub fn municipalities() -> &'static [Municipality] {
    MUNICIPALITIES
}

/// Every prefecture with its municipalities, in the order of the codes.
pub fn prefectures() -> impl Iterator<Item = &'static [Municipality]> {
    MUNICIPALITIES.chunk_by(|one, next| one.prefecture == next.prefecture)
}

/// The days on which the table has populations, oldest first.
#[must_use]
pub fn population_dates() -> &'static [Date] {
    POPULATION_DATES
}

/// The day whose populations are offered first: the newest when the grants were set up.
pub const FIRST_POPULATION_DATE: Date = Date::from_table(2020, 1, 1);

impl Municipality {
    /// The population on a day of the table.
    #[must_use]
    pub fn population(&self, on: Date) -> Option<Population> {
        self.populations().find(|(date, _)| *date == on).map(|(_, population)| population)
    }

    /// Every day of the table with its population, oldest first.
    pub fn populations(&self) -> impl Iterator<Item = (Date, Population)> {
        POPULATION_DATES.iter().copied().zip(self.populations.iter().map(|people| Population::new(*people)))
    }

    /// 山口県玖珂郡和木町: the name with all that tells it apart.
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{}{}{}", self.prefecture, self.district, self.name)
    }
}
