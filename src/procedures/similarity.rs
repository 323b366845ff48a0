//! How alike two folded names are: the share of letter pairs that they have in common (Dice), in whole percent.

use super::catalogue::{Number, Procedure};
use super::folding::FoldedName;

/// How well a name fits, in whole percent (0 to 100).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Degree(u8);

impl Degree {
    /// The same as the official name.
    pub const SAME: Self = Self(100);
    /// The same as a shorthand seen in municipal lists.
    pub const SHORTHAND: Self = Self(95);

    /// Of a match by its words: 0.60 to 0.94, closer to the official wording is higher.
    #[must_use]
    pub fn of_match(alike: u8) -> Self {
        Self((60 + u16::from(alike.min(100)) * 34 / 100).try_into().unwrap_or(60))
    }

    /// Of a candidate that is only asked about: 0.00 to 0.59.
    #[must_use]
    pub fn of_candidate(alike: u8) -> Self {
        Self(alike.min(59))
    }

    /// In whole percent, 0 to 100.
    #[must_use]
    pub fn percent(self) -> u8 {
        self.0
    }

    /// As a share, 0 to 1 with two decimals.
    #[must_use]
    pub fn share(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl serde::Serialize for Degree {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.share())
    }
}

impl<'de> serde::Deserialize<'de> for Degree {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let share = f64::deserialize(deserializer)?;
        // The nearest whole percent; what lies outside 0 to 1 is no degree.
        let percent = (0..=100_u8).find(|percent| (f64::from(*percent) - share * 100.0).abs() <= 0.5);
        percent.map(Self).ok_or_else(|| serde::de::Error::custom("a degree lies between 0 and 1"))
    }
}

/// How a name equals a spelling that the catalogue knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Equal {
    /// Equals the official name.
    Name,
    /// Equals a shorthand.
    Shorthand,
}

/// Whether a name equals a procedure's name or shorthand, whatever word for the kind of paper ends it.
#[must_use]
pub fn equal(name: &FoldedName, procedure: &Procedure) -> Option<Equal> {
    let found = |is_name: bool| {
        procedure.folded.iter().any(|(spelling, of_name)| {
            *of_name == is_name && (stem(spelling) == stem(&name.whole) || stem(spelling) == stem(&name.main))
        })
    };
    if found(true) {
        Some(Equal::Name)
    } else if found(false) {
        Some(Equal::Shorthand)
    } else {
        None
    }
}

/// How alike a name and a procedure's spellings are at best, in percent.
#[must_use]
pub fn alike(name: &FoldedName, number: Number) -> u8 {
    let spellings = number.procedure().folded.iter().map(|(spelling, _)| *spelling);
    spellings.flat_map(|spelling| [dice(spelling, &name.main), dice(spelling, &name.whole)]).max().unwrap_or(0)
}

fn dice(left: &str, right: &str) -> u8 {
    let (left, mut right) = (pairs(stem(left)), pairs(stem(right)));
    let total = left.len() + right.len();
    if total == 0 {
        return 0;
    }
    let mut common = 0_usize;
    for pair in &left {
        if let Some(position) = right.iter().position(|other| other == pair) {
            right.swap_remove(position);
            common += 1;
        }
    }
    u8::try_from(common * 200 / total).unwrap_or(100)
}

fn pairs(text: &str) -> Vec<(char, char)> {
    text.chars().zip(text.chars().skip(1)).collect()
}

/// A folded name without its last word for the kind of paper: 「妊娠届出書」 and 「妊娠の届出」 share one stem.
fn stem(folded: &str) -> &str {
    let mut rest = folded;
    while let Some(shorter) = KINDS_OF_PAPER.iter().find_map(|kind| rest.strip_suffix(kind)) {
        if shorter.is_empty() {
            return rest;
        }
        rest = shorter;
    }
    rest
}

const KINDS_OF_PAPER: [&str; 17] = [
    "申請書",
    "申請",
    "届出書",
    "届出",
    "届け出",
    "届け",
    "届書",
    "届",
    "請求書",
    "請求",
    "申込書",
    "申込み",
    "申込",
    "願い",
    "願",
    "手続き",
    "手続",
];
