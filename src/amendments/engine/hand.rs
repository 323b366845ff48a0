//! The hand of a text (書きぶり): old or new kana, full or half width, 漢数字 or 算用数字. A draft is written in the hand of the ordinance.

use crate::numeral::{self, Manner};

/// How numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Numerals {
    /// 第3条
    #[default]
    Half,
    /// 第３条
    Full,
    /// 第三条
    Kanji,
}

/// How commas and stops are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Marks {
    /// 、 and 。
    #[default]
    Wide,
    /// ， and 。 of texts written across.
    Comma,
    /// ､ and ｡
    Half,
}

/// The hand of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hand {
    /// よつて, not よって.
    pub large_tsu: bool,
    /// (…), not （…）.
    pub half_brackets: bool,
    /// How commas and stops are written.
    pub marks: Marks,
    /// How numbers are written.
    pub numerals: Numerals,
}

const LARGE: [&str; 9] = ["つて", "つた", "あつ", "よつ", "もつ", "行なつ", "行つ", "従つ", "至つ"];

impl Hand {
    /// The hand that a text shows; `label` is the citation of the clause, which shows the numerals.
    #[must_use]
    pub fn of(text: &str, label: &str) -> Self {
        let count = |words: &[&str]| words.iter().map(|word| text.matches(word).count()).sum::<usize>();
        Self {
            large_tsu: count(&LARGE) > text.matches('っ').count(),
            half_brackets: text.contains('(') && !text.contains('（'),
            marks: marks(text),
            numerals: numerals(label).or_else(|| numerals_of_citations(text)).unwrap_or_default(),
        }
    }

    /// Words in this hand.
    #[must_use]
    pub fn write(self, words: &str) -> String {
        let mut written = String::with_capacity(words.len());
        let mut digits = String::new();
        for letter in words.chars() {
            if letter.is_ascii_digit() {
                digits.push(letter);
                continue;
            }
            self.number(&mut digits, &mut written);
            written.push(match letter {
                'っ' if self.large_tsu => 'つ',
                '（' if self.half_brackets => '(',
                '）' if self.half_brackets => ')',
                '、' => self.marks.written().0,
                '。' => self.marks.written().1,
                other => other,
            });
        }
        self.number(&mut digits, &mut written);
        written
    }

    /// A number in this hand.
    #[must_use]
    pub fn numeral(self, value: u32) -> String {
        let mut written = String::new();
        self.number(&mut value.to_string(), &mut written);
        written
    }

    fn number(self, digits: &mut String, written: &mut String) {
        if digits.is_empty() {
            return;
        }
        match (self.numerals, digits.parse::<u32>()) {
            (Numerals::Kanji, Ok(value)) if value > 0 && value < 10_000 => {
                written.push_str(&numeral::written(value, Manner::Kanji));
            }
            (Numerals::Full, _) => written.extend(digits.chars().map(numeral::wide)),
            _ => written.push_str(digits),
        }
        digits.clear();
    }
}

impl Marks {
    /// Comma and stop.
    const fn written(self) -> (char, char) {
        match self {
            Self::Wide => ('、', '。'),
            Self::Comma => ('，', '。'),
            Self::Half => ('､', '｡'),
        }
    }
}

/// Those that a text has most.
fn marks(text: &str) -> Marks {
    let count = |marks: Marks| text.matches(marks.written().0).count();
    [Marks::Half, Marks::Comma, Marks::Wide].into_iter().max_by_key(|marks| count(*marks)).unwrap_or_default()
}

/// The numerals of 「第…条」.
fn numerals(label: &str) -> Option<Numerals> {
    let after = label.split_once('第')?.1.chars().next()?;
    match after {
        '0'..='9' => Some(Numerals::Half),
        '０'..='９' => Some(Numerals::Full),
        letter if numeral::is_kanji(letter) => Some(Numerals::Kanji),
        _ => None,
    }
}

fn numerals_of_citations(text: &str) -> Option<Numerals> {
    text.match_indices('第').find_map(|(at, _)| numerals(text.get(at..)?))
}

/// A character without width and without the size of っ, so that words are found in any hand.
#[must_use]
pub fn folded(letter: char) -> char {
    match letter {
        'っ' => 'つ',
        'ッ' => 'ツ',
        'ィ' => 'イ',
        '\u{3000}' => ' ',
        '，' | '､' => '、',
        '｡' => '。',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    }
}
