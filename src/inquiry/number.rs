//! [`Number`]: 照会番号, `K7Q-204-M`: the round of the inquiry, the item (clause and category), a check character.
//!
//! Thirty-one characters, a prime: with check = (10 + Σ i·vᵢ) mod 31 every single error and every swap is seen. It is
//! read as it is typed and read out by telephone; a wrong check is never repaired.

use std::fmt;
use std::str::FromStr;

use crate::forms::half_width;
use crate::written::as_text;

/// The characters in the order of their values; I, L, O, U and Z are not used.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKMNPQRSTVWXY";
/// Brackets that may hold a note.
const BRACKETS: &str = "()（）[]［］【】〔〕「」";
/// Items of one round, and rounds: three characters each.
pub const PER_ROUND: u16 = 31 * 31 * 31;

/// Three characters of the round (照会の回).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Round(u16);

/// An inquiry number whose check is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    round: Round,
    item: u16,
}

/// Why something typed is no inquiry number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotANumber {
    /// Nothing stands there.
    #[error("blank")]
    Blank,
    /// It has not the form.
    #[error("form")]
    Form,
    /// Its check is wrong.
    #[error("check")]
    Check,
    /// Two numbers stand there.
    #[error("two numbers")]
    Two,
}

impl Round {
    /// A round by its place among all; rounds beyond the last begin anew.
    #[must_use]
    pub const fn new(place: u16) -> Self {
        Self(place % PER_ROUND)
    }

    /// The round after it.
    #[must_use]
    pub const fn next(self) -> Self {
        Self((self.0 + 1) % PER_ROUND)
    }
}

impl Number {
    /// The number of an item; nothing where the round has no more.
    #[must_use]
    pub const fn new(round: Round, item: u16) -> Option<Self> {
        if item < PER_ROUND { Some(Self { round, item }) } else { None }
    }

    /// The round that it was sent in.
    #[must_use]
    pub const fn round(self) -> Round {
        self.round
    }

    /// Reads what was typed: any width and case, with or without hyphens, O for 0, I and L for 1, a note in brackets.
    ///
    /// # Errors
    /// Why it is none.
    pub fn read(typed: &str) -> Result<Self, NotANumber> {
        let bare = bare(typed);
        let values: Option<Vec<u16>> = bare.chars().map(value).collect();
        match values.as_deref() {
            Some([]) => Err(NotANumber::Blank),
            _ if several(typed) => Err(NotANumber::Two),
            Some(&[first, second, third, fourth, fifth, sixth, check]) => {
                let number = Self { round: Round(place(first, second, third)), item: place(fourth, fifth, sixth) };
                if number.check() == check { Ok(number) } else { Err(NotANumber::Check) }
            }
            _ => Err(NotANumber::Form),
        }
    }

    /// Whether something typed looks like an inquiry number, right or wrong.
    #[must_use]
    pub fn resembles(typed: &str) -> bool {
        let bare = bare(typed);
        (4..=8).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_alphanumeric()) && {
            bare.bytes().any(|byte| byte.is_ascii_digit()) && bare.bytes().any(|byte| byte.is_ascii_alphabetic())
        }
    }

    fn values(self) -> [u16; 6] {
        let split = |place: u16| [place / 961, place / 31 % 31, place % 31];
        let ([first, second, third], [fourth, fifth, sixth]) = (split(self.round.0), split(self.item));
        [first, second, third, fourth, fifth, sixth]
    }

    fn check(self) -> u16 {
        let weighted: u16 = (1_u16..).zip(self.values()).map(|(weight, value)| weight * value).sum();
        (10 + weighted) % 31
    }
}

const fn place(first: u16, second: u16, third: u16) -> u16 {
    (first * 31 + second) * 31 + third
}

/// What was typed without spaces, hyphens and notes in brackets, in upper case; look-alikes of digits as digits.
fn bare(typed: &str) -> String {
    let (mut depth, mut outside, mut all) = (0_usize, String::new(), String::new());
    for character in typed.chars().map(half_width) {
        match character {
            '(' | '〔' | '[' | '【' | '「' => depth += 1,
            ')' | '〕' | ']' | '】' | '」' => depth = depth.saturating_sub(1),
            _ if character.is_whitespace() || character.is_control() || is_hyphen(character) => {}
            '\u{200b}'..='\u{200f}' | '\u{feff}' => {}
            _ => {
                let plain = match character.to_ascii_uppercase() {
                    'O' => '0',
                    'I' | 'L' => '1',
                    upper => upper,
                };
                all.push(plain);
                if depth == 0 {
                    outside.push(plain);
                }
            }
        }
    }
    // A number that stands in brackets as a whole is no note.
    if outside.is_empty() { all } else { outside }
}

fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | 'ー' | 'ｰ' | '─')
}

fn value(character: char) -> Option<u16> {
    let place = ALPHABET.iter().position(|other| char::from(*other) == character)?;
    u16::try_from(place).ok()
}

/// Whether two or more whole numbers stand there.
fn several(typed: &str) -> bool {
    let without_brackets: String = typed.chars().filter(|character| !BRACKETS.contains(*character)).collect();
    let letters: Vec<char> = bare(&without_brackets).chars().filter(|character| value(*character).is_some()).collect();
    letters.len() > 7
        && letters.len().is_multiple_of(7)
        && letters.chunks(7).all(|part| Number::read(&part.iter().collect::<String>()).is_ok())
}

fn write_three(formatter: &mut fmt::Formatter<'_>, values: &[u16]) -> fmt::Result {
    values.iter().try_for_each(|value| {
        let character = ALPHABET.get(usize::from(*value)).copied().unwrap_or(b'0');
        write!(formatter, "{}", char::from(character))
    })
}

impl fmt::Display for Round {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_three(formatter, &[self.0 / 961, self.0 / 31 % 31, self.0 % 31])
    }
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-", self.round)?;
        write_three(formatter, &[self.item / 961, self.item / 31 % 31, self.item % 31])?;
        formatter.write_str("-")?;
        write_three(formatter, &[self.check()])
    }
}

impl FromStr for Round {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let values: Option<Vec<u16>> = text.chars().map(value).collect();
        match values.as_deref() {
            Some(&[first, second, third]) => Ok(Self(place(first, second, third))),
            _ => Err(NotANumber::Form),
        }
    }
}

impl FromStr for Number {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, NotANumber> {
        Self::read(text)
    }
}

as_text!(Round, Number);
