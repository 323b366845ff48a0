//! Cell values as text: numbers as typed, dates as ISO dates, codes with their leading zeros, formats with words as shown.
//!
//! Serial dates count from 1900 with its false leap day, or from 1904.

use super::format::{Format, plain};
use crate::date::Date;

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
    // 1900 counts a 29 February that never was as day 60.
    let since_1970 = if from_1904 { days - 24_107 } else { days - 25_569 + i64::from(days < 60) };
    let date = Date::from_days(since_1970)?;
    Some(if clock == 0 { date.to_string() } else { format!("{date} {time}") })
}

/// A boolean as spreadsheets write it.
pub(super) fn boolean(value: bool) -> &'static str {
    if value { "TRUE" } else { "FALSE" }
}
