//! [`When`]: the day that a heading tells, in either calendar: 令和2年, R2.1.1, 2020年10月1日, 2020/1/1, 平成31年度.

/// A day as far as it is told: year, and month and day or zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct When {
    /// 西暦
    pub year: u16,
    month: u8,
    day: u8,
}

/// Eras with the year before their first.
const ERAS: [(&str, u16); 8] = [
    ("令和", 2018),
    ("平成", 1988),
    ("昭和", 1925),
    ("大正", 1911),
    ("r", 2018),
    ("h", 1988),
    ("s", 1925),
    ("pop_", 0),
];

/// The text without the first day that it tells, and that day. The text is in half-width lower case.
pub(super) fn taken_out(text: &str) -> (String, Option<When>) {
    let starts = text.char_indices().map(|(place, _)| place);
    for place in starts {
        let (Some(before), Some(rest)) = (text.get(..place), text.get(place..)) else { continue };
        if let Some((when, behind)) = read(before, rest) {
            let (behind, _) = taken_out(behind);
            return (format!("{before}{behind}"), Some(when));
        }
    }
    (text.to_owned(), None)
}

/// A day at the beginning of a text, and what follows it.
fn read<'a>(before: &str, text: &'a str) -> Option<(When, &'a str)> {
    // A number that goes on at the left is not a year of its own, nor a letter the end of a word.
    if before.ends_with(|character: char| character.is_ascii_alphanumeric()) {
        return None;
    }
    let (base, rest) =
        ERAS.iter().find_map(|(era, base)| text.strip_prefix(era).map(|rest| (*base, rest))).unwrap_or((0, text));
    let (year, rest) = match rest.strip_prefix('元') {
        Some(rest) => (1, rest),
        None => number(rest)?,
    };
    // Eight digits are a whole day: 20200101.
    if (19_000_101..=21_001_231).contains(&year) {
        let part = |divisor: u32, modulus: u32| u8::try_from(year / divisor % modulus).ok();
        return Some((
            When { year: u16::try_from(year / 10_000).ok()?, month: part(100, 100)?, day: part(1, 100)? },
            rest,
        ));
    }
    let year = u16::try_from(year).ok()? + base;
    if !(1900..=2100).contains(&year) {
        return None;
    }
    let rest = rest.strip_prefix("年度").or_else(|| rest.strip_prefix('年')).unwrap_or(rest);
    let (month, rest) = part(rest, '月', 12);
    let (day, rest) = if month > 0 { part(rest, '日', 31) } else { (0, rest) };
    Some((When { year, month, day }, rest))
}

/// A month or a day, or zero where none follows.
fn part(text: &str, mark: char, most: u32) -> (u8, &str) {
    let inner = text.strip_prefix(['.', '/', '-']).unwrap_or(text);
    match number(inner) {
        Some((value, rest)) if (1..=most).contains(&value) => {
            let behind = rest.strip_prefix(mark);
            if behind.is_none() && inner.len() == text.len() {
                return (0, text);
            }
            (u8::try_from(value).unwrap_or(0), behind.unwrap_or(rest))
        }
        _ => (0, text),
    }
}

fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = (text.get(..end)?, text.get(end..)?);
    digits.parse().ok().map(|value| (value, rest))
}
