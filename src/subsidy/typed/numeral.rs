//! Numbers in Arabic and Chinese figures, mixed as people mix them: 6353, 6,353, 6.3万, 2万5千, 六千三百五十三, 六三五三.

use super::NotUsable;
use crate::forms::half_width;

/// A text without blanks, in half width, with one form of each figure.
pub(super) fn folded(text: &str) -> String {
    text.chars().map(|character| figure(half_width(character))).filter(|character| !character.is_whitespace()).collect()
}

fn figure(character: char) -> char {
    const CHINESE: [(&str, char); 10] = [
        ("〇零○◯", '0'),
        ("一壱壹", '1'),
        ("二弐貳", '2'),
        ("三参參", '3'),
        ("四", '4'),
        ("五伍", '5'),
        ("六", '6'),
        ("七", '7'),
        ("八", '8'),
        ("九", '9'),
    ];
    match character {
        '、' => ',',
        '拾' => '十',
        '萬' => '万',
        _ => CHINESE.iter().find(|(forms, _)| forms.contains(character)).map_or(character, |(_, figure)| *figure),
    }
}

/// Whether a folded text has a unit such as 万.
pub(super) fn has_unit(text: &str) -> bool {
    text.contains(|character| small_unit(character).is_some() || large_unit(character).is_some())
}

const fn small_unit(character: char) -> Option<u32> {
    match character {
        '十' => Some(1),
        '百' => Some(2),
        '千' => Some(3),
        _ => None,
    }
}

const fn large_unit(character: char) -> Option<u32> {
    match character {
        '万' => Some(4),
        '億' => Some(8),
        '兆' => Some(12),
        _ => None,
    }
}

/// More decimal places than anyone types; with it every sum fits 128 bits.
const MOST_PLACES: usize = 8;
/// More digits than anyone types.
const MOST_DIGITS: usize = 16;
/// Every value is kept in units of 10^-8.
pub(super) const SCALE: i128 = 100_000_000;

/// Reads a folded text, in units of [`SCALE`]; `too_large` is for more digits than anyone types.
pub(super) fn read(text: &str, too_large: NotUsable) -> Result<i128, NotUsable> {
    if text.is_empty() {
        return Err(NotUsable::Empty);
    }
    if let Some(rest) = text.strip_prefix(['-', '−', '‐', '–', '△', '▲', 'ー']) {
        return Err(if read(rest, too_large).is_ok() { NotUsable::Negative } else { NotUsable::Unreadable });
    }
    let decimal = |figures: &str| decimal(figures, too_large);
    let mut sum = Sum::default();
    let mut figures = String::new();
    for character in text.chars() {
        if character.is_ascii_digit() || character == ',' || character == '.' {
            figures.push(character);
            continue;
        }
        let number = if figures.is_empty() { None } else { Some(decimal(&figures)?) };
        figures.clear();
        match (small_unit(character), large_unit(character)) {
            (Some(power), _) => sum.small(number, power)?,
            (None, Some(power)) => sum.large(number, power)?,
            (None, None) => return Err(NotUsable::Unreadable),
        }
    }
    let rest = if figures.is_empty() { 0 } else { sum.last(decimal(&figures)?)? };
    Ok(sum.total + sum.section + rest)
}

/// The value so far: what stands before the last 万, 億 or 兆, and the section after it.
#[derive(Default)]
struct Sum {
    total: i128,
    section: i128,
    /// The last small and large units, which must descend.
    small: Option<u32>,
    large: Option<u32>,
}

impl Sum {
    fn small(&mut self, number: Option<i128>, power: u32) -> Result<(), NotUsable> {
        if self.small.is_some_and(|last| last <= power) {
            return Err(NotUsable::Unreadable);
        }
        // 千 without a figure is one thousand.
        let number = number.map_or(Ok(SCALE), |number| self.below_small(number))?;
        self.section += number * 10_i128.pow(power);
        self.small = Some(power);
        Ok(())
    }

    fn large(&mut self, number: Option<i128>, power: u32) -> Result<(), NotUsable> {
        let section = self.section + number.map_or(Ok(0), |number| self.below_small(number))?;
        if section == 0 && number.is_none() || self.large.is_some_and(|last| last <= power) {
            return Err(NotUsable::Unreadable);
        }
        self.total += section * 10_i128.pow(power);
        (self.section, self.small, self.large) = (0, None, Some(power));
        Ok(())
    }

    /// Figures after 十, 百 or 千 count less than that unit.
    fn below_small(&self, number: i128) -> Result<i128, NotUsable> {
        let unit = self.small.map(|power| SCALE * 10_i128.pow(power));
        if unit.is_some_and(|unit| number >= unit) { Err(NotUsable::Unreadable) } else { Ok(number) }
    }

    /// Figures after the last unit count less than that unit: 2万5 is no number that anyone means otherwise.
    fn last(&self, number: i128) -> Result<i128, NotUsable> {
        let unit = self.small.or(self.large).map(|power| SCALE * 10_i128.pow(power));
        if unit.is_some_and(|unit| number >= unit) { Err(NotUsable::Unreadable) } else { Ok(number) }
    }
}

/// Figures with commas between groups of three and at most one point, in units of 10^-8.
fn decimal(figures: &str, too_large: NotUsable) -> Result<i128, NotUsable> {
    let (whole, places) = figures.split_once('.').unwrap_or((figures, "0"));
    let digits = grouped(whole).ok_or(NotUsable::Unreadable)?;
    let places = places.trim_end_matches('0');
    if places.contains(|character: char| !character.is_ascii_digit()) || figures.ends_with('.') {
        return Err(NotUsable::Unreadable);
    }
    if digits.len() > MOST_DIGITS {
        return Err(too_large);
    }
    if places.len() > MOST_PLACES {
        return Err(NotUsable::Unreadable);
    }
    let scaled = format!("0{digits}{places:0<MOST_PLACES$}");
    scaled.parse().map_err(|_| NotUsable::Unreadable)
}

/// The digits without their commas; nothing where a comma stands elsewhere than before three digits.
fn grouped(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next().filter(|first| !first.is_empty())?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits.trim_start_matches('0').to_owned())
}
