//! DOCX (ECMA-376 part 1, `WordprocessingML`): paragraphs and rows of tables as lines, with automatic numbers.

mod numbering;

use numbering::Numbering;

use crate::reading::archive::Archive;
use crate::reading::limits::Limits;
use crate::reading::note::Reason;
use crate::reading::ordinance::Line;
use crate::reading::xml::{self, Step, Xml};

/// Reads the main document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Vec<Line>, Reason> {
    let mut archive = Archive::open(bytes, limits)?;
    let numbering = match archive.part("word/numbering.xml", None)? {
        Some(part) => Numbering::read(&xml::decode(part), limits)?,
        None => Numbering::default(),
    };
    let part =
        archive.part("word/document.xml", None)?.ok_or_else(|| Reason::damaged("word/document.xml is missing"))?;
    let text = xml::decode(part);
    let mut document = Document { numbering, ..Document::default() };
    let mut stream = Xml::new(&text, limits);
    while let Some(step) = stream.step()? {
        match step {
            Step::Open(element) => {
                document.open(element.name(), &|name| element.attribute(name).map(std::borrow::Cow::into_owned));
            }
            Step::Text(text) => document.text(&text),
            Step::Close(name) => document.close(&name),
        }
    }
    Ok(document.lines)
}

#[derive(Default)]
struct Document {
    numbering: Numbering,
    lines: Vec<Line>,
    text: String,
    /// Depth of open tables; rows of the innermost are lines.
    tables: usize,
    /// The paragraph's list and level.
    list: (Option<String>, usize),
    within_text: bool,
    /// Depth within what is not shown: readings, the fallback of a drawing, deleted text.
    aside: usize,
}

impl Document {
    fn open(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) {
        match name {
            "Fallback" | "rt" | "del" | "instrText" => self.aside += 1,
            "tbl" => self.tables += 1,
            "p" => self.list = (None, 0),
            "numId" => self.list.0 = attribute("val"),
            "ilvl" => self.list.1 = attribute("val").and_then(|level| level.parse().ok()).unwrap_or(0),
            "t" => {
                self.within_text = self.aside == 0;
                self.number();
            }
            "tab" if self.aside == 0 && !self.text.is_empty() => self.text.push('　'),
            "br" | "cr" if self.aside == 0 => self.end_line(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.within_text {
            self.text.push_str(text);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "Fallback" | "rt" | "del" | "instrText" => self.aside = self.aside.saturating_sub(1),
            "t" => self.within_text = false,
            "tbl" => self.tables = self.tables.saturating_sub(1),
            "p" if self.tables == 0 => self.end_line(),
            "tc" if !self.text.is_empty() && !self.text.ends_with('　') => self.text.push('　'),
            "tr" => self.end_line(),
            _ => {}
        }
    }

    /// Puts the automatic number of a list before the first text of its paragraph.
    fn number(&mut self) {
        let Some(list) = self.list.0.take() else {
            return;
        };
        if let Some(label) = self.numbering.next(&list, self.list.1) {
            self.text.push_str(&label);
            self.text.push('　');
        }
    }

    fn end_line(&mut self) {
        let text = std::mem::take(&mut self.text);
        let number = u32::try_from(self.lines.len()).unwrap_or(u32::MAX).saturating_add(1);
        self.lines.push(Line { number, text: text.trim().to_owned() });
    }
}
