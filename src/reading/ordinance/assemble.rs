//! [`Assembler`]: from marks in order to clauses, each citing its place.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::mark::{self, Mark};
use super::opening;
use crate::clause::{Clause, Part, Place};
use crate::numeral::{self, Manner};

/// The lines of a text by what became of them; together they are all lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LineCount {
    /// Blank lines.
    pub blank: u32,
    /// Lines that hold text of clauses.
    pub text: u32,
    /// Titles, numbers, headings, captions, the 目次 and what stands outside the ordinance.
    pub structure: u32,
}

/// What a text yields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Ordinances {
    /// All clauses in order.
    pub clauses: Vec<Clause>,
    /// The lines that they came from.
    pub lines: LineCount,
}

/// One 条 (or 附則, 別表 …) in the making.
#[derive(Debug)]
struct Article {
    label: String,
    caption: String,
    part: Part,
    line: u32,
    paragraphs: Vec<Paragraph>,
}

#[derive(Debug)]
struct Paragraph {
    number: u32,
    caption: Option<String>,
    line: u32,
    lines: Vec<String>,
}

/// Takes marks, gives clauses.
#[derive(Default)]
pub(crate) struct Assembler {
    file: Arc<str>,
    title: Arc<str>,
    kind: Arc<str>,
    number: Arc<str>,
    headings: Vec<(u8, String)>,
    chapter: Arc<str>,
    part: Part,
    /// Label of the 附則 that further articles belong to.
    supplement: String,
    manner: Manner,
    caption: Option<String>,
    article: Option<Article>,
    made: Ordinances,
}

impl Assembler {
    /// Begins with the file that the clauses will name.
    pub fn new(file: &Arc<str>) -> Self {
        Self { file: Arc::clone(file), ..Self::default() }
    }

    /// Counts a blank line.
    pub fn blank(&mut self) {
        self.made.lines.blank += 1;
    }

    /// Counts a line that is neither text of a clause nor a mark.
    pub fn outside(&mut self) {
        self.made.lines.structure += 1;
    }

    /// Takes the next mark, found in `line`.
    pub fn take(&mut self, line: u32, mark: Mark) {
        let text_before = self.made.lines.text;
        match mark {
            Mark::Title(title) => self.begin(&title),
            Mark::Number(number) => self.number(&number),
            Mark::Contents => self.flush(),
            Mark::Remark => {}
            Mark::Heading { level, text } => self.heading(level, text),
            Mark::Caption(caption) => self.caption = Some(caption),
            Mark::Article { label, caption, text, .. } => self.article(line, label, caption, text),
            Mark::Paragraph { number, text } => {
                let caption = self.caption.take();
                self.paragraph(line, number, caption);
                self.text(line, text);
            }
            Mark::Supplementary(label) => {
                self.leave_main(Part::Supplementary);
                self.supplement.clone_from(&label);
                self.open(line, label, String::new());
            }
            Mark::Appendix { part, label, caption } => {
                self.leave_main(part);
                self.open(line, label, caption);
            }
            Mark::Preamble => self.begin_preamble(line),
            Mark::Text(text) => self.text(line, text),
        }
        if self.made.lines.text == text_before {
            self.made.lines.structure += 1;
        }
    }

    /// Ends: all clauses.
    pub fn finish(mut self) -> Ordinances {
        self.flush();
        self.made
    }

    /// Begins an ordinance.
    pub fn begin(&mut self, title: &str) {
        self.flush();
        self.title = Arc::from(title);
        self.kind = Arc::from(opening::kind(title, ""));
        self.number = Arc::default();
        self.headings.clear();
        self.chapter = Arc::default();
        self.part = Part::Main;
        self.caption = None;
    }

    /// Sets 例規番号 of the ordinance.
    pub fn number(&mut self, number: &str) {
        self.number = Arc::from(numeral::half_width(number));
        self.kind = Arc::from(opening::kind(&self.title, &self.number));
    }

    /// Begins the 前文.
    pub fn begin_preamble(&mut self, line: u32) {
        self.flush();
        self.part = Part::Preamble;
        self.open(line, "前文".to_owned(), String::new());
    }

    fn article(&mut self, line: u32, label: String, caption: Option<String>, text: String) {
        self.manner = mark::manner(&label);
        let label = if self.part == Part::Supplementary { format!("{}{label}", self.supplement) } else { label };
        let caption = caption.or_else(|| self.caption.take()).unwrap_or_default();
        if self.part != Part::Supplementary {
            self.part = Part::Main;
        }
        self.open(line, label, caption);
        self.text(line, text);
    }

    fn heading(&mut self, level: u8, text: String) {
        self.flush();
        self.headings.retain(|(above, _)| *above < level);
        self.headings.push((level, text));
        let chapter: Vec<&str> = self.headings.iter().map(|(_, text)| text.as_str()).collect();
        self.chapter = Arc::from(chapter.join("　"));
    }

    fn leave_main(&mut self, part: Part) {
        self.flush();
        self.part = part;
        self.headings.clear();
        self.chapter = Arc::default();
        self.caption = None;
    }

    fn open(&mut self, line: u32, label: String, caption: String) {
        self.flush();
        self.article = Some(Article { label, caption, part: self.part, line, paragraphs: Vec::new() });
    }

    /// The article to write into; text before any article has one without a label.
    fn current(&mut self, line: u32) -> &mut Article {
        let part = self.part;
        self.article.get_or_insert_with(|| Article {
            label: String::new(),
            caption: String::new(),
            part,
            line,
            paragraphs: Vec::new(),
        })
    }

    fn paragraph(&mut self, line: u32, number: u32, caption: Option<String>) {
        let paragraph = Paragraph { number, caption, line, lines: Vec::new() };
        self.current(line).paragraphs.push(paragraph);
    }

    fn text(&mut self, line: u32, text: String) {
        if text.is_empty() {
            return;
        }
        self.made.lines.text += 1;
        if self.current(line).paragraphs.is_empty() {
            let caption = self.caption.take();
            let article = self.current(line);
            let line = if article.label.is_empty() { line } else { article.line };
            article.paragraphs.push(Paragraph { number: 1, caption, line, lines: Vec::new() });
        }
        let article = self.current(line);
        if let Some(paragraph) = article.paragraphs.last_mut() {
            paragraph.lines.push(text);
        }
    }

    /// Turns the article in the making into clauses. One 項 alone is cited by its 条.
    fn flush(&mut self) {
        // A caption that nothing followed is text, not to be lost.
        if let Some(caption) = self.caption.take()
            && let Some(paragraph) = self.article.as_mut().and_then(|article| article.paragraphs.last_mut())
        {
            paragraph.lines.push(caption);
        }
        let Some(mut article) = self.article.take() else { return };
        // A heading that nothing followed says all that there is.
        if article.part == Part::Main && article.paragraphs.is_empty() && !article.caption.is_empty() {
            let lines = vec![std::mem::take(&mut article.caption)];
            article.paragraphs.push(Paragraph { number: 1, caption: None, line: article.line, lines });
        }
        let several = article.paragraphs.len() > 1 || article.paragraphs.first().is_some_and(|first| first.number > 1);
        for paragraph in article.paragraphs {
            if paragraph.lines.is_empty() {
                continue;
            }
            let mut place = article.label.clone();
            if several {
                place = format!("{place}第{}項", numeral::written(paragraph.number, self.manner));
            }
            self.made.clauses.push(Clause {
                place: Place { file: Arc::clone(&self.file), sheet: None, row: Some(paragraph.line) },
                title: Arc::clone(&self.title),
                kind: Arc::clone(&self.kind),
                number: Arc::clone(&self.number),
                chapter: Arc::clone(&self.chapter),
                part: article.part,
                article: place,
                caption: paragraph.caption.unwrap_or_else(|| article.caption.clone()),
                text: paragraph.lines.join("\n"),
                ..Clause::default()
            });
        }
    }
}
