//! What the columns of a list hold: guessed by the words of the header, then by the content below it.
//!
//! Words are those that the lists of town halls use; a header cell is compared after blanks and brackets are dropped.

use serde::{Deserialize, Serialize};

/// The role of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Not used.
    #[default]
    Other,
    /// 例規種別
    Kind,
    /// 例規名
    Title,
    /// 例規番号
    Number,
    /// 条項
    Article,
    /// 見出し
    Caption,
    /// 本文
    Text,
    /// 所管
    Department,
    /// Identifier of the row
    Id,
    /// 団体名, 市町村名
    Municipality,
    /// 都道府県名
    Prefecture,
    /// 団体コード
    Code,
    /// 人口
    Population,
    /// 手続名
    Procedure,
    /// State of a procedure (オンライン化の状況)
    State,
}

/// Words of header cells: those that are the whole cell, then those that may be a part of a short one. The whole cell
/// counts more; earlier roles win among equals.
const WORDS: &[(Role, &str, &str)] = &[
    (
        Role::Text,
        "本文 条文 規定 内容 条文内容 規定内容 条文本文 該当条文 条文等 text",
        "本文 条文 規定内容 規定の内容",
    ),
    (
        Role::Title,
        "例規名 条例名 法令名 名称 例規名称 題名 件名 条例等名 例規 規則名 要綱名 title",
        "例規名 条例名 法令名 例規等の名 条例等の名 規程名",
    ),
    (Role::Kind, "種別 例規種別 区分 種類 例規区分 例規の種類 kind", "種別 例規区分"),
    (Role::Number, "例規番号 条例番号 法令番号 制定番号 公布番号", "例規番号 条例番号 法令番号 制定番号"),
    (Role::Article, "条 条項 条番号 条項番号 該当条項 条項号 条文番号 article", "条項 条番号"),
    (Role::Caption, "見出し 条見出し 見出 caption", "見出し"),
    (
        Role::Department,
        "所管 課 所管課 担当課 所属 所管課名 担当 所管部署 主管課 部署 担当部署 課名 department",
        "所管 担当課 主管課 部署",
    ),
    (
        Role::Procedure,
        "手続名 手続 手続き 手続き名 手続名称 手続の名称 行政手続名 申請名 申請手続 procedure",
        "手続名 手続き名 手続の名 手続等の名 申請等の名",
    ),
    (
        Role::State,
        "状態 状況 オンライン化 オンライン化状況 対応状況 実施状況 導入状況 state",
        "オンライン 対応状況 実施状況 電子申請 可否",
    ),
    (
        Role::Code,
        "団体コード 市区町村コード 市町村コード 自治体コード コード code code6 全国地方公共団体コード",
        "団体コード 町村コード 自治体コード 共団体コード",
    ),
    (
        Role::Municipality,
        "団体名 市区町村 市町村 市区町村名 市町村名 自治体名 自治体 団体 町村名 name",
        "団体名 町村名 自治体名",
    ),
    (Role::Prefecture, "都道府県 都道府県名 県名 pref", "都道府県"),
    (Role::Population, "人口 総人口 住民基本台帳人口 population", "人口 pop_"),
    (Role::Id, "id 番号 no no. № 連番 項番 通番", ""),
];

/// The role that a header cell names, with its weight (2 the whole cell, 1 a part).
fn by_word(cell: &str) -> Option<(Role, u32)> {
    let word = folded(cell);
    if word.is_empty() {
        return None;
    }
    let whole =
        WORDS.iter().find(|(_, whole, _)| whole.split(' ').any(|known| known == word)).map(|(role, _, _)| (*role, 2));
    // A sentence is no header, even if it speaks of 条文.
    let short = word.chars().count() <= 16;
    let part = || WORDS.iter().find(|(_, _, parts)| parts.split_whitespace().any(|part| word.contains(part)));
    whole.or_else(|| part().filter(|_| short).map(|(role, _, _)| (*role, 1)))
}

/// A header cell without blanks and bracketed remarks, in half-width lower case.
fn folded(cell: &str) -> String {
    let mut depth = 0_usize;
    let mut word = String::new();
    for character in cell.chars() {
        match character {
            '(' | '（' | '【' | '[' => depth += 1,
            ')' | '）' | '】' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 || character.is_whitespace() || character == '※' => {}
            'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' | '．' => {
                let half = char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character);
                word.extend(half.to_lowercase());
            }
            _ => word.extend(character.to_lowercase()),
        }
    }
    word
}

/// How much a row looks like a header: the weights of the distinct roles that its cells name.
pub(super) fn header_weight(cells: &[String]) -> u32 {
    let mut seen: Vec<Role> = Vec::new();
    let mut weight = 0;
    for (role, worth) in cells.iter().filter_map(|cell| by_word(cell)) {
        if !seen.contains(&role) {
            seen.push(role);
            weight += worth;
        }
    }
    weight
}

/// The roles of the columns: by their header first, each role once, then by content for 本文, 条項 and 例規名.
pub(super) fn roles(header: &[String], sample: &[&[String]], width: usize) -> Vec<Role> {
    let mut roles = vec![Role::Other; width];
    for wanted in [2, 1] {
        for (column, cell) in header.iter().enumerate().take(width) {
            let Some((role, weight)) = by_word(cell) else {
                continue;
            };
            let free = roles.get(column) == Some(&Role::Other) && !roles.contains(&role);
            if weight == wanted
                && free
                && let Some(slot) = roles.get_mut(column)
            {
                *slot = role;
            }
        }
    }
    by_content(&mut roles, sample);
    roles
}

/// Columns of an ordinance list that the header did not name.
fn by_content(roles: &mut [Role], sample: &[&[String]]) {
    if sample.is_empty()
        || roles.iter().any(|role| matches!(role, Role::Procedure | Role::Municipality | Role::Population))
    {
        return;
    }
    let tests: [(Role, Test); 3] = [(Role::Article, is_article), (Role::Text, is_sentence), (Role::Title, is_title)];
    for (role, holds) in tests {
        if roles.contains(&role) {
            continue;
        }
        let best = roles
            .iter()
            .enumerate()
            .filter(|(_, taken)| **taken == Role::Other)
            .map(|(column, _)| {
                (sample.iter().filter(|cells| cells.get(column).is_some_and(|cell| holds(cell.trim()))).count(), column)
            })
            .max_by_key(|(count, column)| (*count, std::cmp::Reverse(*column)));
        if let Some((count, column)) = best
            && count * 2 > sample.len()
            && let Some(slot) = roles.get_mut(column)
        {
            *slot = role;
        }
    }
}

/// What a cell of a column looks like.
type Test = fn(&str) -> bool;

fn is_article(cell: &str) -> bool {
    cell.starts_with('第') && cell.chars().take(12).any(|character| character == '条')
}

fn is_sentence(cell: &str) -> bool {
    cell.contains('。') && cell.chars().count() > 20
}

fn is_title(cell: &str) -> bool {
    const ENDS: [&str; 9] = ["条例", "規則", "要綱", "規程", "細則", "規約", "要領", "法", "令"];
    cell.chars().count() > 3 && ENDS.iter().any(|end| cell.ends_with(end))
}
