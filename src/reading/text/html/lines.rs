//! Lines from tokens, each with the elements it stands in, and the choice of the element that holds the ordinance.

use super::Page;
use super::token::{Token, attribute};
use crate::reading::ordinance::Line;
use crate::reading::text::wrapped;

/// Elements that begin and end a line.
const BLOCKS: &str = " address article aside blockquote body caption center dd details div dl dt fieldset figure footer form \
    h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul ";
/// Elements that are never shown, or are readings (ふりがな).
const SKIPPED: &str = " script style template head noscript noframes rt rp svg iframe object select option button nav ";
/// Elements without content.
const VOID: &str = " area base br col embed hr img input link meta param source track wbr ";
/// Elements that close an open element of the same name.
const SELF_CLOSING: &str = " p li tr td th dt dd ";
/// Characters from which a sentence counts; shorter ones are remarks of the page.
const SENTENCE: usize = 10;

/// What stands between the text so far and the next text.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Gap {
    #[default]
    None,
    Blank,
    Cell,
    /// A break within an element: 「br」, or the end of a line in 「pre」
    Break,
    Line,
}

struct Open {
    name: String,
    id: u32,
}

struct Gathered {
    text: String,
    /// Identifiers of the elements it stands in, from the outermost on.
    path: Vec<u32>,
    /// All of it is one link.
    link: bool,
    /// Only a break parts it from the line above.
    broken: bool,
}

/// Takes tokens, gives lines.
#[derive(Default)]
pub(super) struct Gatherer {
    nesting: usize,
    next_id: u32,
    open: Vec<Open>,
    /// How many skipped elements are open.
    skipped: usize,
    in_title: bool,
    title: Option<String>,
    lines: Vec<Gathered>,
    text: String,
    /// Characters of the current line outside links.
    unlinked: usize,
    path: Vec<u32>,
    gap: Gap,
    /// Only a break parts the current line from the one above.
    broken: bool,
    /// What is known of the page so far.
    page: Page,
}

fn among(list: &str, name: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == name)
}

impl Gatherer {
    pub fn new(nesting: usize) -> Self {
        Self { nesting, ..Self::default() }
    }

    pub fn take(&mut self, token: Token<'_>) {
        match token {
            Token::Open { name, attributes } => self.opened(name, attributes),
            Token::Close(name) => self.closed(&name),
            Token::Text(text) if self.in_title => {
                self.title.get_or_insert_with(|| text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            Token::Text(text) if self.skipped == 0 => self.text(&text),
            Token::Text(_) => {}
        }
    }

    fn opened(&mut self, name: String, attributes: &str) {
        if name == "br" {
            self.line_break();
            return;
        }
        if among(VOID, &name) {
            return;
        }
        if among(SELF_CLOSING, &name) && self.open.last().is_some_and(|open| open.name == name) {
            self.closed(&name);
        }
        self.in_title |= name == "title";
        self.page.frames |= name == "frameset";
        self.separate(&name);
        if self.open.len() >= self.nesting {
            self.page.too_deep = true;
            return;
        }
        let hidden = attribute(attributes, "hidden").is_some()
            || attribute(attributes, "style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
        self.next_id = self.next_id.wrapping_add(1);
        if self.skipped > 0 || hidden || among(SKIPPED, &name) {
            self.skipped += 1;
        }
        self.open.push(Open { name, id: self.next_id });
    }

    fn closed(&mut self, name: &str) {
        self.in_title &= name != "title";
        let Some(place) = self.open.iter().rposition(|open| open.name == name) else {
            return;
        };
        for _ in place..self.open.len() {
            self.skipped = self.skipped.saturating_sub(1);
        }
        self.open.truncate(place);
        if self.skipped == 0 && !matches!(name, "td" | "th") {
            self.separate(name);
        }
    }

    /// What an element boundary puts between texts. Cells of a row stay on its line.
    fn separate(&mut self, name: &str) {
        if matches!(name, "td" | "th") {
            if !self.text.is_empty() && self.in_row() {
                self.gap = Gap::Cell;
            }
        } else if name == "tr" || among(BLOCKS, name) && self.gap != Gap::Cell {
            self.gap = Gap::Line;
        }
    }

    /// Whether the current line began in the row that is open.
    fn in_row(&self) -> bool {
        let row = self.open.iter().rfind(|open| open.name == "tr");
        row.is_some_and(|row| self.path.contains(&row.id))
    }

    fn text(&mut self, text: &str) {
        if text.contains('\n') && self.open.iter().any(|open| open.name == "pre") {
            for (index, line) in text.split('\n').enumerate() {
                if index > 0 {
                    self.line_break();
                }
                self.words(line);
            }
        } else {
            self.words(text);
        }
    }

    fn line_break(&mut self) {
        if self.gap != Gap::Line {
            self.gap = Gap::Break;
        }
    }

    fn words(&mut self, text: &str) {
        // Blanks that hold a line break are lay-out of the source, not of the text, unless they part Latin words.
        let broken = text.contains('\n');
        let blank = |letter: char| letter.is_ascii_whitespace() || letter == '\u{A0}';
        for (index, word) in text.split(blank).enumerate() {
            let latin = self.text.ends_with(|letter: char| letter.is_ascii())
                && word.starts_with(|letter: char| letter.is_ascii());
            if index > 0 && self.gap == Gap::None && (latin || !broken) {
                self.gap = Gap::Blank;
            }
            if !word.is_empty() {
                self.word(word);
            }
        }
    }

    fn word(&mut self, word: &str) {
        match std::mem::replace(&mut self.gap, Gap::None) {
            gap @ (Gap::Line | Gap::Break) => {
                self.end_line();
                self.broken = gap == Gap::Break;
            }
            Gap::Cell => self.text.push('　'),
            Gap::Blank if !self.text.is_empty() => self.text.push(' '),
            Gap::Blank | Gap::None => {}
        }
        if self.text.is_empty() {
            self.path = self.open.iter().map(|open| open.id).collect();
        }
        if !self.open.iter().any(|open| open.name == "a") {
            self.unlinked += word.chars().filter(|letter| !letter.is_whitespace()).count();
        }
        self.text.push_str(word);
    }

    fn end_line(&mut self) {
        let text = std::mem::take(&mut self.text);
        let link = std::mem::take(&mut self.unlinked) == 0;
        if !text.trim().is_empty() {
            self.lines.push(Gathered {
                text: text.trim().to_owned(),
                path: std::mem::take(&mut self.path),
                link,
                broken: self.broken,
            });
        }
    }

    pub fn finish(mut self) -> Page {
        self.end_line();
        let root = root(&self.lines);
        let mut page = Page { title: self.title, ..self.page };
        let mut broken: Vec<bool> = Vec::new();
        for (line, number) in self.lines.into_iter().zip(1_u32..) {
            if root.is_none_or(|root| line.path.contains(&root)) {
                page.lines.push(Line { number, text: line.text });
                broken.push(line.broken);
            } else {
                page.outside += 1;
            }
        }
        wrapped::joined(&mut page.lines, |index| broken.get(index).copied().unwrap_or_default());
        page
    }
}

/// The innermost element that holds every sentence of the page and every 別表 and 様式.
fn root(lines: &[Gathered]) -> Option<u32> {
    let appendix = |text: &str| ["別表", "様式", "別記"].iter().any(|word| text.starts_with(word));
    let held = |line: &&Gathered| {
        let sentence = line.text.contains('。') && line.text.chars().count() >= SENTENCE;
        !line.link && (sentence || appendix(&line.text))
    };
    let mut sentences = lines.iter().filter(held);
    let mut common: Vec<u32> = sentences.next()?.path.clone();
    for line in sentences {
        let same = common.iter().zip(&line.path).take_while(|(left, right)| left == right).count();
        common.truncate(same);
    }
    // An element with a single sentence would hide the title beside it.
    let several = lines.iter().filter(held).count() > 1;
    common.last().copied().filter(|_| several)
}
