//! What a decision is keyed to: the normalised words of the clause, within its ordinance.
//!
//! Takes texts as read, gives keys that survive a new row, a new file, other widths and other white space. The same
//! words in two ordinances are two provisions with two keys; [`ClauseKey::text`] tells that their wording is one.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::clause::Clause;
use crate::forms::half_width;

/// The 64-bit FNV-1a hash of a normalised text in UTF-8, written as 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

/// FNV-1a, 64 bits: the constants of the published algorithm.
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

impl Fingerprint {
    /// The least of all in their order.
    pub(super) const LEAST: Self = Self(0);

    /// The fingerprint of a text after [`normalised`].
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut buffer = [0; 4];
        let mut hash = OFFSET;
        for character in normal_characters(text) {
            hash = absorb(hash, character.encode_utf8(&mut buffer).as_bytes());
        }
        Self(hash)
    }

    /// Its number, for what is chosen by it.
    #[must_use]
    pub const fn value(self) -> u64 {
        self.0
    }

    /// The fingerprint of bytes as they are.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(absorb(OFFSET, bytes))
    }
}

fn absorb(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME))
}

/// The text without white space, full-width forms of ASCII as half-width ones.
#[must_use]
pub fn normalised(text: &str) -> String {
    normal_characters(text).collect()
}

/// A text as words are looked for in it: normalised, small letters.
pub(super) fn searchable(text: &str) -> String {
    let mut text = normalised(text);
    text.make_ascii_lowercase();
    text
}

fn normal_characters(text: &str) -> impl Iterator<Item = char> {
    let invisible = |character: &char| character.is_whitespace() || matches!(character, '\u{200b}' | '\u{feff}');
    text.chars().map(half_width).filter(move |character| !invisible(character))
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

/// The text is no key as [`ClauseKey`] writes it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a key of a clause: {0:?}")]
pub struct NotAKey(pub String);

/// The key of a clause: its words within its ordinance. Ordered, so that outputs have one order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ClauseKey {
    /// The words of the clause.
    pub text: Fingerprint,
    /// 例規名
    pub title: Fingerprint,
}

impl ClauseKey {
    /// The key of a clause.
    #[must_use]
    pub fn of(clause: &Clause) -> Self {
        Self { text: Fingerprint::of(&clause.text), title: Fingerprint::of(&clause.title) }
    }
}

impl fmt::Display for ClauseKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.text, self.title)
    }
}

impl FromStr for ClauseKey {
    type Err = NotAKey;

    fn from_str(written: &str) -> Result<Self, Self::Err> {
        let digits = |part: &str| {
            let plain = part.len() == 16 && part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
            plain.then(|| u64::from_str_radix(part, 16).ok()).flatten().map(Fingerprint)
        };
        let parts = written.split_once('-').and_then(|(text, title)| digits(text).zip(digits(title)));
        parts.map(|(text, title)| Self { text, title }).ok_or_else(|| NotAKey(written.to_owned()))
    }
}

impl TryFrom<String> for ClauseKey {
    type Error = NotAKey;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        written.parse()
    }
}

impl From<ClauseKey> for String {
    fn from(key: ClauseKey) -> Self {
        key.to_string()
    }
}
