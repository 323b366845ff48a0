//! Number formats: which numbers are dates, which are codes with leading zeros, which are shown with words (`第0条`).
//!
//! Built-in formats are those of ECMA-376 part 1, 18.8.30 (27–36 and 50–58 are the Japanese dates). A number is given as
//! typed unless its format puts letters or brackets beside its digits: then the officer knows it only as it is shown.

use std::rc::Rc;

use crate::numeral::{self, Manner};

/// What a number format makes of a number.
#[derive(Debug, Clone, Default)]
pub(super) enum Format {
    /// Shown as it is.
    #[default]
    Plain,
    /// A serial date or time.
    Date,
    /// An integer with at least so many digits (`000000` for the codes of municipalities).
    Padded(usize),
    /// Some section of the code puts words beside the number.
    Worded(Rc<Code>),
}

impl Format {
    /// By the built-in identifier, where there is one that matters.
    pub fn built_in(id: u32) -> Self {
        match id {
            14..=22 | 27..=36 | 45..=47 | 50..=58 => Self::Date,
            _ => Self::Plain,
        }
    }

    /// By a custom format code.
    pub fn custom(code: &str) -> Self {
        let code = Code::of(code);
        let Some(first) = code.sections.first() else {
            return Self::Plain;
        };
        if first.is_date() {
            return Self::Date;
        }
        if code.sections.iter().any(Section::is_worded) {
            return Self::Worded(Rc::new(code));
        }
        match first.padding() {
            Some(width) if width > 1 => Self::Padded(width),
            _ => Self::Plain,
        }
    }
}

/// A format code by its sections: for positive numbers, negative ones, zero, text; or by conditions of their own.
#[derive(Debug)]
pub(super) struct Code {
    sections: Vec<Section>,
}

#[derive(Debug, Default)]
struct Section {
    condition: Option<(String, f64)>,
    /// Its digits are written in kanji (`[DBNum1]`) or at full width (`[DBNum3]`).
    digits: Option<Digits>,
    tokens: Vec<Token>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Digits {
    Kanji,
    FullWidth,
}

impl Digits {
    fn written(self, digits: &str) -> String {
        let digit = |letter: char| match (self, letter.to_digit(10)) {
            (Self::Kanji, Some(value)) => "〇一二三四五六七八九".chars().nth(value as usize).unwrap_or(letter),
            _ => numeral::wide(letter),
        };
        digits.chars().map(digit).collect()
    }
}

#[derive(Debug, PartialEq)]
enum Token {
    /// Quoted, escaped, or a letter that stands for itself.
    Words(String),
    /// `0`, `#` or `?`
    Digit(char),
    Point,
    Comma,
    Percent,
    General,
    /// `@`
    Text,
    /// A letter of a date.
    Date,
    /// Exponents and fractions, which are not shown in words here.
    Other,
}

impl Token {
    /// What a letter alone stands for; `None` where it stands for itself.
    fn of(letter: char) -> Option<Self> {
        Some(match letter {
            '0' | '#' | '?' => Self::Digit(letter),
            '.' => Self::Point,
            ',' => Self::Comma,
            '%' => Self::Percent,
            '@' => Self::Text,
            '/' => Self::Other,
            letter if "ymdhsgea".contains(letter.to_ascii_lowercase()) => Self::Date,
            _ => return None,
        })
    }
}

impl Code {
    fn of(code: &str) -> Self {
        let mut sections = vec![Section::default()];
        let code = code.replace("G/標準", "General");
        let mut rest = code.as_str();
        while let Some(character) = rest.chars().next() {
            if character == ';' {
                rest = rest.get(1..).unwrap_or_default();
                sections.push(Section::default());
            } else if let Some(section) = sections.last_mut() {
                rest = section.take(character, rest);
            }
        }
        Self { sections }
    }

    /// A number in words; `None` where its section has none.
    pub fn number(&self, value: f64) -> Option<String> {
        let numbers = self.sections.iter().filter(|section| !section.tokens.contains(&Token::Text));
        let sections: Vec<&Section> = numbers.take(3).collect();
        let conditional = sections.iter().any(|section| section.condition.is_some());
        let place = if conditional {
            let holds =
                |section: &&Section| section.condition.as_ref().is_none_or(|(how, than)| holds(how, value, *than));
            sections.iter().position(holds)?
        } else {
            match sections.len() {
                0 => return None,
                2.. if value < 0.0 => 1,
                3.. if value == 0.0 => 2,
                _ => 0,
            }
        };
        let section = sections.get(place)?;
        // Brackets and triangles around a negative number are its sign, not words.
        let signed = place == 1 && !conditional;
        if !(section.has_letters() || !signed && section.has_brackets()) {
            return None;
        }
        let sign = if value < 0.0 && !signed { "-" } else { "" };
        Some(format!("{sign}{}", section.shown(value.abs())?))
    }

    /// A text in words.
    pub fn text(&self, text: &str) -> Option<String> {
        let section = self.sections.iter().find(|section| section.tokens.contains(&Token::Text))?;
        let shown = section.tokens.iter().map(|token| match token {
            Token::Text => text,
            Token::Words(words) => words.as_str(),
            _ => "",
        });
        Some(shown.collect())
    }
}

/// At most 15 significant digits, as spreadsheets show them (0.1 + 0.2 is 0.3).
pub(super) fn plain(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return if value == 0.0 { "0".to_owned() } else { value.to_string() };
    }
    format!("{value:.14e}").parse::<f64>().unwrap_or(value).to_string()
}

fn holds(how: &str, value: f64, than: f64) -> bool {
    match how {
        "<" => value < than,
        "<=" => value <= than,
        ">" => value > than,
        ">=" => value >= than,
        "<>" => (value - than).abs() > f64::EPSILON,
        _ => (value - than).abs() <= f64::EPSILON,
    }
}

impl Section {
    /// Takes the next token; gives what follows it.
    fn take<'a>(&mut self, first: char, text: &'a str) -> &'a str {
        let rest = text.get(first.len_utf8()..).unwrap_or_default();
        let second = rest.chars().next();
        let after_second = || rest.get(second.map_or(0, char::len_utf8)..).unwrap_or_default();
        let token = match first {
            '"' => {
                let (words, rest) = rest.split_once('"').unwrap_or((rest, ""));
                self.words(words);
                return rest;
            }
            '\\' | '!' => {
                self.words(second.map(String::from).as_deref().unwrap_or_default());
                return after_second();
            }
            // A blank as wide as the next character, and a character that fills the cell.
            '_' | '*' => return after_second(),
            '[' => {
                let (inner, rest) = rest.split_once(']').unwrap_or((rest, ""));
                self.bracket(inner);
                return rest;
            }
            'E' | 'e' if matches!(second, Some('+' | '-')) => {
                self.tokens.push(Token::Other);
                return after_second();
            }
            'G' | 'g' if text.get(..7).is_some_and(|word| word.eq_ignore_ascii_case("general")) => {
                self.tokens.push(Token::General);
                return text.get(7..).unwrap_or_default();
            }
            letter => {
                let Some(token) = Token::of(letter) else {
                    self.words(letter.encode_utf8(&mut [0; 4]));
                    return rest;
                };
                token
            }
        };
        self.tokens.push(token);
        rest
    }

    fn words(&mut self, words: &str) {
        match self.tokens.last_mut() {
            Some(Token::Words(known)) => known.push_str(words),
            _ => self.tokens.push(Token::Words(words.to_owned())),
        }
    }

    /// `[h]` is elapsed time, `[>=100]` a condition; the rest are colours, currencies and locales.
    fn bracket(&mut self, inner: &str) {
        if !inner.is_empty() && inner.chars().all(|letter| matches!(letter.to_ascii_lowercase(), 'h' | 'm' | 's')) {
            self.tokens.push(Token::Date);
        }
        self.digits = match inner.to_ascii_lowercase().as_str() {
            "dbnum1" => Some(Digits::Kanji),
            "dbnum3" => Some(Digits::FullWidth),
            _ => self.digits,
        };
        let than = inner.trim_start_matches(['<', '>', '=']);
        if let (Some(how), Ok(number)) = (inner.strip_suffix(than).filter(|how| !how.is_empty()), than.parse()) {
            self.condition = Some((how.to_owned(), number));
        }
    }

    fn is_date(&self) -> bool {
        let number = |token: &Token| matches!(token, Token::Digit('#' | '?') | Token::General | Token::Text);
        self.tokens.contains(&Token::Date) && !self.tokens.iter().any(number)
    }

    /// How many zeros, where there is nothing but zeros.
    fn padding(&self) -> Option<usize> {
        self.tokens.iter().all(|token| *token == Token::Digit('0')).then_some(self.tokens.len())
    }

    fn is_worded(&self) -> bool {
        self.has_letters() || self.has_brackets() || self.tokens.contains(&Token::Text) && self.tokens.len() > 1
    }

    fn has_letters(&self) -> bool {
        self.tokens.iter().any(|token| matches!(token, Token::Words(words) if words.contains(char::is_alphabetic)))
    }

    /// A bracket, or a hyphen between digits (`000-0000`).
    fn has_brackets(&self) -> bool {
        let digit = |token: Option<&Token>| matches!(token, Some(Token::Digit(_)));
        self.tokens.iter().enumerate().any(|(place, token)| match token {
            Token::Words(words) if words.contains(['(', '（', '「', '〔', '【']) => true,
            Token::Words(_) => {
                digit(self.tokens.get(place + 1))
                    && digit(place.checked_sub(1).and_then(|before| self.tokens.get(before)))
            }
            _ => false,
        })
    }

    /// A number that is not negative, laid into the digits of the section.
    fn shown(&self, value: f64) -> Option<String> {
        if self.tokens.iter().any(|token| matches!(token, Token::Other | Token::Date)) || value >= 1e15 {
            return None;
        }
        let point = self.tokens.iter().position(|token| *token == Token::Point).unwrap_or(self.tokens.len());
        let (whole, fraction) = self.tokens.split_at_checked(point)?;
        let digits = |tokens: &[Token]| tokens.iter().filter(|token| matches!(token, Token::Digit(_))).count();
        let last = self.tokens.iter().rposition(|token| matches!(token, Token::Digit(_)));
        let behind = last.and_then(|last| self.tokens.get(last + 1..)).unwrap_or_default();
        let thousands = behind.iter().take_while(|token| **token == Token::Comma).count();
        let percents = self.tokens.iter().filter(|token| **token == Token::Percent).count();
        let exponent = i32::try_from(percents * 2).ok()? - i32::try_from(thousands * 3).ok()?;
        let scaled = value * 10_f64.powi(exponent);
        let places = digits(fraction).min(15);
        let shift = 10_f64.powi(i32::try_from(places).ok()?);
        // Excel rounds halves away from zero.
        let rounded = format!("{:.places$}", (scaled * shift).round() / shift);
        let (integer, decimals) = rounded.split_once('.').unwrap_or((&rounded, ""));
        let grouped = whole
            .iter()
            .rposition(|token| matches!(token, Token::Digit(_)))
            .is_some_and(|last| whole.get(..last).is_some_and(|tokens| tokens.contains(&Token::Comma)));
        let written = |digits: String| self.digits.map_or(digits.clone(), |manner| manner.written(&digits));
        let general = || match (self.digits, integer.parse()) {
            (Some(Digits::Kanji), Ok(number)) if value.fract() == 0.0 => numeral::written(number, Manner::Kanji),
            _ => written(plain(value)),
        };
        Some(before_point(whole, integer, grouped, &written, &general) + &behind_point(fraction, decimals, &written))
    }
}

/// Digits from the right, literals in between; the leftmost digit takes all that are left.
fn before_point(
    tokens: &[Token],
    integer: &str,
    grouped: bool,
    written: &dyn Fn(String) -> String,
    general: &dyn Fn() -> String,
) -> String {
    let mut digits: Vec<char> = integer.trim_start_matches('0').chars().collect();
    let first = tokens.iter().position(|token| matches!(token, Token::Digit(_)));
    let mut pieces: Vec<String> = Vec::new();
    let mut count = 0;
    for (place, token) in tokens.iter().enumerate().rev() {
        let piece = match token {
            Token::Digit(kind) => {
                let mut piece = String::new();
                let rest = if Some(place) == first { digits.len().max(1) } else { 1 };
                for _ in 0..rest {
                    let Some(digit) = digits.pop().or((*kind == '0').then_some('0')) else { break };
                    if grouped && count > 0 && count % 3 == 0 {
                        piece.push(',');
                    }
                    piece.push(digit);
                    count += 1;
                }
                written(piece.chars().rev().collect())
            }
            Token::Words(words) => words.clone(),
            Token::Percent => "%".to_owned(),
            Token::General => general(),
            _ => String::new(),
        };
        pieces.push(piece);
    }
    pieces.into_iter().rev().collect()
}

fn behind_point(tokens: &[Token], decimals: &str, written: &dyn Fn(String) -> String) -> String {
    let least = tokens
        .iter()
        .rposition(|token| *token == Token::Digit('0'))
        .map_or(0, |last| tokens.iter().take(last + 1).filter(|token| matches!(token, Token::Digit(_))).count());
    let kept = decimals.trim_end_matches('0').len().max(least);
    let mut digits = decimals.chars().take(kept);
    let shown = tokens.iter().map(|token| match token {
        Token::Point => ".".to_owned(),
        Token::Digit(_) => digits.next().map(|digit| written(digit.to_string())).unwrap_or_default(),
        Token::Words(words) => words.clone(),
        Token::Percent => "%".to_owned(),
        _ => String::new(),
    });
    shown.collect()
}
