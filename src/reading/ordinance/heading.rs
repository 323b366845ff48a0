//! Headings above the articles: 編章節款目, 附則, 別表 and 様式 at the head of a line.

use crate::clause::Part;
use crate::numeral;

/// A heading of 編 (0), 章 (1), 節 (2), 款 (3) or 目 (4): 「第二章　許可」, 「第3章の2　雑則」.
pub(super) fn level(line: &str) -> Option<u8> {
    let (_, _, rest) = numeral::leading(line.strip_prefix('第')?)?;
    let mut letters = rest.chars();
    let level = "編章節款目".chars().position(|unit| Some(unit) == letters.clone().next())?;
    letters.next();
    let rest = branches(letters.as_str());
    let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
    (ends && line.chars().count() <= 60 && !line.contains('。')).then(|| u8::try_from(level).unwrap_or(0))
}

/// The heading of supplementary provisions: its label, with the amending ordinance where it is named.
pub(super) fn supplementary(line: &str) -> Option<String> {
    let bare: String = line.chars().filter(|letter| !letter.is_whitespace()).collect();
    let rest = bare.strip_prefix("附則").or_else(|| bare.strip_prefix("付則"))?;
    let rest =
        rest.trim_end_matches('抄').trim_end_matches(['(', '（']).trim_end_matches("抄)").trim_end_matches("抄）");
    if rest.is_empty() || matches!(rest, "(" | "（") {
        return Some("附則".to_owned());
    }
    let bracketed = rest.starts_with(['(', '（']) && rest.ends_with([')', '）']);
    let dated = rest.contains('年') && rest.contains('号') && !rest.contains('。');
    if bracketed && rest.chars().count() <= 60 {
        Some(numeral::half_width(&format!("附則{rest}")))
    } else if dated && rest.chars().count() <= 40 {
        Some(numeral::half_width(&format!("附則（{rest}）")))
    } else {
        None
    }
}

/// Words that begin an appendix, the part it is, and whether a number may stand between 第 and 号.
const APPENDICES: [(&str, Part); 9] = [
    ("別表", Part::Table),
    ("別記様式", Part::Form),
    ("様式", Part::Form),
    ("別記", Part::Form),
    ("別紙", Part::Form),
    ("別図", Part::Form),
    ("別添", Part::Form),
    ("付表", Part::Table),
    ("附表", Part::Table),
];

/// The heading of an appendix: its part, its label (「別表第1」) and what follows (「（第3条関係）」).
pub(super) fn appendix(line: &str) -> Option<(Part, String, &str)> {
    if line.contains('。') {
        return None;
    }
    // 第1号様式 stands beside 様式第1号.
    if let Some(rest) = line.strip_prefix('第')
        && let Some((_, _, rest)) = numeral::leading(rest)
        && let Some(rest) = branches(rest).strip_prefix('号')
        && let Some(rest) = branches(rest).strip_prefix("様式")
    {
        return ends(line, rest, Part::Form);
    }
    let (word, part) = APPENDICES.iter().find(|(word, _)| line.starts_with(word))?;
    let rest = line.strip_prefix(word)?;
    let spaced = rest.trim_start();
    let numbered = spaced.strip_prefix('第').unwrap_or(spaced);
    let rest = match numeral::leading(numbered) {
        Some((_, _, rest)) => {
            let rest = branches(rest);
            let rest = rest.strip_prefix('号').unwrap_or(rest);
            let rest = branches(rest);
            // 別記第1号様式
            rest.strip_prefix("様式").unwrap_or(rest)
        }
        None => rest,
    };
    ends(line, rest, *part)
}

/// 「の2」 after a number, any number of times.
pub(super) fn branches(mut rest: &str) -> &str {
    while let Some((_, _, further)) = rest.strip_prefix('の').and_then(numeral::leading) {
        rest = further;
    }
    rest
}

/// The label up to `rest`, when a blank, a bracket or the end of the line follows.
fn ends<'a>(line: &'a str, rest: &'a str, part: Part) -> Option<(Part, String, &'a str)> {
    let open = rest.is_empty() || rest.starts_with(char::is_whitespace) || rest.starts_with(['(', '（']);
    let label: String = line.strip_suffix(rest)?.chars().filter(|letter| !letter.is_whitespace()).collect();
    (open && line.chars().count() <= 80).then(|| (part, numeral::half_width(&label), rest.trim()))
}
