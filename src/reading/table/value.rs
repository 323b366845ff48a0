//! Cell values as text: numbers as typed, dates as ISO dates, codes with their leading zeros.
//!
//! Built-in number formats are those of ECMA-376 part 1, 18.8.30 (27–36 and 50–58 are the Japanese dates); serial
//! dates count from 1900 with its false leap day, or from 1904.

/// What a number format makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Format {
    /// Shown as it is.
    #[default]
    Plain,
    /// A serial date or time.
    Date,
    /// An integer with at least so many digits (`000000` for the codes of municipalities).
    Padded(usize),
}

impl Format {
    /// By the built-in identifier, where there is one that matters.
    pub fn built_in(id: u32) -> Self {
        match id {
            14..=22 | 27..=36 | 45..=47 | 50..=58 => Self::Date,
            _ => Self::Plain,
        }
    }

    /// By a custom format code.
    pub fn custom(code: &str) -> Self {
        let bare = bare_code(code);
        if bare.len() > 1 && bare.chars().all(|character| character == '0') {
            return Self::Padded(bare.len());
        }
        let lower = bare.to_lowercase().replace("general", "").replace("e+", "").replace("e-", "");
        if lower.contains(['y', 'm', 'd', 'h', 's', 'g', 'e']) { Self::Date } else { Self::Plain }
    }
}

/// The first section of a format code without quoted text, escapes, colours and locales.
fn bare_code(code: &str) -> String {
    let mut bare = String::new();
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            ';' => break,
            '"' => while characters.next().is_some_and(|next| next != '"') {},
            '\\' | '_' | '*' => {
                characters.next();
            }
            '[' => {
                let inner: String = characters.by_ref().take_while(|next| *next != ']').collect();
                // [h], [mm], [ss] are elapsed time; the rest are colours, conditions and locales.
                if inner.chars().all(|letter| matches!(letter.to_ascii_lowercase(), 'h' | 'm' | 's')) {
                    bare.push_str(&inner);
                }
            }
            _ => bare.push(character),
        }
    }
    bare
}

/// A number as the officer sees it.
pub(super) fn number(value: f64, format: Format, from_1904: bool) -> String {
    match format {
        Format::Date => serial(value, from_1904).unwrap_or_else(|| plain(value)),
        Format::Padded(width) if value >= 0.0 && value.fract() == 0.0 && value < 1e15 => {
            format!("{value:0>width$}")
        }
        Format::Plain | Format::Padded(_) => plain(value),
    }
}

/// At most 15 significant digits, as spreadsheets show them (0.1 + 0.2 is 0.3).
fn plain(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return if value == 0.0 { "0".to_owned() } else { value.to_string() };
    }
    format!("{value:.14e}").parse::<f64>().unwrap_or(value).to_string()
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
