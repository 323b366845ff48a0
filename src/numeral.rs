//! Numerals of ordinances: half-width, full-width and kanji; read, and written back in the manner of the text.

const DIGITS: &str = "〇一二三四五六七八九";

/// How a text writes its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Manner {
    /// 第12条, 第１２条
    #[default]
    Arabic,
    /// 第十二条
    Kanji,
}

/// A number at the head of a text: its value, its manner and what follows.
#[must_use]
pub fn leading(text: &str) -> Option<(u32, Manner, &str)> {
    arabic(text).map(|(value, rest)| (value, Manner::Arabic, rest)).or_else(|| {
        let (value, rest) = kanji(text)?;
        Some((value, Manner::Kanji, rest))
    })
}

/// A number in half-width or full-width digits.
#[must_use]
pub fn arabic(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|letter| digit(letter).is_none()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    if digits.is_empty() {
        return None;
    }
    let value =
        digits.chars().filter_map(digit).try_fold(0_u32, |value, digit| value.checked_mul(10)?.checked_add(digit))?;
    Some((value, rest))
}

/// The value of a text that is a number as a whole.
#[must_use]
pub fn read(digits: &str) -> Option<u32> {
    leading(digits).filter(|(_, _, rest)| rest.is_empty()).map(|(value, ..)| value)
}

/// Whether a character belongs to a number.
#[must_use]
pub fn is_digit(letter: char) -> bool {
    digit(letter).is_some() || is_kanji(letter)
}

/// Whether a character belongs to a kanji number.
#[must_use]
pub fn is_kanji(letter: char) -> bool {
    DIGITS.contains(letter) || unit(letter).is_some()
}

const fn unit(letter: char) -> Option<u32> {
    match letter {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

fn digit(letter: char) -> Option<u32> {
    match letter {
        '０'..='９' => Some(u32::from(letter) - u32::from('０')),
        _ => letter.to_digit(10),
    }
}

/// A kanji number below 10,000, positional (二〇) or with units (二十).
fn kanji(text: &str) -> Option<(u32, &str)> {
    let (mut value, mut digits) = (0_u32, None::<u32>);
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        if let Some(unit) = unit(letter) {
            value = value.checked_add(digits.take().unwrap_or(1).checked_mul(unit)?)?;
        } else if let Some(digit) = DIGITS.chars().position(|known| known == letter) {
            digits = Some(digits.unwrap_or(0).checked_mul(10)?.checked_add(u32::try_from(digit).ok()?)?);
        } else {
            break;
        }
        end = at + letter.len_utf8();
    }
    let rest = text.get(end..)?;
    (end > 0).then_some((value.checked_add(digits.unwrap_or(0))?, rest))
}

/// Writes a number in the given manner (kanji with units, as statutes do).
#[must_use]
pub fn written(value: u32, manner: Manner) -> String {
    if manner == Manner::Arabic || value == 0 || value > 9_999 {
        return value.to_string();
    }
    let mut text = String::new();
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = value / unit % 10;
        if digit > 1 || digit == 1 && unit == 1 {
            text.extend(DIGITS.chars().nth(digit as usize));
        }
        if digit > 0 {
            text.push_str(name);
        }
    }
    text
}

/// A circled or bracketed number (①, ⑴, ⒈): its value.
#[must_use]
pub fn enclosed(letter: char) -> Option<u32> {
    let from = |first: char| u32::from(letter).checked_sub(u32::from(first)).map(|place| place + 1);
    match letter {
        '①'..='⑳' => from('①'),
        '⑴'..='⒇' => from('⑴'),
        '⒈'..='⒛' => from('⒈'),
        _ => None,
    }
}

/// A number in full-width digits.
#[must_use]
pub fn full_width(number: u32) -> String {
    number.to_string().chars().map(wide).collect()
}

/// The full-width digit of a half-width one; any other character as it is.
#[must_use]
pub fn wide(digit: char) -> char {
    if digit.is_ascii_digit() { char::from_u32(u32::from(digit) + 0xfee0).unwrap_or(digit) } else { digit }
}

/// Full-width digits as half-width ones; everything else as it is.
#[must_use]
pub fn half_width(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '０'..='９' => char::from_digit(u32::from(letter) - u32::from('０'), 10).unwrap_or(letter),
            _ => letter,
        })
        .collect()
}
