//! Rows that are no town but a sum of towns, a part of one, or a remark: 県計, 市部, 玖珂郡, 石狩振興局, 札幌市中央区, 全国, 注.

use crate::forms::half_width;
use crate::municipality::{Kind, Municipality, named};

/// Names that are sums as a whole.
const WHOLE: &str = "\
    計 全国 全県 全道 全市町村 全市町 全団体 全域 県内 県 道 都 府 市部 郡部 区部 町村部 市町村部 町部 \
    村部 特別区部 政令市 その他 不詳 対象外";
/// Ends of names that are sums or areas of several towns.
const ENDS: &str = "\
    計 総数 平均 全体 合算 部計 郡 振興局 支庁 県民局 地域 圏域 医療圏 ブロック 地方 管内 生活圏 都市圏 \
    特別区部 total 市郡 諸島";
/// Names of 特別区 that wards of 指定都市 bear too (札幌市中央区, 札幌市北区, 名古屋市港区 …).
const SHARED_WARDS: &str = "中央区 北区 港区";

/// A name as it is compared: half width, without blanks and what only marks it.
pub(super) fn plain(name: &str) -> String {
    let folded: String = name.chars().map(half_width).filter(|character| !character.is_whitespace()).collect();
    let bare = folded.trim_start_matches(['・', '○', '◎', '●', '◆', '■', '└', '├']);
    let bare = bare.trim_end_matches(['*', '※', '＊']);
    // e-Stat writes the code before the name: 01100_札幌市.
    let bare = bare.split_once('_').filter(|(code, _)| is_number(code)).map_or(bare, |(_, name)| name);
    // A number of a remark: 萩市1), 萩市※2, 萩市(注1).
    let numbered = bare.trim_end_matches(')').trim_end_matches(|character: char| character.is_ascii_digit());
    match numbered.strip_suffix("(注").or_else(|| numbered.strip_suffix(['※', '*', '注', '('])) {
        Some(name) if numbered.len() < bare.len() || bare.ends_with("(注)") => name.to_owned(),
        _ if bare.ends_with(')') && !bare.contains('(') => numbered.to_owned(),
        _ => bare.to_owned(),
    }
}

/// The code that e-Stat writes before a name.
pub(super) fn code_before(name: &str) -> Option<String> {
    let folded: String = name.chars().map(half_width).filter(|character| !character.is_whitespace()).collect();
    let (code, _) = folded.split_once('_')?;
    (is_number(code) && code.len() >= 5).then(|| code.to_owned())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A cell that stands for "the whole": blank or a dash.
pub(super) fn is_dash(name: &str) -> bool {
    name.chars().all(|character| "-－―‐ー—–…・*".contains(character))
}

/// Whether a plain name (or, where it is a dash, the prefecture or the code beside it) is a sum of towns.
pub(super) fn is_sum(name: &str, prefecture: &str, code: &str) -> bool {
    if is_dash(name) {
        return !prefecture.is_empty() || (!name.is_empty() && is_area_code(code)) || is_prefecture_code(code);
    }
    let name = without_brackets(name);
    let name = name.as_str();
    if is_prefecture(name) || WHOLE.split(' ').any(|whole| whole == name) || is_prefecture_code(code) {
        return true;
    }
    let lower = name.to_lowercase();
    ENDS.split(' ').any(|end| lower.ends_with(end)) && named(name).is_empty()
}

/// [計] and (合計) are names of sums in brackets; 県計（市部） a sum with a remark.
fn without_brackets(name: &str) -> String {
    let inner = name.trim_matches(['(', ')', '[', ']', '【', '】', '〔', '〕', '<', '>', '「', '」']);
    inner.split(['(', '[', '【', '〔']).next().unwrap_or(inner).to_owned()
}

/// 山口県, 北海道, and 山口県計.
pub(super) fn is_prefecture(name: &str) -> bool {
    prefectures().any(|prefecture| prefecture == name)
}

/// 山口, 青森: a prefecture as short lists write it, which may be a town too.
pub(super) fn is_prefecture_stem(name: &str) -> bool {
    prefectures().any(|prefecture| prefecture.trim_end_matches(['都', '府', '県']) == name)
}

fn prefectures() -> impl Iterator<Item = &'static str> {
    crate::municipality::prefectures().filter_map(<[Municipality]>::first).map(|town| town.prefecture)
}

/// 350001, 35000: the code of a prefecture, 全国 included.
fn is_prefecture_code(code: &str) -> bool {
    let digits = digits(code);
    matches!(digits.len(), 5 | 6) && digits.get(2..5) == Some("000")
}

/// Any code: with a dash for the name it is a prefecture's or an area's.
fn is_area_code(code: &str) -> bool {
    !digits(code).is_empty()
}

fn digits(code: &str) -> String {
    code.chars().map(half_width).filter(char::is_ascii_digit).collect()
}

/// Whether a name that no municipality has is a ward of a 指定都市, by its name or its code.
pub(super) fn is_ward(name: &str, code: &str) -> bool {
    let digits = digits(code);
    // Codes ppabc of wards lie between 101 and 199, those of 特別区 are in the table.
    let by_code = matches!(digits.len(), 5 | 6) && digits.get(2..3) == Some("1") && digits.get(2..5) != Some("100");
    (by_code && crate::municipality::read_code(code).is_err()) || (name.ends_with('区') && named(name).is_empty())
}

/// Whether a name alone may be a 特別区 or a ward of a 指定都市.
pub(super) fn is_shared_ward(town: &Municipality) -> bool {
    town.kind == Kind::SpecialWard && SHARED_WARDS.split(' ').any(|name| name == town.name)
}

/// ※…, 注 …, 資料：…: a remark below the table.
pub(super) fn is_remark(name: &str) -> bool {
    const BEGINNINGS: &str = "※ 注 (注 資料 出典 備考 (備考 * ＊ 【注 [注";
    BEGINNINGS.split(' ').any(|beginning| name.starts_with(beginning))
        || name.chars().count() > 25
        || name.contains('。')
}
