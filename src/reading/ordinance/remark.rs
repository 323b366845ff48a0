//! Editors' notes of 例規 systems: where a provision was changed, and that it was noted. They are no text of the ordinance.

use crate::numeral;

/// Eras as editors write them.
const ERAS: [&str; 10] = ["明治", "大正", "昭和", "平成", "令和", "明", "大", "昭", "平", "令"];
/// Kinds of ordinances and laws in a history, long before short.
const KINDS: [&str; 30] = [
    "条例", "規則", "規程", "要綱", "要領", "訓令", "告示", "公告", "法律", "政令", "省令", "府令", "条", "規", "告",
    "訓", "法", "政", "省", "教", "議", "選", "監", "農", "公", "水", "病", "消", "企", "管",
];
/// What was done to a provision.
const CHANGES: [&str; 11] =
    ["改正", "追加", "削除", "繰上", "繰下", "全改", "一改", "改称", "移動", "繰上げ", "繰下げ"];
/// Notes that need no date.
const UNDATED: [&str; 6] = ["一部改正", "全部改正", "本条追加", "本項追加", "全改", "一改"];

/// Whether a line is such a note and nothing else.
pub(super) fn is_remark(line: &str) -> bool {
    if is_page_number(line) {
        return true;
    }
    let bare: String = line.chars().filter(|letter| !letter.is_whitespace()).collect();
    if let Some(inner) = within(&bare) {
        return is_history(inner) || is_coming(inner);
    }
    let note =
        ["注", "※", "〔注〕", "(注)", "（注）", "［注］", "【注】", "備考"].iter().any(|word| bare.starts_with(word));
    note && (bare.contains("改正経過") || bare.contains("注記し"))
}

/// 「- 1 -」, 「－１－」, 「1／12ページ」: the number of a page in texts that were taken from PDF.
pub(crate) fn is_page_number(line: &str) -> bool {
    let bare: String = line.chars().filter(|letter| !letter.is_whitespace()).collect();
    let dash = |letter: char| "-－―‐−–—─".contains(letter);
    let dashed = bare.strip_prefix(dash).and_then(|rest| rest.strip_suffix(dash)).map(|inner| inner.trim_matches(dash));
    let worded = || bare.strip_suffix("ページ").or_else(|| bare.strip_suffix('頁'));
    let digit = |letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter);
    dashed.or_else(worded).is_some_and(|inner| {
        let numbers = inner.split(['/', '／']);
        inner.chars().count() <= 9
            && numbers.clone().count() <= 2
            && numbers.into_iter().all(|number| !number.is_empty() && number.chars().all(digit))
    })
}

/// What stands in the brackets that the whole line is.
fn within(bare: &str) -> Option<&str> {
    let inner = bare.strip_prefix(['(', '（', '〔', '［', '[', '【'])?;
    inner.strip_suffix([')', '）', '〕', '］', ']', '】'])
}

/// 「平20条例22・平29条例1・一部改正」, 「平成20条例22・旧第4条繰上」, 「昭52条12・全改」, 「全改〔平成3年条例5号〕」.
fn is_history(inner: &str) -> bool {
    let apart = |letter: char| "・、,，〔〕()（）;；：:".contains(letter);
    let pieces = || inner.split(apart).filter(|piece| !piece.is_empty());
    let dated = pieces().filter(|piece| is_dated(unchanged(piece))).count();
    let changed = pieces().any(is_change);
    // 「平20条例22」 is the manner of editors, 「平成20年条例第22号」 alone is the number of an ordinance.
    let short = !inner.contains('第');
    let only_notes = pieces().all(|piece| is_dated(unchanged(piece)) || is_change(piece) || is_era(piece));
    UNDATED.contains(&inner) || only_notes && dated > 0 && (changed || dated > 1 || short)
}

fn is_change(piece: &str) -> bool {
    piece.starts_with("旧") || CHANGES.iter().any(|change| piece.ends_with(change))
}

/// A piece without the word for the change: 「平20条例22改正」.
fn unchanged(piece: &str) -> &str {
    let piece = CHANGES.iter().find_map(|change| piece.strip_suffix(change)).unwrap_or(piece);
    let piece = piece.trim_end_matches("一部").trim_end_matches("全部");
    CHANGES.iter().find_map(|change| piece.strip_prefix(change)).unwrap_or(piece)
}

/// 「平11」 of 「平11・3・25条例7」, or one of its numbers.
fn is_era(piece: &str) -> bool {
    let rest = ERAS.iter().find_map(|era| piece.strip_prefix(era)).unwrap_or(piece);
    rest == "元" || numeral::leading(rest).is_some_and(|(_, _, rest)| matches!(rest, "" | "年"))
}

/// 「平20条例22」, 「平成20年条例第22号」, 「令2規則5」, 「平成20年3月1日条例第2号」, or the end of 「平11・3・25条例7」.
fn is_dated(piece: &str) -> bool {
    let rest = ERAS.iter().find_map(|era| piece.strip_prefix(era)).unwrap_or(piece);
    let Some(rest) = rest.strip_prefix('元').or_else(|| number(rest)) else { return false };
    let rest = rest.strip_prefix('年').unwrap_or(rest);
    let day = || number(number(rest)?.strip_prefix('月')?)?.strip_prefix('日');
    let rest = day().unwrap_or(rest);
    let end = rest.find(|letter: char| letter == '第' || number(letter.encode_utf8(&mut [0; 4])).is_some());
    let (kind, numbered) = rest.split_at_checked(end.unwrap_or(rest.len())).unwrap_or((rest, ""));
    let numbered = number(numbered.strip_prefix('第').unwrap_or(numbered));
    numbered.is_some_and(|rest| matches!(rest, "" | "号"))
        && kind.chars().count() <= 10
        && KINDS.iter().any(|known| kind.ends_with(known))
}

/// What follows a number at the head of a text.
fn number(text: &str) -> Option<&str> {
    numeral::leading(text).map(|(_, _, rest)| rest)
}

/// 「平成20年規則第10号で平成20年10月1日から施行」, 「令和6年4月1日施行」, 「施行期日＝…」, 「未施行」.
fn is_coming(inner: &str) -> bool {
    let dated = ERAS.iter().take(5).any(|era| inner.contains(era)) && inner.contains('日');
    let told = inner.ends_with("施行") || inner.starts_with("施行期日") || inner.starts_with("施行日");
    !inner.contains('。') && inner.chars().count() <= 60 && (dated && told || inner.starts_with("未施行"))
}
