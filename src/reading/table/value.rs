//! Cell values as text: numbers as typed, dates as ISO dates, codes with their leading zeros, formats with words as shown.
//!
//! Serial dates count from 1900 with its false leap day, or from 1904.

use super::format::{Format, plain};

/// A number as the officer sees it.
pub(super) fn number(value: f64, format: &Format, from_1904: bool) -> String {
    match format {
        Format::Date => serial(value, from_1904).unwrap_or_else(|| plain(value)),
        Format::Padded(width) if value >= 0.0 && value.fract() == 0.0 && value < 1e15 => {
            format!("{value:0>width$}")
        }
        Format::Worded(code) => code.number(value).unwrap_or_else(|| plain(value)),
        Format::Plain | Format::Padded(_) => plain(value),
    }
}

/// A text as the officer sees it where the format of its cell adds words (`"第"@"条"`).
pub(super) fn text(text: &str, format: &Format) -> Option<String> {
    match format {
        Format::Worded(code) if !text.is_empty() => code.text(text),
        _ => None,
    }
}

/// `2024-04-01T09:30:00` as serial dates are written: without a time of midnight and without full seconds.
pub(super) fn iso_date(value: &str) -> String {
    let value = value.trim().trim_end_matches('Z');
    let Some((date, time)) = value.split_once('T') else {
        return value.to_owned();
    };
    let time = time.split_once('.').map_or(time, |(time, _)| time);
    match time.strip_suffix(":00").filter(|short| short.len() == 5).unwrap_or(time) {
        "00:00" | "" => date.to_owned(),
        time => format!("{date} {time}").trim().to_owned(),
    }
}

/// A serial date as `2024-04-01`, with ` 09:30` when it has a time, or `09:30` alone below one day.
fn serial(value: f64, from_1904: bool) -> Option<String> {
    // 2,958,465 is 9999-12-31.
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    let seconds = (value * 86_400.0).round();
    let (days, clock) = ((seconds / 86_400.0).floor(), seconds % 86_400.0);
    #[expect(clippy::cast_possible_truncation, reason = "both are integers below 2^31 by the check above")]
    let (days, clock) = (days as i64, clock as i64);
    let time = match (clock / 3600, clock / 60 % 60, clock % 60) {
        (hour, minute, 0) => format!("{hour:02}:{minute:02}"),
        (hour, minute, second) => format!("{hour:02}:{minute:02}:{second:02}"),
    };
    if days == 0 && !from_1904 {
        return Some(time);
    }
    // 1900 counts a 29 February that never was as day 60; 719,468 days lie between 0000-03-01 and 1970-01-01.
    let since_1970 = if from_1904 { days - 24_107 } else { days - 25_569 + i64::from(days < 60) };
    let date = civil(since_1970);
    Some(if clock == 0 { date } else { format!("{date} {time}") })
}

/// The Gregorian date of a day counted from 1970-01-01 (Hinnant's `civil_from_days`).
pub(super) fn civil(days: i64) -> String {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// A boolean as spreadsheets write it.
pub(super) fn boolean(value: bool) -> &'static str {
    if value { "TRUE" } else { "FALSE" }
}
