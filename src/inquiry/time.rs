//! [`Time`]: 見直し時期: a month, a 年度 or 未定, read from what people type.
//!
//! Takes the typed words and the day of the inquiry; gives the time and whether it must be looked at (確認). What has
//! neither an era nor a year of four digits is not read, unless the day of the inquiry decides it (来年度中).

use std::fmt;
use std::str::FromStr;

use super::knowledge::{AFTER, COUNCIL, ERAS, EXACT_AFTER, RELATIVE_CALENDAR, RELATIVE_FISCAL, UNDECIDED_TIME};
use super::word::{Bracketed, fold_time};
use crate::date::Date;
use crate::written::as_text;

/// When the review will be done. Ordered by time, a 年度 at its end, 未定 last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Time {
    /// A month of a year of the Gregorian calendar.
    Month(u16, u8),
    /// 年度, by the year in which it begins (April).
    FiscalYear(u16),
    /// 未定
    Undecided,
}

/// The text is no time as [`Time`] writes it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a time: {0:?}")]
pub struct NotATime(pub String);

impl Time {
    /// The 年度 that it lies in.
    #[must_use]
    pub const fn fiscal_year(self) -> Option<u16> {
        match self {
            Self::Month(year, 1..=3) => Some(year - 1),
            Self::Month(year, _) | Self::FiscalYear(year) => Some(year),
            Self::Undecided => None,
        }
    }

    /// 令和9年3月, 令和9年度, 未定
    #[must_use]
    pub fn japanese(self) -> String {
        match self {
            Self::Month(year, month) => {
                Date::new(year, month, 1).map_or_else(String::new, Date::era).trim_end_matches("1日").to_owned()
            }
            Self::FiscalYear(year) => {
                let era = Date::new(year, 5, 1).map_or_else(String::new, Date::era);
                era.trim_end_matches("5月1日").to_owned() + "度"
            }
            Self::Undecided => "未定".to_owned(),
        }
    }

    /// What an officer typed as 見直し時期, in the form in which times are kept; other words stay as they were typed.
    #[must_use]
    pub fn completed(typed: &str, today: Date) -> String {
        match Self::read(typed, today) {
            Some((time, false)) => time.to_string(),
            _ => typed.trim().to_owned(),
        }
    }

    /// Reads what was typed; with whether it must be looked at.
    #[must_use]
    pub fn read(typed: &str, asked: Date) -> Option<(Self, bool)> {
        let folded = fold_time(clock_dropped(typed.trim()));
        let Bracketed { outside, inside, matched } = Bracketed::of(&folded, "(〔【[", ")〕】]");
        if !matched {
            return None;
        }
        let (time, mut confirm) = Reader { rest: &outside, asked }.read()?;
        // A cell of numbers turns 2027.10 into 2027.1.
        confirm |= outside.len() == 6 && outside.ends_with(".1");
        for note in inside.iter().filter(|note| !note.is_empty()) {
            let same_year = note.strip_suffix('年').and_then(|year| year.parse().ok()) == time.year();
            let other = Reader { rest: note, asked }.read();
            match other {
                Some((other, _)) if other != time => return None,
                None if same_year => {}
                None if note.chars().any(|character| character.is_ascii_digit()) => return None,
                _ => confirm = true,
            }
        }
        Some((time, confirm))
    }

    fn year(self) -> Option<u16> {
        match self {
            Self::Month(year, _) | Self::FiscalYear(year) => Some(year),
            Self::Undecided => None,
        }
    }

    fn rank(self) -> (u16, u8) {
        match self {
            Self::Month(year, month) => (year, month),
            Self::FiscalYear(year) => (year.saturating_add(1), 4),
            Self::Undecided => (u16::MAX, 0),
        }
    }
}

impl PartialOrd for Time {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Time {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let kind = |time: &Self| matches!(time, Self::Month(..));
        (self.rank(), !kind(self)).cmp(&(other.rank(), !kind(other)))
    }
}

/// A date cell of a workbook with its time of day is the date.
fn clock_dropped(typed: &str) -> &str {
    match typed.split_once([' ', 'T']) {
        Some((day, clock))
            if clock.contains(':') && !day.contains(|mark: char| !mark.is_ascii_digit() && !"/-.".contains(mark)) =>
        {
            day
        }
        _ => typed,
    }
}

/// Reads from the left of what is left.
struct Reader<'a> {
    rest: &'a str,
    asked: Date,
}

impl Reader<'_> {
    fn read(mut self) -> Option<(Time, bool)> {
        if UNDECIDED_TIME.contains(&self.rest) {
            return Some((Time::Undecided, false));
        }
        if self.rest.len() == 5 && self.rest.bytes().all(|byte| byte.is_ascii_digit()) {
            return self.serial();
        }
        if let Some(year) = self.rest.strip_prefix("fy").filter(|year| year.len() == 4) {
            return year.parse().ok().filter(|year| self.plausible(*year)).map(|year| (Time::FiscalYear(year), false));
        }
        if let Some(found) = self.absolute() {
            return Some(found);
        }
        self.relative()
    }

    /// 令和9年3月, R9.3, R9/3/31, 2027-03, 2027年3月末, 令和9年度
    fn absolute(&mut self) -> Option<(Time, bool)> {
        let before = self.rest;
        let found = self.year().filter(|year| self.plausible(*year)).and_then(|year| {
            if self.skip("年度") {
                return self.behind_fiscal(year, false);
            }
            let by_word = self.skip("年");
            by_word.then(|| self.skip(" "));
            let separator = ['.', '/', '-', ' '].into_iter().find(|mark| self.rest.starts_with(*mark));
            if !by_word {
                separator.filter(|mark| self.skip(mark.encode_utf8(&mut [0; 4])))?;
            }
            self.month_and_behind(year, if by_word { None } else { separator })
        });
        if found.is_none() {
            self.rest = before;
        }
        found
    }

    /// 来年度中, 年度末, 来年3月, 3月議会
    fn relative(&mut self) -> Option<(Time, bool)> {
        let this_fiscal = self.asked.fiscal_year();
        for (word, add, needs_after) in RELATIVE_FISCAL {
            if self.rest.starts_with(word) && self.skip(word) {
                if needs_after && self.rest.is_empty() {
                    return None;
                }
                return self.behind_fiscal(this_fiscal + add, true);
            }
        }
        for (word, add, _) in RELATIVE_CALENDAR {
            if self.rest.starts_with(word) && self.skip(word) {
                self.skip("の");
                return self.month_and_behind(self.asked.year() + add, None).map(|(time, _)| (time, true));
            }
        }
        let month = self.digits(2)?;
        let council = self.skip("月") && COUNCIL.iter().any(|word| self.rest.starts_with(word));
        if !council || !(1..=12).contains(&month) || !self.only_words() {
            return None;
        }
        let month = u8::try_from(month).ok()?;
        Some((Time::Month(self.asked.year() + u16::from(month < self.asked.month()), month), true))
    }

    /// What may stand behind a 年度: nothing, 末, a month of it, further words.
    fn behind_fiscal(&mut self, year: u16, relative: bool) -> Option<(Time, bool)> {
        if self.rest.is_empty() {
            return Some((Time::FiscalYear(year), relative));
        }
        if self.rest == "末" || self.rest.starts_with('末') && self.skip("末") && self.only_words() {
            return Some((Time::Month(year + 1, 3), true));
        }
        self.skip("の");
        if self.rest.starts_with(|character: char| character.is_ascii_digit()) {
            let (time, _) = self.month_and_behind(year, None)?;
            let Time::Month(_, month) = time else { return None };
            return Some((Time::Month(year + u16::from(month < 4), month), true));
        }
        self.only_words().then_some((Time::FiscalYear(year), true))
    }

    /// A month, maybe a day, maybe words; 月 must stand where no mark separates.
    fn month_and_behind(&mut self, year: u16, separator: Option<char>) -> Option<(Time, bool)> {
        let month = u8::try_from(self.number(2)?).ok().filter(|month| (1..=12).contains(month))?;
        let time = Time::Month(year, month);
        let by_word = self.skip("月");
        if !by_word && (separator.is_none() || separator == Some(' ')) {
            return None;
        }
        if self.begins_day(if by_word { None } else { separator }) {
            let day = self.digits(2)?;
            // A day without a mark before it needs its 日.
            if !self.skip("日") && by_word {
                return None;
            }
            Date::new(year, month, u8::try_from(day).ok()?)?;
        }
        if self.rest.is_empty() || EXACT_AFTER.contains(&self.rest) {
            return Some((time, false));
        }
        self.only_words().then_some((time, true))
    }

    /// Whether a day stands behind the month; the mark before it is passed.
    fn begins_day(&mut self, separator: Option<char>) -> bool {
        match separator {
            Some(mark) => self.skip(mark.encode_utf8(&mut [0; 4])),
            None => self.rest.starts_with(|character: char| character.is_ascii_digit()),
        }
    }

    /// A serial date without a format: the month, to be looked at.
    fn serial(&self) -> Option<(Time, bool)> {
        // 25,569 days lie between the first day of the spreadsheet and 1970-01-01.
        let days: i64 = self.rest.parse().ok()?;
        let day = Date::from_days(days - 25_569).filter(|day| self.plausible(day.year()))?;
        Some((Time::Month(day.year(), day.month()), true))
    }

    fn year(&mut self) -> Option<u16> {
        for (name, first) in ERAS {
            if let Some(rest) = self.rest.strip_prefix(name) {
                self.rest = rest.strip_prefix('.').filter(|_| name.is_ascii()).unwrap_or(rest);
                let count = if self.skip("元") { 1 } else { self.number(2)? };
                return (count > 0).then(|| first + count - 1);
            }
        }
        let four = self.rest.get(..4).filter(|four| four.bytes().all(|byte| byte.is_ascii_digit()))?;
        let behind = self.rest.get(4..)?;
        if behind.starts_with(|character: char| character.is_ascii_digit()) {
            return None;
        }
        self.rest = behind;
        four.parse().ok()
    }

    /// Within ten years before and thirty after the inquiry.
    fn plausible(&self, year: u16) -> bool {
        (self.asked.year().saturating_sub(10)..=self.asked.year() + 30).contains(&year)
    }

    /// Digits, or a Japanese numeral below 100.
    fn number(&mut self, most: usize) -> Option<u16> {
        self.digits(most).or_else(|| {
            let length = self.rest.chars().take_while(|character| JAPANESE.contains(*character)).count();
            let end = self.rest.char_indices().nth(length).map_or(self.rest.len(), |(at, _)| at);
            let (numeral, rest) = self.rest.split_at_checked(end)?;
            let number = japanese_number(numeral)?;
            self.rest = rest;
            Some(number)
        })
    }

    fn digits(&mut self, most: usize) -> Option<u16> {
        let length = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        if length == 0 || length > most {
            return None;
        }
        let (number, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        number.parse().ok()
    }

    fn skip(&mut self, word: &str) -> bool {
        self.rest.strip_prefix(word).is_some_and(|rest| {
            self.rest = rest;
            true
        })
    }

    /// Whether nothing but known words is left.
    fn only_words(&self) -> bool {
        behind(self.rest)
    }
}

fn behind(rest: &str) -> bool {
    rest.is_empty() || AFTER.iter().any(|word| rest.strip_prefix(word).is_some_and(behind))
}

/// The characters of Japanese numerals below 100.
const JAPANESE: &str = "一二三四五六七八九十";

fn japanese_number(numeral: &str) -> Option<u16> {
    let digit = |text: &str, empty: u16| {
        if text.is_empty() {
            return Some(empty);
        }
        let mut characters = text.chars();
        let only = characters.next().filter(|_| characters.next().is_none())?;
        let place = JAPANESE.chars().take(9).position(|other| other == only)?;
        u16::try_from(place + 1).ok()
    };
    match numeral.split_once('十') {
        Some((tens, ones)) => Some(digit(tens, 1)? * 10 + digit(ones, 0)?),
        None => digit(numeral, 0).filter(|number| *number > 0),
    }
}

impl fmt::Display for Time {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(year, month) => write!(formatter, "{year:04}-{month:02}"),
            Self::FiscalYear(year) => write!(formatter, "FY{year:04}"),
            Self::Undecided => formatter.write_str("未定"),
        }
    }
}

impl FromStr for Time {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let refused = || NotATime(text.to_owned());
        if text == "未定" {
            return Ok(Self::Undecided);
        }
        if let Some(year) = text.strip_prefix("FY") {
            return year.parse().map(Self::FiscalYear).map_err(|_| refused());
        }
        let (year, month) = text.split_once('-').ok_or_else(refused)?;
        match (year.parse(), month.parse()) {
            (Ok(year), Ok(month @ 1..=12)) if text.len() == 7 => Ok(Self::Month(year, month)),
            _ => Err(refused()),
        }
    }
}

as_text!(Time);
