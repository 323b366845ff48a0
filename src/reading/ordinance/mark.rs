//! [`Mark`]: what a line is by its head alone. Whether a number really opens a 項 is decided by [`super::split`].

use super::heading::{self, branches};
use super::remark;
use crate::clause::Part;
use crate::numeral::{self, Manner};

/// What the head of a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mark {
    /// 題名
    Title(String),
    /// 例規番号 (「平成9年条例第25号」)
    Number(String),
    /// 目次, up to the first heading or article that follows
    Contents,
    /// 編章節款目
    Heading {
        /// 0 (編) to 4 (目)
        level: u8,
        /// As written
        text: String,
    },
    /// 見出し on a line of its own
    Caption(String),
    /// 第○条
    Article {
        /// As cited: 「第5条の2」
        label: String,
        /// The first number
        number: u32,
        /// 見出し on the same line
        caption: Option<String>,
        /// Text of the first 項, if it begins on this line
        text: String,
    },
    /// A number that may open a 項
    Paragraph {
        /// Its number
        number: u32,
        /// The text behind it
        text: String,
    },
    /// 附則
    Supplementary(String),
    /// 別表 or 様式
    Appendix {
        /// Which
        part: Part,
        /// 「別表第1」
        label: String,
        /// What follows, usually 「（第3条関係）」
        caption: String,
    },
    /// 前文 begins
    Preamble,
    /// A note of editors, not of the ordinance
    Remark,
    /// Text of the clause
    Text(String),
}

/// What a line is by its head. `line` comes without blanks at its ends.
pub(crate) fn mark(line: &str) -> Mark {
    let bare: String = line.chars().filter(|letter| !letter.is_whitespace()).take(4).collect();
    if bare == "目次" {
        return Mark::Contents;
    }
    if bare == "前文" {
        return Mark::Preamble;
    }
    if let Some(level) = heading::level(line) {
        return Mark::Heading { level, text: line.to_owned() };
    }
    if let Some(label) = heading::supplementary(line) {
        return Mark::Supplementary(label);
    }
    if let Some((part, label, caption)) = heading::appendix(line) {
        return Mark::Appendix { part, label, caption: caption.to_owned() };
    }
    if remark::is_remark(line) {
        return Mark::Remark;
    }
    if is_caption(line) {
        return Mark::Caption(line.to_owned());
    }
    article(line).or_else(|| paragraph(line)).unwrap_or_else(|| Mark::Text(line.to_owned()))
}

/// What a line begins with that is no mark of an ordinance and yet begins something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opener {
    /// 号: 「(1)」, 「一　」, 「イ　」, 「①」
    Item,
    /// 「・」, 「※」, 「○」
    Bullet,
}

/// What an item or a bullet at the head of a line is.
pub(crate) fn opener(line: &str) -> Option<Opener> {
    let first = line.chars().next()?;
    if numeral::enclosed(first).is_some() {
        return Some(Opener::Item);
    }
    let counts = |text: &str, kana: usize| {
        let letter = |letter: char| {
            matches!(letter, 'ぁ'..='ん' | 'ァ'..='ヺ' | 'ａ'..='ｚ' | 'Ａ'..='Ｚ') || letter.is_ascii_alphabetic()
        };
        numeral::leading(text).is_some_and(|(_, _, rest)| branches(rest).is_empty())
            || (1..=kana).contains(&text.chars().count()) && text.chars().all(letter)
    };
    if let Some(inner) = line.strip_prefix(['(', '（']).and_then(|rest| rest.split([')', '）']).next())
        && counts(inner, 2)
    {
        return Some(Opener::Item);
    }
    let end = line.find(|letter: char| letter.is_whitespace() || matches!(letter, '.' | '．' | ')' | '）'))?;
    let (number, rest) = line.split_at_checked(end)?;
    // 「0.6メートル」 is a number, no item.
    let decimal = rest.chars().nth(1).is_some_and(char::is_numeric) && rest.starts_with(['.', '．']);
    if counts(number, 1) && !decimal {
        return Some(Opener::Item);
    }
    "・○◯〇●◎◇◆□■※★☆＊".contains(first).then_some(Opener::Bullet)
}

/// A line that is nothing but a short text in brackets.
fn is_caption(line: &str) -> bool {
    let inner = line.strip_prefix(['(', '（', '〔']).and_then(|rest| rest.strip_suffix([')', '）', '〕']));
    inner.is_some_and(|inner| {
        let short = (1..=60).contains(&inner.chars().count());
        // (1), （十一）, （ア） and (ab) are items.
        let counts = |letter: char| {
            letter.is_ascii_alphanumeric()
                || matches!(letter, '０'..='９' | 'ぁ'..='ん' | 'ァ'..='ヺ')
                || "〇一二三四五六七八九十".contains(letter)
        };
        let item = inner.chars().count() <= 2 && inner.chars().all(counts)
            || numeral::leading(inner).is_some_and(|(_, _, rest)| rest.is_empty());
        let balanced = inner.matches(['(', '（']).count() == inner.matches([')', '）']).count();
        short && balanced && !item && !inner.contains('。')
    })
}

/// 「第5条の2　…」, 「第5条（目的）…」, 「（目的）第5条　…」, 「第3条から第5条まで　削除」.
fn article(line: &str) -> Option<Mark> {
    if let Some((caption, rest)) = bracketed(line)
        && let Some(Mark::Article { label, number, caption: None, text }) = article(rest.trim_start())
    {
        return Some(Mark::Article { label, number, caption: Some(caption.to_owned()), text });
    }
    let (number, mut rest) = article_number(line)?;
    for joint in ["から", "及び", "、", "～", "―"] {
        if let Some(further) = rest.strip_prefix(joint)
            && let Some((_, further)) = article_number(further)
        {
            rest = further.strip_prefix("まで").unwrap_or(further);
        }
    }
    let label = numeral::half_width(line.strip_suffix(rest)?);
    if let Some((caption, text)) = bracketed(rest)
        && caption.chars().count() <= 42
        && !caption.contains('。')
    {
        let text = text.trim_start().to_owned();
        return Some(Mark::Article { label, number, caption: Some(caption.to_owned()), text });
    }
    let open = rest.is_empty() || rest.starts_with(char::is_whitespace);
    open.then(|| Mark::Article { label, number, caption: None, text: rest.trim_start().to_owned() })
}

/// 第○条 with its branches: its first number and what follows.
fn article_number(text: &str) -> Option<(u32, &str)> {
    let (number, _, rest) = numeral::leading(text.strip_prefix('第')?)?;
    Some((number, branches(rest.strip_prefix('条')?)))
}

/// How an article's label writes its numbers.
pub(super) fn manner(label: &str) -> Manner {
    let number = label.split('第').next_back().and_then(numeral::leading);
    number.map_or(Manner::Arabic, |(_, manner, _)| manner)
}

/// A bracket at the head of a text and what follows; brackets within are counted.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    if !text.starts_with(['(', '（']) {
        return None;
    }
    let mut depth = 0_u32;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return text.split_at_checked(at + letter.len_utf8());
        }
    }
    None
}

/// The 条項 of a list cell and the 見出し that may stand behind it in brackets: 「第11条（入札不調の場合の措置）」.
pub(crate) fn caption_of(cell: &str) -> (&str, &str) {
    let cell = cell.trim();
    let Some(start) = cell.find(['(', '（']).filter(|start| *start > 0) else {
        return (cell, "");
    };
    let (article, rest) = cell.split_at_checked(start).unwrap_or((cell, ""));
    match bracketed(rest) {
        Some((caption, "")) if caption.chars().count() > 3 => (article.trim_end(), caption),
        _ => (cell, ""),
    }
}

/// 「２　…」, 「②　…」, 「第二項　…」: a number that may open a 項.
fn paragraph(line: &str) -> Option<Mark> {
    let first = line.chars().next()?;
    if let Some(number) = numeral::enclosed(first).filter(|_| matches!(first, '①'..='⑳')) {
        let text = line.strip_prefix(first)?.trim_start().to_owned();
        return Some(Mark::Paragraph { number, text });
    }
    if let Some((number, _, rest)) = line.strip_prefix('第').and_then(numeral::leading)
        && let Some(rest) = rest.strip_prefix('項')
        && rest.starts_with(char::is_whitespace)
    {
        return Some(Mark::Paragraph { number, text: rest.trim_start().to_owned() });
    }
    let (number, rest) = numeral::arabic(line)?;
    let rest = rest.strip_prefix(['.', '．', '、']).unwrap_or(rest);
    let spaced = rest.starts_with(char::is_whitespace) && number > 0;
    spaced.then(|| Mark::Paragraph { number, text: rest.trim_start().to_owned() })
}
