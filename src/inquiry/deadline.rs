//! Deadlines (回答期限): days on which nobody answers, and working days that went by.
//!
//! Weekends, holidays and the days from 12/29 to 1/3 are no working days. Holidays are known only for the years of
//! `data/inquiry/holidays.toml`: beyond them [`holidays_known`] says so, and only weekends and the turn of the year count.

use super::knowledge::{HOLIDAYS, KNOWN_YEARS, YEAR_END};
use crate::date::Date;

/// Why nobody works on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayOff {
    /// 土曜日, 日曜日
    Weekend,
    /// 国民の祝日・休日
    Holiday,
    /// 年末年始
    YearEnd,
}

/// Why nobody works on a day, with the name of a holiday.
#[must_use]
pub fn day_off(day: Date) -> Option<(DayOff, &'static str)> {
    let holiday = HOLIDAYS.iter().find(|(date, _)| *date == (day.year(), day.month(), day.day()));
    if let Some((_, name)) = holiday {
        return Some((DayOff::Holiday, name));
    }
    let (first, last) = YEAR_END;
    let of_year = (day.month(), day.day());
    if of_year >= first || of_year <= last {
        return Some((DayOff::YearEnd, "年末年始"));
    }
    match day.weekday() {
        '土' => Some((DayOff::Weekend, "土曜日")),
        '日' => Some((DayOff::Weekend, "日曜日")),
        _ => None,
    }
}

/// Whether the holidays of the day's year are known.
#[must_use]
pub fn holidays_known(day: Date) -> bool {
    (KNOWN_YEARS.0..=KNOWN_YEARS.1).contains(&day.year())
}

/// The last year whose holidays are known.
#[must_use]
pub const fn known_until() -> u16 {
    KNOWN_YEARS.1
}

/// Working days after the deadline up to a day; 0 where it has not passed.
#[must_use]
pub fn overdue(deadline: Date, today: Date) -> u32 {
    let days = (deadline.days() + 1..=today.days()).filter_map(Date::from_days);
    u32::try_from(days.filter(|day| day_off(*day).is_none()).count()).unwrap_or(u32::MAX)
}
