//! [`Place`]: where words stand, as an amendment cites it (「第3条第2項ただし書」).

use std::fmt;

use crate::amendments::engine::Hand;
use crate::numeral::leading;

/// Which sentences of a 項 or 号.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Portion {
    /// All.
    #[default]
    Whole,
    /// 本文
    Main,
    /// ただし書
    Proviso,
    /// 前段
    First,
    /// 後段
    Second,
    /// 各号列記以外の部分
    Chapeau,
}

impl Portion {
    /// All that have a name.
    pub const NAMED: [Self; 5] = [Self::Main, Self::Proviso, Self::First, Self::Second, Self::Chapeau];

    /// As an amendment names it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Whole => "",
            Self::Main => "本文",
            Self::Proviso => "ただし書",
            Self::First => "前段",
            Self::Second => "後段",
            Self::Chapeau => "各号列記以外の部分",
        }
    }
}

/// A place in an ordinance.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Place {
    /// 条 as the ordinance writes it, with 附則 before it where it stands there (「第5条の2」「附則」「別表第1」).
    pub article: String,
    /// 「第2項」, empty where the article has one.
    pub paragraph: String,
    /// 「第3号」 and what is cited below it (「第3号イ」), empty for none.
    pub item: String,
    /// Which sentences.
    pub portion: Portion,
}

impl Place {
    /// Reads a citation; notes in brackets at its end (「（改正後は…）」) are no part of it.
    #[must_use]
    pub fn parse(citation: &str) -> Self {
        let citation = citation.trim();
        let citation = citation
            .find("（改正後")
            .or_else(|| citation.find("（2013"))
            .and_then(|at| citation.get(..at))
            .unwrap_or(citation);
        let mut rest: String = citation.chars().filter(|letter| !letter.is_whitespace()).collect();
        let mut portion = Portion::Whole;
        for named in Portion::NAMED {
            if let Some(before) = rest.strip_suffix(named.name()) {
                (rest, portion) = (before.to_owned(), named);
                break;
            }
        }
        let (rest, item) = cut(&rest, '号');
        let (article, paragraph) = cut(&rest, '項');
        Self { article, paragraph, item, portion }
    }

    /// The place without its sentences.
    #[must_use]
    pub fn whole(&self) -> Self {
        Self { portion: Portion::Whole, ..self.clone() }
    }

    /// The value of its 項, 1 where it names none.
    #[must_use]
    pub fn paragraph_number(&self) -> u32 {
        number(&self.paragraph).unwrap_or(1)
    }

    /// 「第N項」 in the hand of the ordinance.
    #[must_use]
    pub fn nth_paragraph(number: u32, hand: Hand) -> String {
        format!("第{}項", hand.numeral(number))
    }

    /// As it is cited after another place of the same ordinance was cited: 同条, 同項, 同号.
    #[must_use]
    pub fn after(&self, before: Option<&Self>) -> String {
        let Some(before) = before.filter(|before| before.article == self.article) else { return self.to_string() };
        let portion = self.portion.name();
        if before.paragraph != self.paragraph {
            return format!("同条{}{}{portion}", self.paragraph, self.item);
        }
        if !self.item.is_empty() && before.item == self.item {
            return format!("同号{portion}");
        }
        let same = if self.paragraph.is_empty() { "同条" } else { "同項" };
        format!("{same}{}{portion}", self.item)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}{}{}", self.article, self.paragraph, self.item, self.portion.name())
    }
}

/// Cuts 「第…項」 or 「第…号…」 off the end of a citation.
fn cut(citation: &str, unit: char) -> (String, String) {
    let whole = || (citation.to_owned(), String::new());
    let Some(end) = citation.rfind(unit) else { return whole() };
    let Some(start) = citation.get(..end).and_then(|before| before.rfind('第')) else { return whole() };
    let inside = citation.get(start..end).unwrap_or_default();
    if inside.contains(['条', '項', '号', '表']) || number(citation.get(start..).unwrap_or_default()).is_none() {
        return whole();
    }
    (citation.get(..start).unwrap_or_default().to_owned(), citation.get(start..).unwrap_or_default().to_owned())
}

/// The number of 「第…」, in any digits.
#[must_use]
pub fn number(citation: &str) -> Option<u32> {
    leading(citation.trim_start_matches('第')).map(|(value, ..)| value)
}
