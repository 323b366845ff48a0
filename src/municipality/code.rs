//! [`Code`]: 全国地方公共団体コード, five digits and a check digit.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::{Serialize, Serializer};

use crate::forms::half_width;
use crate::municipality::{MUNICIPALITIES, Municipality};

/// A code of six digits, the check digit included (和木町 353213).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u32);

impl Code {
    /// The code of six digits as a number.
    pub(crate) const fn from_table(code: u32) -> Self {
        Self(code)
    }
}

impl fmt::Display for Code {
    /// Six digits, leading zeros included.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:06}", self.0)
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A municipality crosses the border with all that it is and comes back by its code.
impl<'de> Deserialize<'de> for &'static Municipality {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        struct Coded {
            code: String,
        }
        read_code(&Coded::deserialize(deserializer)?.code).map_err(D::Error::custom)
    }
}

/// Why a code leads to no municipality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum CodeError {
    /// Not four to six digits.
    #[error("not a code of four to six digits")]
    NotACode,
    /// The sixth digit does not check the other five.
    #[error("the check digit is {written}, not {expected}")]
    CheckDigit {
        /// The sixth digit as written.
        written: u32,
        /// What it would have to be.
        expected: u32,
    },
    /// No municipality of the table has it; 都道府県 and wards of 指定都市 have codes too.
    #[error("no municipality has this code")]
    Unknown,
    /// Five digits can be a code without its check digit, or one that has lost its leading zero, and both exist.
    #[error("the code can be {} or {}", .0.name, .1.name)]
    Ambiguous(&'static Municipality, &'static Municipality),
}

/// The municipality with a code.
#[must_use]
pub fn by_code(code: Code) -> Option<&'static Municipality> {
    let place = MUNICIPALITIES.binary_search_by_key(&code, |municipality| municipality.code).ok()?;
    MUNICIPALITIES.get(place)
}

/// The municipality with a code as a list has it: five or six digits, full-width too, the leading zero perhaps lost, `.0` perhaps added.
///
/// # Errors
/// [`CodeError`] says why there is none.
pub fn read_code(text: &str) -> Result<&'static Municipality, CodeError> {
    let folded: String = text.chars().map(half_width).filter(|character| !character.is_whitespace()).collect();
    let digits = folded.strip_suffix(".0").unwrap_or(&folded);
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(CodeError::NotACode);
    }
    let number: u32 = digits.parse().map_err(|_| CodeError::NotACode)?;
    match digits.len() {
        6 => whole(number),
        5 => match (without_check_digit(number), whole(number)) {
            (Some(one), Ok(other)) => Err(CodeError::Ambiguous(one, other)),
            (Some(found), Err(_)) | (None, Ok(found)) => Ok(found),
            (None, Err(_)) => Err(CodeError::Unknown),
        },
        4 => without_check_digit(number).ok_or(CodeError::Unknown),
        _ => Err(CodeError::NotACode),
    }
}

fn whole(number: u32) -> Result<&'static Municipality, CodeError> {
    let (written, expected) = (number % 10, check_digit(number / 10));
    if written != expected {
        return Err(CodeError::CheckDigit { written, expected });
    }
    by_code(Code(number)).ok_or(CodeError::Unknown)
}

fn without_check_digit(number: u32) -> Option<&'static Municipality> {
    by_code(Code(number * 10 + check_digit(number)))
}

/// The digits weighed with 6 to 2 from the left, modulo 11.
fn check_digit(five: u32) -> u32 {
    let places = [(10_000, 6), (1_000, 5), (100, 4), (10, 3), (1, 2)];
    let sum: u32 = places.iter().map(|(place, weight)| five / place % 10 * weight).sum();
    (11 - sum % 11) % 10
}
