//! Splitting: decides line by line which marks are real, by what stands around them.
//!
//! A number opens a 項 only where that 項 is due; a sentence before the first article is the 前文; a bracket is a 見出し only
//! above a 条 or 項; the 目次 is passed over with all that it names; notes of editors are left out; numbers in 別表 and 様式
//! open nothing, not even the articles of a contract that goes on where the ordinance stopped.

use super::Line;
use super::assemble::Assembler;
use super::mark::{self, Mark};
use super::opening;
use crate::clause::Part;
use crate::numeral;

/// Lines after a marked title in which its first article or its number must follow for it to open an ordinance.
const OPENING: usize = 15;

/// Splits the lines of a text, which may hold several ordinances, into the assembler.
pub(crate) fn split(lines: &[Line], hint: Option<&str>, assembler: &mut Assembler) {
    let full: Vec<&Line> = lines.iter().filter(|line| !line.text.trim().is_empty()).collect();
    for _ in full.len()..lines.len() {
        assembler.blank();
    }
    let mut starts: Vec<usize> =
        (1..full.len()).filter(|start| opens_ordinance(full.get(*start..).unwrap_or_default())).collect();
    starts.insert(0, 0);
    starts.push(full.len());
    for (index, pair) in starts.windows(2).enumerate() {
        if let [start, end] = pair {
            let hint = if index == 0 { hint } else { None };
            ordinance(full.get(*start..*end).unwrap_or_default(), hint, assembler);
        }
    }
}

fn opens_ordinance(lines: &[&Line]) -> bool {
    let Some((first, below)) = lines.split_first() else {
        return false;
    };
    opening::is_marked_title(first.text.trim())
        && below.iter().take(OPENING).any(|line| {
            let text = line.text.trim();
            matches!(mark::mark(text), Mark::Article { number: 1, .. } | Mark::Contents)
                || !opening::law_number(text).is_empty()
        })
}

fn ordinance(lines: &[&Line], hint: Option<&str>, assembler: &mut Assembler) {
    let marks: Vec<Mark> = lines.iter().map(|line| mark::mark(line.text.trim())).collect();
    let mut splitter = Splitter::new(&marks, assembler);
    let body = splitter.body_start(lines);
    splitter.open(lines.get(..body).unwrap_or_default(), hint);
    for (index, line) in lines.iter().enumerate().skip(body) {
        splitter.line(index, line);
    }
}

/// Whether the ordinance itself has articles, not only a contract among its 様式.
fn has_articles(marks: &[Mark]) -> bool {
    let first = |wanted: fn(&Mark) -> bool| marks.iter().position(wanted);
    let article = first(|mark| matches!(mark, Mark::Article { .. }));
    let appendix = first(|mark| matches!(mark, Mark::Appendix { .. }));
    let contents = first(|mark| matches!(mark, Mark::Contents));
    match (article, appendix) {
        // A 目次 names the 別表 before any article comes.
        (Some(article), Some(appendix)) => article < appendix || contents.is_some_and(|contents| contents < appendix),
        (article, _) => article.is_some(),
    }
}

/// How far the ordinance has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Below the title; nothing of the body yet
    Start,
    /// 目次
    Contents,
    /// 前文
    Preamble,
    /// A heading or article has come
    Body,
}

/// Where in the sequence of an ordinance the reader stands.
struct Splitter<'a> {
    marks: &'a [Mark],
    assembler: &'a mut Assembler,
    /// The text has 第○条; otherwise it is a guideline that counts 第1, 1.
    has_articles: bool,
    stage: Stage,
    headings_seen: Vec<String>,
    part: Part,
    /// The 別表 or 様式 is not the last of the ordinance: no 附則 came before it, and it has no article of its own.
    may_resume: bool,
    last_article: u32,
    /// Number of the last 項; 0 while the 条 or 附則 has none.
    last_paragraph: u32,
    /// Numbers in this 条 count items, not 項: a 1 came where a 2 was due.
    counts_items: bool,
}

impl<'a> Splitter<'a> {
    fn new(marks: &'a [Mark], assembler: &'a mut Assembler) -> Self {
        Self {
            marks,
            assembler,
            has_articles: has_articles(marks),
            stage: Stage::Start,
            headings_seen: Vec::new(),
            part: Part::Main,
            may_resume: true,
            last_article: 0,
            last_paragraph: 0,
            counts_items: false,
        }
    }

    /// The first line that is not part of the opening.
    fn body_start(&self, lines: &[&Line]) -> usize {
        let starts = |(index, mark): (usize, &Mark)| match mark {
            Mark::Contents | Mark::Heading { .. } | Mark::Article { .. } | Mark::Supplementary(_) | Mark::Preamble => {
                true
            }
            Mark::Caption(_) => self.is_caption(index),
            Mark::Paragraph { .. } => !self.has_articles,
            Mark::Text(_) => {
                !self.has_articles && lines.get(index).is_some_and(|line| section(line.text.trim()).is_some())
            }
            _ => false,
        };
        let unstructured = || lines.iter().position(|line| line.text.contains('。')).unwrap_or(lines.len());
        self.marks.iter().enumerate().position(starts).unwrap_or_else(unstructured)
    }

    fn open(&mut self, lines: &[&Line], hint: Option<&str>) {
        let opening = opening::read(lines, hint);
        self.assembler.begin(&opening.title);
        if !opening.number.is_empty() {
            self.assembler.number(&opening.number);
        }
        if let Some(line) = opening.preamble.first() {
            self.assembler.begin_preamble(line.number);
        }
        for line in lines {
            if opening.preamble.iter().any(|held| held.number == line.number) {
                self.assembler.take(line.number, Mark::Text(line.text.trim().to_owned()));
            } else {
                self.assembler.outside();
            }
        }
    }

    fn line(&mut self, index: usize, line: &Line) {
        let text = line.text.trim();
        let Some(mark) = self.marks.get(index).cloned() else {
            return;
        };
        if self.stage == Stage::Contents {
            if self.passes_over(index, &mark) {
                self.assembler.outside();
                return;
            }
            self.stage = Stage::Start;
        }
        let mark = self.decided(index, mark, text);
        if self.begins_preamble(&mark) {
            self.stage = Stage::Preamble;
            self.assembler.begin_preamble(line.number);
        }
        match &mark {
            Mark::Contents => self.stage = Stage::Contents,
            Mark::Article { number, text, .. } => {
                self.last_article = *number;
                self.begin_article(!text.is_empty());
            }
            Mark::Paragraph { number, .. } => self.last_paragraph = *number,
            Mark::Supplementary(_) => {
                self.part = Part::Supplementary;
                self.begin_article(false);
            }
            Mark::Appendix { part, .. } => {
                self.may_resume = self.part == Part::Main || self.may_resume && self.part != Part::Supplementary;
                self.part = *part;
            }
            Mark::Text(_) => self.last_paragraph = self.last_paragraph.max(1),
            Mark::Preamble => self.stage = Stage::Preamble,
            Mark::Title(_) | Mark::Number(_) | Mark::Heading { .. } | Mark::Caption(_) | Mark::Remark => {}
        }
        if !matches!(mark, Mark::Contents | Mark::Preamble | Mark::Text(_) | Mark::Remark) {
            self.stage = Stage::Body;
        }
        self.assembler.take(line.number, mark);
    }

    /// A sentence between the 目次 and the first heading or article is the 前文.
    fn begins_preamble(&self, mark: &Mark) -> bool {
        let sentence = matches!(mark, Mark::Text(text) if text.contains('。'));
        sentence && self.has_articles && self.stage == Stage::Start
    }

    fn begin_article(&mut self, has_text: bool) {
        self.last_paragraph = u32::from(has_text);
        self.counts_items = false;
    }

    /// Whether a line belongs to the 目次, which ends at the first article, caption or heading that comes again.
    fn passes_over(&mut self, index: usize, mark: &Mark) -> bool {
        let below = self.marks.get(index + 1..).unwrap_or_default();
        match mark {
            // Named in the 目次 and come again below.
            Mark::Article { label, text, .. } => {
                let again = |mark: &&Mark| matches!(mark, Mark::Article { label: other, .. } if other == label);
                !text.contains('。') && below.iter().find(again).is_some()
            }
            // 前文 itself has sentences below it; its line in the 目次 has the next line of the 目次.
            Mark::Preamble => {
                let sentence = |next: &Mark| matches!(next, Mark::Text(text) if text.contains('。'));
                !below.first().is_some_and(sentence)
            }
            Mark::Caption(_) => false,
            Mark::Text(text) if text.contains('。') => false,
            Mark::Heading { text, .. } => {
                let name = text.split(['(', '（', '…', '・', '‥', '.']).next().unwrap_or(text);
                let page = |letter: char| letter.is_ascii_digit() || matches!(letter, '０'..='９' | '-' | '－');
                let name: String = name.trim_end_matches(page).split_whitespace().collect();
                let again = self.headings_seen.contains(&name);
                self.headings_seen.push(name);
                !again
            }
            _ => true,
        }
    }

    /// The mark that a line really is, by what stands around it.
    fn decided(&mut self, index: usize, mark: Mark, text: &str) -> Mark {
        let appended = matches!(self.part, Part::Table | Part::Form);
        let as_text = || Mark::Text(text.to_owned());
        match mark {
            // Numbers and headings in tables and forms are theirs, unless the ordinance goes on where it stopped.
            Mark::Article { number, .. } if appended && !(self.may_resume && number == self.last_article + 1) => {
                self.may_resume = false;
                as_text()
            }
            Mark::Article { .. } if appended => {
                self.part = Part::Main;
                mark
            }
            Mark::Heading { .. } | Mark::Preamble | Mark::Contents | Mark::Remark if appended => as_text(),
            Mark::Heading { .. } if self.part == Part::Supplementary => as_text(),
            // The number of a changing ordinance alone, below the provision that it changed.
            Mark::Caption(text) if !appended && self.stage == Stage::Body && !opening::law_number(&text).is_empty() => {
                Mark::Remark
            }
            Mark::Caption(_) if appended || !self.is_caption(index) => as_text(),
            Mark::Paragraph { number, text: rest } => self.numbered(number, rest, text, appended),
            Mark::Text(_) if !self.has_articles && !appended => section(text).unwrap_or_else(as_text),
            mark => mark,
        }
    }

    /// A number at the head of a line: a 項 where it is due, an article of a guideline, else an item.
    fn numbered(&mut self, number: u32, rest: String, text: &str, appended: bool) -> Mark {
        if appended {
            return Mark::Text(text.to_owned());
        }
        let in_main = self.part == Part::Main;
        if !self.has_articles && in_main && number == self.last_article + 1 && self.last_paragraph <= 1 {
            return Mark::Article { label: number.to_string(), number, caption: None, text: rest };
        }
        // 附則 are often abridged (抄), so that numbers are missing.
        let due = number == self.last_paragraph + 1 || self.part == Part::Supplementary && number > self.last_paragraph;
        if due && !self.counts_items {
            return Mark::Paragraph { number, text: rest };
        }
        self.counts_items |= number == 1;
        Mark::Text(text.to_owned())
    }

    /// Whether the bracket in this line stands above a 条 or 項 (or above another bracket that does).
    fn is_caption(&self, index: usize) -> bool {
        let Some(Mark::Caption(caption)) = self.marks.get(index) else {
            return false;
        };
        if !opening::law_number(caption).is_empty() {
            return false;
        }
        let above = index.checked_sub(1).and_then(|above| self.marks.get(above));
        let mut below = self.marks.get(index + 1..).unwrap_or_default().iter();
        let next = below.find(|mark| !matches!(mark, Mark::Caption(_) | Mark::Remark));
        match next {
            Some(Mark::Article { .. } | Mark::Paragraph { .. }) => true,
            // A 附則 of one 項 has no number below its 見出し.
            Some(Mark::Text(text)) => matches!(above, Some(Mark::Supplementary(_))) && text.contains('。'),
            _ => false,
        }
    }
}

/// 「第1　目的」 of guidelines that have no 条.
fn section(line: &str) -> Option<Mark> {
    let (number, _, rest) = line.strip_prefix('第').and_then(numeral::leading)?;
    let label = numeral::half_width(line.strip_suffix(rest)?);
    let open = rest.starts_with(char::is_whitespace);
    // What stands behind the number is a heading, unless it is a sentence.
    let (caption, text) = if rest.contains('。') { (None, rest.trim()) } else { (Some(rest.trim().to_owned()), "") };
    open.then(|| Mark::Article { label, number, caption, text: text.to_owned() })
}
