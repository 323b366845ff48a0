//! The opening of an ordinance: 題名, 例規番号, and the 前文 if there is one, from the lines above the first article.

use super::Line;
use super::remark;
use crate::numeral;

/// What the opening says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Opening<'a> {
    /// 題名 without its ○; empty when no line looks like one.
    pub title: String,
    /// 例規番号 as cited (「平成9年条例第25号」), else empty.
    pub number: String,
    /// Lines of the 前文.
    pub preamble: Vec<&'a Line>,
}

/// Endings of titles, which are also the kinds of ordinances.
const KINDS: [&str; 14] = [
    "施行細則",
    "条例",
    "規則",
    "要綱",
    "規程",
    "細則",
    "規約",
    "要領",
    "要項",
    "訓令",
    "告示",
    "憲章",
    "基準",
    "指針",
];

/// Marks that systems of ordinances put before titles.
const TITLE_MARKS: [char; 4] = ['○', '◯', '〇', '●'];

/// 例規種別 by the number (「法律」 of 昭和二十三年法律第四十八号) or by the ending of the title.
pub(super) fn kind(title: &str, number: &str) -> String {
    let bare = title.split(['(', '（']).next().unwrap_or(title).trim_end();
    if let Some(kind) = KINDS.iter().find(|kind| bare.ends_with(*kind)) {
        return if *kind == "施行細則" { "細則".to_owned() } else { (*kind).to_owned() };
    }
    let of_number = number.split_once('年').and_then(|(_, rest)| rest.split_once('第')).map(|(kind, _)| kind);
    of_number.unwrap_or_default().to_owned()
}

/// Whether a line opens an ordinance within a text that holds several: 「○見本町文書規程」.
pub(super) fn is_marked_title(line: &str) -> bool {
    line.strip_prefix(TITLE_MARKS).is_some_and(|rest| is_title(rest.trim()))
}

/// Whether a line is a title by its ending.
pub(crate) fn is_title(line: &str) -> bool {
    let bare = line.split(['(', '（']).next().unwrap_or(line).trim_end();
    let ending = KINDS.iter().any(|kind| bare.ends_with(kind))
        || bare.ends_with('法')
        || bare.ends_with('令')
        || bare.ends_with("法律");
    ending && (3..=120).contains(&line.chars().count()) && !line.contains(['。', '、'])
        || ending
            && bare.starts_with(|letter: char| !letter.is_ascii_digit())
            && !line.contains('。')
            && line.chars().count() <= 80
}

/// Reads the opening. `hint` is a title told elsewhere (the `title` of an HTML page), taken where no line is one.
pub(super) fn read<'a>(lines: &[&'a Line], hint: Option<&str>) -> Opening<'a> {
    let bare = |line: &Line| line.text.trim().trim_start_matches(TITLE_MARKS).trim().to_owned();
    let hinted = |line: &&Line| hint.is_some_and(|hint| bare(line) == hint.trim());
    let place = lines
        .iter()
        .position(|line| is_marked_title(line.text.trim()))
        .or_else(|| lines.iter().position(hinted))
        .or_else(|| lines.iter().position(|line| is_title(line.text.trim()) && law_number(line.text.trim()).is_empty()))
        .or_else(|| lines.iter().position(|line| hint.is_none() && is_plain_title(line.text.trim())));
    let title = place
        .and_then(|place| lines.get(place))
        .map(|line| bare(line))
        .or_else(|| hint.map(str::to_owned))
        .unwrap_or_default();
    let below = lines.get(place.map_or(0, |place| place + 1)..).unwrap_or_default();
    // 「見本町文書規程（平成9年訓令第3号）」 names its number itself.
    if let Some((name, bracket)) = title.rsplit_once(['(', '（'])
        && !law_number(bracket).is_empty()
    {
        return Opening { title: name.trim_end().to_owned(), number: law_number(bracket), preamble: preamble(below) };
    }
    Opening { title, number: number_in(lines, below), preamble: preamble(below) }
}

/// A first line that is short and no sentence.
fn is_plain_title(line: &str) -> bool {
    !line.is_empty() && !line.contains('。') && line.chars().count() <= 60
}

/// The number: on one line, or the date on one and 「条例第25号」 on the next.
fn number_in(all: &[&Line], below: &[&Line]) -> String {
    let texts: Vec<&str> = below.iter().map(|line| line.text.trim()).collect();
    for (index, text) in texts.iter().enumerate() {
        let alone = law_number(text);
        if !alone.is_empty() {
            return alone;
        }
        let joined = texts.get(index + 1).map(|next| law_number(&format!("{text}{next}"))).unwrap_or_default();
        if !joined.is_empty() {
            return joined;
        }
    }
    all.iter().map(|line| law_number(line.text.trim())).find(|number| !number.is_empty()).unwrap_or_default()
}

/// The number as cited, from 「平成9年11月14日条例第25号」 or 「（平成9年条例第25号）」; empty for any other line.
pub(super) fn law_number(line: &str) -> String {
    const ERAS: [&str; 5] = ["明治", "大正", "昭和", "平成", "令和"];
    let bare: String = line.chars().filter(|letter| !letter.is_whitespace()).collect();
    let bare = bare.trim_start_matches(['(', '（', '〔']).trim_end_matches([')', '）', '〕']);
    let parsed = || {
        let rest = ERAS.iter().find_map(|era| bare.strip_prefix(era))?;
        let rest = rest.strip_prefix('元').or_else(|| numeral::leading(rest).map(|(_, _, rest)| rest))?;
        let after_year = rest.strip_prefix('年')?;
        let year = bare.strip_suffix(after_year)?;
        let after_date = date(after_year).unwrap_or(after_year);
        let (kind, number) = after_date.split_once('第')?;
        let (_, _, end) = numeral::leading(number)?;
        let plain = end == "号" && (1..=16).contains(&kind.chars().count()) && !kind.contains(['。', '、', '改']);
        plain.then(|| numeral::half_width(&format!("{year}{after_date}")))
    };
    parsed().unwrap_or_default()
}

/// What follows 「11月14日」.
fn date(text: &str) -> Option<&str> {
    let (_, _, rest) = numeral::leading(text)?;
    let (_, _, rest) = numeral::leading(rest.strip_prefix('月')?)?;
    rest.strip_prefix('日')
}

/// Sentences between the title and the first article, without the 公布文 and the history of amendments.
fn preamble<'a>(below: &[&'a Line]) -> Vec<&'a Line> {
    below
        .iter()
        .filter(|line| line.text.contains('。') && !remark::is_remark(line.text.trim()))
        .filter(|line| !line.text.contains("をここに公布する") && !line.text.trim_start().starts_with("改正"))
        .copied()
        .collect()
}
