//! Folding the names of procedures, so that one procedure written in many ways becomes one string.
//!
//! Takes a name as an office wrote it; gives [`FoldedName`]. Dropped are: width, kana and variant differences
//! ([`characters`]), numbering, the year, 「等」「の」「を」「及び」「又は」 and every mark between words. What stands in
//! brackets is kept apart, because it often qualifies (「現況届（児童手当）」) and often only repeats.
//! The build script folds the catalogue with this same code.

pub mod characters;

use characters::fold_characters;

/// A name after folding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FoldedName {
    /// What stands outside brackets.
    pub main: String,
    /// What stands inside brackets, or after ※.
    pub aside: String,
    /// Both, in the order of the name.
    pub whole: String,
}

/// Folds a name.
#[must_use]
pub fn fold_name(name: &str) -> FoldedName {
    let characters = fold_characters(name);
    let (main, aside) = split_brackets(&characters);
    let whole = fold_part(&characters);
    let main = fold_part(&main);
    let aside = fold_part(&aside);
    if main.is_empty() {
        return FoldedName { main: aside, aside: String::new(), whole };
    }
    FoldedName { main, aside, whole }
}

/// Folds a word of the vocabulary: as a name, but numbering and years are kept.
#[must_use]
pub fn fold_word(word: &str) -> String {
    without_connectors(&fold_characters(word).replace(|c| !is_name_character(c), ""))
}

fn fold_part(part: &str) -> String {
    let unnumbered = without_numbering(part);
    let undated = without_years(unnumbered);
    without_connectors(&undated.replace(|c| !is_name_character(c), ""))
}

/// Letters, kana, kanji and digits; not circled digits, Roman numerals or the circle 〇 that offices use as a mark.
fn is_name_character(character: char) -> bool {
    character.is_alphanumeric()
        && !matches!(character, '〇' | '\u{2150}'..='\u{218b}' | '\u{2460}'..='\u{24ff}' | '\u{2776}'..='\u{2793}' | '\u{3220}'..='\u{32ff}')
}

fn split_brackets(text: &str) -> (String, String) {
    let (mut main, mut aside, mut depth) = (String::new(), String::new(), 0_usize);
    let mut open_since = String::new();
    for character in text.chars() {
        match character {
            '(' | '[' | '{' | '【' | '〔' | '〈' | '《' | '<' => depth += 1,
            ')' | ']' | '}' | '】' | '〕' | '〉' | '》' | '>' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    aside.push_str(&std::mem::take(&mut open_since));
                }
            }
            '※' if depth == 0 && !main.is_empty() => depth = usize::MAX,
            _ if depth > 0 => open_since.push(character),
            _ => main.push(character),
        }
    }
    // A bracket that never closes hides nothing; a remark after ※ stays a remark.
    if depth > usize::MAX / 2 {
        aside.push_str(&open_since);
    } else {
        main.push_str(&open_since);
    }
    (main, aside)
}

/// Without bullets, 「1.」「(2)」「①」「No.3」「ア.」「様式第4号」 at the beginning.
fn without_numbering(text: &str) -> &str {
    let mut rest = text;
    loop {
        let shorter = rest.trim_start_matches(|c| !is_name_character(c));
        let shorter = number_stripped(shorter)
            .or_else(|| letter_stripped(shorter))
            .or_else(|| form_stripped(shorter))
            .unwrap_or(shorter);
        if shorter.len() == rest.len() || shorter.is_empty() {
            return rest;
        }
        rest = shorter;
    }
}

fn number_stripped(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("no.").or_else(|| text.strip_prefix("no")).unwrap_or(text);
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let counts_something = after.starts_with(['号', '歳', '人', '月', '年', '回', '割', '級', '種', '次', '日']);
    (after.len() < rest.len() && !counts_something).then_some(after)
}

fn letter_stripped(text: &str) -> Option<&str> {
    let mut characters = text.chars();
    let letter = characters.next()?;
    let rest = characters.as_str();
    let is_letter = letter.is_ascii_alphabetic() || matches!(letter, 'ぁ'..='ん');
    (is_letter && rest.starts_with(['.', '、', ':', '。'])).then_some(rest)
}

/// 「様式第4号」「第4号様式」「別記様式」.
fn form_stripped(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("別記").unwrap_or(text);
    let numbered = |rest: &'_ str| -> Option<usize> {
        let digits = rest.strip_prefix('第')?.trim_start_matches(|c: char| c.is_ascii_digit());
        digits.strip_prefix('号').map(str::len)
    };
    if let Some(after) = rest.strip_prefix("様式") {
        let left = numbered(after).unwrap_or(after.len());
        return after.get(after.len() - left..);
    }
    let left = numbered(rest)?;
    rest.get(rest.len() - left..)?.strip_prefix("様式")
}

/// Without 「令和6年度」「R6年度」「2024年度分」 wherever they stand.
fn without_years(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some(after) = year_stripped(rest) {
            rest = after;
        } else {
            kept.push(first);
            rest = rest.strip_prefix(first).unwrap_or_default();
        }
    }
    kept
}

fn year_stripped(text: &str) -> Option<&str> {
    let is_figure = |c: char| c.is_ascii_digit() || "元一二三四五六七八九十〇○".contains(c);
    let era = ["令和", "平成", "昭和"].iter().find_map(|era| text.strip_prefix(era));
    if let Some(after) = era {
        return Some(after_year(after.trim_start_matches(is_figure)).unwrap_or(after));
    }
    let letter = text.strip_prefix('r').or_else(|| text.strip_prefix('h')).unwrap_or(text);
    let after = letter.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = letter.len() - after.len();
    let plausible = if letter.len() < text.len() { (1..=2).contains(&digits) } else { digits == 4 };
    if plausible { after_year(after) } else { None }
}

fn after_year(text: &str) -> Option<&str> {
    let after = text.strip_prefix("年度").or_else(|| text.strip_prefix('年'))?;
    Some(after.strip_prefix('分').unwrap_or(after))
}

fn without_connectors(text: &str) -> String {
    CONNECTORS.iter().fold(text.to_owned(), |text, connector| text.replace(connector, ""))
}

const CONNECTORS: [&str; 11] =
    ["及び", "および", "並びに", "ならびに", "又は", "または", "若しくは", "等", "など", "の", "を"];
