//! Lines that a page width or the look of a cell broke within a sentence, put together again.
//!
//! A word that a break cuts (縦⏎覧) is found by nobody. A line goes on in the next one when it ends no sentence and the
//! next one begins nothing (no 条, 項, 号, 見出し, 附則 …), and something speaks for it: a bracket that is open, a particle at the
//! end, a letter that begins no word, a sentence under way, or a width at which the whole text is broken. Lists of
//! names and the cells of 別表 and 様式 have none of these and stay as they are.

mod width;
mod words;

use memchr::memchr;

use self::width::{BROKEN, Width, broken_at, size, width};
use self::words::{BEGINNINGS, CONNECTIVES, ERAS, NO_BEGINNING, SENTENCES};
use crate::reading::ordinance::{Line, Mark, Opener, is_page_number, is_title, mark, opener};

/// What begins a page in texts that were taken from PDF.
pub(super) const PAGE: char = '\u{C}';

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
            append(&mut target.text, line.text.trim(), reader.end.blank || reader.begins_with_a_blank(&line.text));
            reader.ended(&line.text);
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

/// How a line ends that the next one may go on from.
#[derive(Default)]
struct End {
    /// It fills the width as it stands.
    full: bool,
    /// It fills the width without what may hang over its end.
    full_without_hanging: bool,
    /// It ends with a blank that the width left on it: 「…の規定　⏎公布の日」.
    blank: bool,
}

#[derive(Default)]
struct Reader {
    /// The width at which the text is broken.
    width: Option<Width>,
    /// The line that others are appended to.
    target: Option<usize>,
    run: Run,
    /// How the last line that was appended to it ends, or itself.
    end: End,
    /// Lines that were appended flush, and those that began with a blank.
    flush: usize,
    indented: usize,
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
        self.target = Some(index);
        self.ended(line);
    }

    /// Notes how the line ends that the next one may go on from.
    fn ended(&mut self, line: &str) {
        let fills = |size: (usize, usize)| self.width.is_some_and(|width| width.fills(size));
        let blank = line.ends_with('　') && fills(size(line));
        let full = fills(size(line.trim_end())) || blank;
        self.end = End { full, full_without_hanging: fills(width(line)), blank };
    }

    /// Whether the blank at the head of a line is one of the text: those before it stand flush.
    fn begins_with_a_blank(&mut self, line: &str) -> bool {
        let blank = line.starts_with('　');
        *(if blank { &mut self.indented } else { &mut self.flush }) += 1;
        blank && self.run == Run::Item && self.end.full && self.flush > BROKEN * self.indented
    }

    /// Whether `below` goes on from what was gathered `above`.
    fn goes_on(&self, above: &str, line: &str, further: &[Line]) -> bool {
        let (above, below) = (above.trim(), line.trim());
        let tail = Tail::of(above);
        if let Some(goes_on) = supplement_goes_on(above, below, &tail) {
            return goes_on;
        }
        let blank = self.between == Between::BlankLine;
        if tail.text.is_empty() && !tail.open {
            return !blank && self.sentence_follows(below, further);
        }
        let full = self.is_full(above, &tail) && !blank;
        // What a page breaks off is under way.
        let full = full || self.between == Between::Page && !self.appended && self.run != Run::Label;
        let connective = CONNECTIVES.iter().any(|word| above.ends_with(word));
        let must = tail.open || connective && self.run != Run::Label;
        let sure = must || full && self.run == Run::Sentence && tail.under_way() && !ends_like_a_sentence(above);
        if begins(below, further, sure, connective && self.run != Run::Label) {
            return false;
        }
        if self.run == Run::Label || matches!(mark(above), Mark::Caption(_)) {
            return tail.open || full && self.title_goes_on(above, below) || connective && !self.begun && !blank;
        }
        let columns = is_in_columns(above) || is_in_columns(below);
        if self.appended || columns || blank {
            return tail.open
                || above.ends_with('、')
                || !columns && !blank && tail.under_way() && (full || above.contains("は、"));
        }
        must || full || goes_on_by_itself(above, below, &tail) || tail.under_way()
    }

    /// Whether the last line ends at the width. Of names in a list the closing bracket may hang over it: 「…（昭和22年省令第9号）」.
    fn is_full(&self, above: &str, tail: &Tail<'_>) -> bool {
        let name = above.ends_with(['）', ')']) && !above.ends_with("。）") && !tail.under_way();
        self.end.full_without_hanging || self.end.full && !name
    }

    /// A sentence that ends where the line does: whether the next one goes on in the same 項.
    fn sentence_follows(&self, below: &str, further: &[Line]) -> bool {
        let sentence = SENTENCES.iter().any(|word| below.starts_with(word));
        (self.end.full && sentence && self.run != Run::Label
            || self.end.full_without_hanging && self.run == Run::Sentence)
            && !self.appended
            && !is_heading_cut_short(below)
            && !begins(below, further, false, false)
    }

    /// Below a whole title stands its date, unless the line is full and the next one ends a title too.
    fn title_goes_on(&self, above: &str, below: &str) -> bool {
        let dated = ERAS.iter().any(|era| below.starts_with(era));
        let untitled = self.begun || !dated && (!is_title(above) || is_title(below));
        untitled && !above.ends_with(['）', ')'])
    }
}

/// Whether a 附則 goes on in the next line, as far as its brackets tell: 「附則（…法律第○号）抄」 is whole, however full its line is.
fn supplement_goes_on(above: &str, below: &str, tail: &Tail<'_>) -> Option<bool> {
    let named = |line: &str| matches!(mark(line), Mark::Supplementary(_));
    if below == "抄" {
        return Some(named(above));
    }
    if !above.starts_with(['附', '付']) {
        return None;
    }
    if !tail.open {
        return (above.ends_with(['抄', '）', ')']) && named(above)).then_some(false);
    }
    let mut whole = above.to_owned();
    append(&mut whole, below, false);
    (!Tail::of(&whole).open && named(&whole)).then_some(true)
}

/// Whether a line opens something of its own. When the line above `must` go on, or even ends with a `connective`, only
/// what is unmistakable does.
fn begins(line: &str, further: &[Line], must: bool, connective: bool) -> bool {
    let next = texts(further).next();
    let heading = !must && !line.starts_with(['（', '(']) && is_heading_cut_short(line) && Tail::of(line).open;
    if heading || is_caption_cut_short(line, further) {
        return true;
    }
    let opens = opener(line).or_else(|| several_items(line));
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
        // A line that holds 「第34条及び第35条」 alone is cited where the next one goes on with 「の規定」.
        Mark::Article { text, caption, .. } => {
            let cited = text.is_empty() && caption.is_none() && next.is_some_and(|next| next.starts_with(['の', 'を']));
            !cited && (!connective || caption.is_none() && !text.is_empty())
        }
        _ => true,
    }
}

/// The first part of a 見出し, 附則 or 別表 that is itself broken, so that nothing at its head tells what it is.
fn is_heading_cut_short(line: &str) -> bool {
    let bare: String = line.chars().filter(|letter| !letter.is_whitespace()).take(4).collect();
    // 「附則第九項の改正規定（」 cites a provision.
    let cited = ["附則第", "付則第"].iter().any(|word| bare.starts_with(word));
    !cited && ["（", "(", "附則", "付則", "別表", "別記", "様式"].iter().any(|word| bare.starts_with(word))
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

/// 「一及び二　略」, 「三から五まで　削除」: items that are named together.
fn several_items(line: &str) -> Option<Opener> {
    let (names, _) = line.split_once('　')?;
    let names = names.strip_suffix("まで").unwrap_or(names);
    let (first, last) = ["及び", "から", "、"].iter().find_map(|joint| names.split_once(joint))?;
    let item = |name: &str| opener(&format!("{name}　")) == Some(Opener::Item);
    (item(first) && item(last)).then_some(Opener::Item)
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

fn append(above: &mut String, below: &str, blank: bool) {
    let end = above.trim_end().len();
    above.truncate(end);
    if blank {
        above.push('　');
    }
    let latin = above.ends_with(|letter: char| letter.is_ascii_alphanumeric())
        && below.starts_with(|letter: char| letter.is_ascii_alphabetic());
    if latin {
        above.push(' ');
    }
    above.push_str(below);
}
