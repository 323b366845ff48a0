//! The day on which the page is used: the only place that asks the clock.

use crate::date::Date;

/// Today in the officer's own time zone.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    // Day numbers of the browser's calendar always fit; the fallback stands for a clock set before 1868.
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    let date = u16::try_from(year).ok().zip(u8::try_from(month).ok()).zip(u8::try_from(day).ok());
    date.and_then(|((year, month), day)| Date::new(year, month, day))
        .unwrap_or(crate::municipality::FIRST_POPULATION_DATE)
}

/// The minute of the day, 「14:32」.
pub fn minute() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}
