//! [`Date`]: a day of the calendar, as the facts and the files write it.
//!
//! Takes years 1868–9999 of the Gregorian calendar; gives ISO 8601 (2020-01-01) for files and 和暦 (令和2年1月1日) for people.
//! The first days of the eras are those of the 元号を改める政令 (平成: 1989-01-08, 令和: 2019-05-01), the earlier ones of the 元号法 practice.

use std::fmt;
use std::str::FromStr;

use crate::written::as_text;

/// A valid day of the Gregorian calendar; ordered by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// The text is not a day of the calendar written as `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a date in the form YYYY-MM-DD: {0:?}")]
pub struct NotADate(pub String);

/// First day and name of each era, newest first.
const ERAS: [(Date, &str); 5] = [
    (Date { year: 2019, month: 5, day: 1 }, "令和"),
    (Date { year: 1989, month: 1, day: 8 }, "平成"),
    (Date { year: 1926, month: 12, day: 25 }, "昭和"),
    (Date { year: 1912, month: 7, day: 30 }, "大正"),
    (Date { year: 1868, month: 10, day: 23 }, "明治"),
];

impl Date {
    /// The day, or nothing where the calendar has no such day or the year is outside 1868–9999.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year < 1868 || year > 9999 || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// A day that the build script has checked in the tables of `data/`.
    pub(crate) const fn from_table(year: u16, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }

    /// Year of the Gregorian calendar (西暦).
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// Month, 1–12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, 1–31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn days(self) -> i64 {
        // Hinnant's `days_from_civil`: years begin in March, so that the leap day is the last.
        let (year, month) = (i64::from(self.year) - i64::from(self.month <= 2), i64::from(self.month));
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year - 719_468
    }

    /// The day that lies so many days after 1970-01-01; nothing outside 1868–9999.
    #[must_use]
    pub fn from_days(days: i64) -> Option<Self> {
        let shifted = days.checked_add(719_468)?;
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = year_of_era + shifted.div_euclid(146_097) * 400 + i64::from(month <= 2);
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        Self::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// 曜日: 日, 月, … 土.
    #[must_use]
    pub fn weekday(self) -> char {
        let place = (self.days() + 4).rem_euclid(7);
        "日月火水木金土".chars().nth(usize::try_from(place).unwrap_or(0)).unwrap_or('日')
    }

    /// The 年度 that it lies in, by the year in which it begins.
    #[must_use]
    pub const fn fiscal_year(self) -> u16 {
        if self.month < 4 { self.year - 1 } else { self.year }
    }

    /// 和暦: 令和2年1月1日; the first year of an era is 元年. Before 1868-10-23 the Gregorian year stands.
    #[must_use]
    pub fn era(self) -> String {
        let Some((first, name)) = ERAS.iter().find(|(first, _)| *first <= self) else {
            return self.western();
        };
        let (month, day) = (self.month, self.day);
        match self.year - first.year {
            0 => format!("{name}元年{month}月{day}日"),
            before => format!("{name}{}年{month}月{day}日", before + 1),
        }
    }

    /// 西暦: 2020年1月1日.
    #[must_use]
    pub fn western(self) -> String {
        format!("{}年{}月{}日", self.year, self.month, self.day)
    }

    /// Both, as a report writes its date: 2020年1月1日（令和2年1月1日）.
    #[must_use]
    pub fn western_and_era(self) -> String {
        format!("{}（{}）", self.western(), self.era())
    }
}

const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = || NotADate(text.to_owned());
        let mut parts = text.split('-');
        let mut part = |digits: usize| {
            parts
                .next()
                .filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
                .ok_or_else(refused)
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let (Ok(year), Ok(month), Ok(day), None) = (year.parse(), month.parse(), day.parse(), parts.next()) else {
            return Err(refused());
        };
        Self::new(year, month, day).ok_or_else(refused)
    }
}

as_text!(Date);
