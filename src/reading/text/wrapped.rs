//! Lines that a page width or the look of a cell broke within a sentence, put together again.
//!
//! A word that a break cuts (縦⏎覧) is found by nobody. A line goes on in the next one when it ends no sentence and the
//! next one begins nothing (no 条, 項, 号, 見出し, 附則 …), and something speaks for it: a bracket that is open, a particle at the
//! end, a letter that begins no word, a sentence under way, or a width at which the whole text is broken. Lists of
//! names and the cells of 別表 and 様式 have none of these and stay as they are.

use memchr::memchr;

use super::plain::PAGE;
use crate::reading::ordinance::{Line, Mark, Opener, is_page_number, is_title, mark, opener};

/// Widths (characters) at which texts are broken.
const WIDTHS: std::ops::RangeInclusive<usize> = 10..=120;
/// Lines that are broken at one width before the width itself speaks for a break.
const BROKEN: usize = 3;
/// Words that nothing ends with.
const CONNECTIVES: [&str; 19] = [
    "、",
    "，",
    "・",
    "（",
    "「",
    "は",
    "が",
    "を",
    "に",
    "へ",
    "及び",
    "又は",
    "若しくは",
    "並びに",
    "かつ",
    "から",
    "より",
    "における",
    "に関する",
];
/// Letters that begin no word and no line.
const NO_BEGINNING: &str = "、。，．）」』】〕］々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ";
/// What a date below a title begins with.
const ERAS: [&str; 5] = ["明治", "大正", "昭和", "平成", "令和"];
/// Words in kana that sentences and items begin with.
const BEGINNINGS: [&str; 16] = [
    "この",
    "その",
    "ただし",
    "なお",
    "また",
    "これ",
    "それ",
    "ここ",
    "すべて",
    "わたし",
    "われ",
    "あらかじめ",
    "いずれ",
    "ほか",
    "もって",
    "おおむね",
];

/// Joins the lines of a text. What went up to another line is left empty, so that the numbers of lines stay.
pub(crate) fn joined(lines: &mut [Line], may_go_on: impl Fn(usize) -> bool) {
    let mut reader = Reader { width: broken_at(lines), ..Reader::default() };
    for index in 0..lines.len() {
        let Some((above, rest)) = lines.split_at_mut_checked(index) else { return };
        let Some((line, below)) = rest.split_first_mut() else { return };
        // The number of a page and the blank lines around it part nothing.
        if let Some(text) = line.text.strip_prefix(PAGE) {
            line.text = text.to_owned();
            reader.between = Between::Page;
        }
        if is_page_number(line.text.trim()) {
            reader.between = Between::Page;
            continue;
        }
        if line.text.trim().is_empty() {
            if reader.between == Between::Nothing {
                reader.between = Between::BlankLine;
            }
            continue;
        }
        let target = reader.target.filter(|_| may_go_on(index)).and_then(|target| above.get_mut(target));
        if let Some(target) = target.filter(|target| reader.goes_on(&target.text, &line.text, below)) {
            reader.last = width(&line.text);
            append(&mut target.text, line.text.trim());
            line.text.clear();
        } else {
            reader.begin(index, &line.text);
        }
        reader.between = Between::Nothing;
    }
}

/// The text of a cell without the blanks around it, its broken sentences joined.
pub(crate) fn cell(text: String) -> String {
    let trimmed = text.trim();
    if memchr(b'\n', trimmed.as_bytes()).is_none() {
        return if trimmed.len() == text.len() { text } else { trimmed.to_owned() };
    }
    let mut lines: Vec<Line> = trimmed.split('\n').map(|text| Line { number: 0, text: text.to_owned() }).collect();
    let blank: Vec<bool> = lines.iter().map(|line| line.text.trim().is_empty()).collect();
    joined(&mut lines, |_| true);
    let kept = lines.into_iter().zip(blank).filter(|(line, blank)| *blank || !line.text.is_empty());
    kept.map(|(line, _)| line.text).collect::<Vec<_>>().join("\n")
}

/// What a line is that others may be appended to.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Run {
    /// Text of a clause
    #[default]
    Sentence,
    /// 号 and what hangs below
    Item,
    /// A heading, a title, a label
    Label,
}

/// What stands between a line and the one that it may go on from.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Between {
    #[default]
    Nothing,
    BlankLine,
    /// A page begins.
    Page,
}

#[derive(Default)]
struct Reader {
    /// The width at which the text is broken.
    width: Option<Width>,
    /// The line that others are appended to.
    target: Option<usize>,
    run: Run,
    /// Width of the last line that was appended to it, or its own.
    last: (usize, usize),
    /// What stands between.
    between: Between,
    /// The text has begun: before it stand title and number.
    begun: bool,
    /// In a 別表 or 様式.
    appended: bool,
}

impl Reader {
    fn begin(&mut self, index: usize, line: &str) {
        let text = line.trim();
        let mark = mark(text);
        self.appended = match mark {
            Mark::Appendix { .. } => true,
            Mark::Supplementary(_) | Mark::Heading { .. } => false,
            _ => self.appended,
        };
        let label = matches!(
            mark,
            Mark::Heading { .. }
                | Mark::Supplementary(_)
                | Mark::Appendix { .. }
                | Mark::Contents
                | Mark::Preamble
                | Mark::Remark
                | Mark::Caption(_)
        );
        self.begun |=
            text.contains('。') || !matches!(mark, Mark::Text(_) | Mark::Title(_) | Mark::Number(_) | Mark::Remark);
        let titled = !self.begun && !text.contains('は');
        self.run = match opener(text) {
            _ if label || titled || text.chars().count() <= 2 => Run::Label,
            Some(Opener::Item) => Run::Item,
            _ => Run::Sentence,
        };
        (self.target, self.last) = (Some(index), width(line));
    }

    /// Whether `below` goes on from what was gathered `above`.
    fn goes_on(&self, above: &str, line: &str, further: &[Line]) -> bool {
        let (above, below) = (above.trim(), line.trim());
        if below == "抄" {
            return matches!(mark(above), Mark::Supplementary(_));
        }
        let tail = Tail::of(above);
        let blank = self.between == Between::BlankLine;
        let full = self.width.is_some_and(|width| width.fills(self.last)) && !blank;
        if tail.text.is_empty() && !tail.open {
            // A sentence that ends where the line does: the next one goes on in the same 項.
            return full
                && self.run == Run::Sentence
                && !self.appended
                && !is_heading_cut_short(below)
                && !begins(below, further, false, false);
        }
        // What a page breaks off is under way.
        let full = full || self.between == Between::Page && !self.appended && self.run != Run::Label;
        let connective = CONNECTIVES.iter().any(|word| above.ends_with(word));
        let must = tail.open || connective && self.run != Run::Label;
        let sure = must || full && self.run == Run::Sentence && tail.under_way() && !ends_like_a_sentence(above);
        if begins(below, further, sure, connective && self.run != Run::Label) {
            return false;
        }
        if self.run == Run::Label || matches!(mark(above), Mark::Caption(_)) {
            // Below a whole title stands its date, unless the line is full and the next one ends a title too.
            let dated = ERAS.iter().any(|era| below.starts_with(era));
            let untitled = self.begun || !dated && (!is_title(above) || is_title(below));
            return tail.open
                || full && untitled && !above.ends_with(['）', ')'])
                || connective && !self.begun && !blank;
        }
        let columns = is_in_columns(above) || is_in_columns(below);
        if self.appended || columns || blank {
            return tail.open
                || above.ends_with('、')
                || !columns && !blank && tail.under_way() && (full || above.contains("は、"));
        }
        must || full || goes_on_by_itself(above, below, &tail) || tail.under_way()
    }
}

/// Whether a line opens something of its own. When the line above `must` go on, or even ends with a `connective`, only
/// what is unmistakable does.
fn begins(line: &str, further: &[Line], must: bool, connective: bool) -> bool {
    let next = texts(further).next();
    let heading = !must && !line.starts_with(['（', '(']) && is_heading_cut_short(line) && Tail::of(line).open;
    if heading || is_caption_cut_short(line, further) {
        return true;
    }
    let opens = opener(line);
    match mark(line) {
        Mark::Text(_) | Mark::Title(_) | Mark::Number(_) => opens.is_some() && !(must && opens == Some(Opener::Bullet)),
        // A bracket alone is a 見出し only above what it heads.
        Mark::Caption(_) => {
            let heads = |mark: Mark| matches!(mark, Mark::Article { .. } | Mark::Paragraph { .. } | Mark::Caption(_));
            !must && next.is_none_or(|next| heads(mark(next)) || opener(next).is_some())
                || next.is_some_and(|next| matches!(mark(next), Mark::Article { .. }))
        }
        Mark::Paragraph { .. } | Mark::Appendix { .. } => !must,
        // Behind 「若しくは」 stands 「第3条」 or 「第3条（定義）の規定」, but no 「第3条　…」.
        Mark::Article { text, caption, .. } => !connective || caption.is_none() && !text.is_empty(),
        _ => true,
    }
}

/// The first part of a 見出し, 附則 or 別表 that is itself broken, so that nothing at its head tells what it is.
fn is_heading_cut_short(line: &str) -> bool {
    let bare: String = line.chars().filter(|letter| !letter.is_whitespace()).take(4).collect();
    ["（", "(", "附則", "付則", "別表", "別記", "様式"].iter().any(|word| bare.starts_with(word))
}

/// A 見出し of several lines: its bracket closes where a later line ends, above a 条 or 項.
fn is_caption_cut_short(line: &str, further: &[Line]) -> bool {
    if !line.starts_with(['（', '(']) || !Tail::of(line).open {
        return false;
    }
    let mut caption = line.to_owned();
    let mut below = texts(further);
    for text in below.by_ref().take(3) {
        caption.push_str(text);
        if !Tail::of(&caption).open {
            break;
        }
    }
    let heads = |next: &str| matches!(mark(next), Mark::Article { .. } | Mark::Paragraph { .. });
    matches!(mark(&caption), Mark::Caption(_)) && below.next().is_some_and(heads)
}

/// The lines that are not blank.
fn texts(lines: &[Line]) -> impl Iterator<Item = &str> {
    lines.iter().map(|line| line.text.trim()).filter(|text| !text.is_empty())
}

/// The end of a text behind its last full stop.
struct Tail<'a> {
    text: &'a str,
    /// A bracket is open.
    open: bool,
}

impl<'a> Tail<'a> {
    fn of(text: &'a str) -> Self {
        let (mut depth, mut from) = (0_usize, 0);
        for (at, letter) in text.char_indices() {
            match letter {
                '（' | '(' | '「' | '『' | '〔' => depth += 1,
                '）' | ')' | '」' | '』' | '〕' => depth = depth.saturating_sub(1),
                '。' if depth == 0 => from = at + letter.len_utf8(),
                _ => {}
            }
        }
        Self { text: text.get(from..).unwrap_or_default().trim(), open: depth > 0 }
    }

    /// A sentence has begun: it has a comma or a topic.
    fn under_way(&self) -> bool {
        self.text.contains(['、', '，', 'は'])
    }
}

/// Whether a line begins as no sentence, item or name does.
fn goes_on_by_itself(above: &str, line: &str, tail: &Tail<'_>) -> bool {
    let Some(first) = line.chars().next() else { return false };
    let kana =
        matches!(first, 'ぁ'..='ゖ') && (tail.under_way() || !BEGINNINGS.iter().any(|word| line.starts_with(word)));
    // 「法第18条⏎第1項に規定する」
    let cited = above.ends_with(['条', '項', '法', '例', '則']) && first == '第';
    kana || cited || NO_BEGINNING.contains(first)
}

/// Sentences that their writer left without a full stop.
fn ends_like_a_sentence(text: &str) -> bool {
    text.ends_with(['る', 'い', 'う', 'た', 'ず'])
}

/// Tabs or wide gaps: cells of a table.
fn is_in_columns(line: &str) -> bool {
    line.contains('\t') || line.contains("　　") || line.contains("   ")
}

fn append(above: &mut String, below: &str) {
    let end = above.trim_end().len();
    above.truncate(end);
    let latin = above.ends_with(|letter: char| letter.is_ascii_alphanumeric())
        && below.starts_with(|letter: char| letter.is_ascii_alphabetic());
    if latin {
        above.push(' ');
    }
    above.push_str(below);
}

/// Characters and columns (half-width ones count half) of a line, without what may hang over its end.
fn width(line: &str) -> (usize, usize) {
    let line = line.trim_end().trim_end_matches(['、', '。', '，', '．', '）', '」', ')']);
    (line.chars().count(), line.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum())
}

/// The width at which a text is broken, by characters or by columns.
#[derive(Clone, Copy)]
enum Width {
    Characters(usize),
    Columns(usize),
}

impl Width {
    fn fills(self, (characters, columns): (usize, usize)) -> bool {
        match self {
            Self::Characters(width) => characters + 1 >= width,
            Self::Columns(width) => columns + 3 >= width,
        }
    }
}

/// The width at which a text is broken: no line is longer, and several end there within a sentence.
fn broken_at(lines: &[Line]) -> Option<Width> {
    let widths: Vec<((usize, usize), bool)> = lines
        .iter()
        .filter(|line| !line.text.trim().is_empty())
        .map(|line| (width(&line.text), line.text.trim_end().ends_with(['。', ')', '）', '」'])))
        .collect();
    let characters = widths.iter().map(|(width, _)| width.0).max().filter(|width| WIDTHS.contains(width))?;
    let columns = widths.iter().map(|(width, _)| width.1).max()?;
    let broken = |width: Width| widths.iter().filter(|(own, ends)| !ends && width.fills(*own)).count();
    let candidates = [Width::Characters(characters), Width::Columns(columns)];
    candidates
        .into_iter()
        .map(|width| (broken(width), width))
        .filter(|(count, _)| *count >= BROKEN)
        .max_by_key(|(count, _)| *count)
        .map(|(_, width)| width)
}
