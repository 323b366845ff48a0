//! Words of headings: which column names the towns, their codes, their 都道府県.
//!
//! A heading is taken apart into the words that such headings are made of (市区町村・名・別, 都道府県・市区町村名); what is made of nothing
//! else names towns or prefectures. So no list of whole headings is needed, and 担当部署名 is none of them.

use crate::forms::half_width;

/// What a column tells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Telling {
    /// 団体名, 市町名
    Town,
    /// 地域, 区分: towns only where towns stand below.
    Perhaps,
    /// 都道府県名
    Prefecture,
    /// 団体コード
    Code,
}

/// Words that say towns.
const TOWNS: &str = "地方公共団体 市区町村 区市町村 市町村 市区町 市町 町村 市区 区市 市郡 郡市 自治体 団体";
/// Words that may say towns.
const PERHAPS: &str = "地域 区域 地区 区分 名称 市 町 村";
/// Words that say prefectures.
const PREFECTURES: &str = "都道府県 都府県 府県 県 郡";
/// Words that say nothing by themselves.
const JOINTS: &str = "構成 区 名 別 等 の 及び 又は または ・ ･ / 、";

/// What a heading tells.
pub(super) fn telling(heading: &str) -> Option<Telling> {
    let word = folded(heading);
    if ["コード", "ｺｰﾄﾞ", "code", "団体番号"].iter().any(|code| word.contains(code)) {
        return Some(Telling::Code);
    }
    match word.as_str() {
        "" => return None,
        "name" | "municipality" | "city" => return Some(Telling::Town),
        "pref" | "prefecture" => return Some(Telling::Prefecture),
        _ => {}
    }
    let mut rest = word.as_str();
    let mut told = None;
    while !rest.is_empty() {
        let (telling, next) = step(rest)?;
        told = match (told, telling) {
            (Some(Telling::Town), _) | (_, None) | (Some(Telling::Perhaps), Some(Telling::Prefecture)) => told,
            (_, Some(telling)) => Some(telling),
        };
        rest = next;
    }
    told
}

/// The longest known word at the beginning, and what follows it.
fn step(text: &str) -> Option<(Option<Telling>, &str)> {
    let known = [
        (Some(Telling::Town), TOWNS),
        (Some(Telling::Perhaps), PERHAPS),
        (Some(Telling::Prefecture), PREFECTURES),
        (None, JOINTS),
    ];
    let words = known.into_iter().flat_map(|(telling, words)| words.split(' ').map(move |word| (telling, word)));
    let (telling, word) = words.filter(|(_, word)| text.starts_with(word)).max_by_key(|(_, word)| word.len())?;
    Some((telling, text.strip_prefix(word)?))
}

/// A heading without blanks, bracketed remarks, numbers and marks, in half-width lower case.
fn folded(heading: &str) -> String {
    let mut depth = 0_u32;
    let mut word = String::new();
    for character in heading.chars().map(half_width) {
        match character {
            '(' | '【' | '[' | '〔' | '<' => depth += 1,
            ')' | '】' | ']' | '〕' | '>' => depth = depth.saturating_sub(1),
            _ if depth > 0 || character.is_whitespace() || character.is_ascii_digit() => {}
            '※' | '*' | '_' | '.' | '"' | '\'' | '=' => {}
            _ => word.extend(character.to_lowercase()),
        }
    }
    word
}
