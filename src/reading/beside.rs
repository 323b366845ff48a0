//! [`Besides`]: the texts of a file that stand beside its cells and paragraphs (notes, comments, margins, shapes) and are
//! not read as clauses. They are counted, so that no text of a file is lost without a note.

use super::archive::Archive;
use super::limits::Limits;
use super::note::{Beside, Reason};
use super::office::{Relation, relations};
use super::xml::{self, Step, Xml};

/// Words that number pages, which every program puts into margins by itself.
const PAGE_WORDS: [&str; 4] = ["ページ", "頁", "Page", "page"];
/// Fields whose result is no text of the writer: they number or name the file.
const FIELDS: [&str; 7] = ["sheet-name", "page-number", "page-count", "title", "date", "time", "file-name"];
/// Text that is code, or a reading.
const CODE: [&str; 4] = ["instrText", "delText", "rPh", "f"];
/// Elements that end one text.
const UNITS: [&str; 4] = ["p", "h", "comment", "textbox"];

/// How many texts of each kind there are.
#[derive(Debug, Default)]
pub(crate) struct Besides([u32; Beside::ALL.len()]);

impl Besides {
    /// Counts a text, unless it is blank, or only numbers pages.
    pub fn add(&mut self, kind: Beside, text: &str) {
        let bare = PAGE_WORDS.iter().fold(text.to_owned(), |text, word| text.replace(word, ""));
        let says =
            |letter: char| if kind == Beside::Margin { letter.is_alphabetic() } else { letter.is_alphanumeric() };
        if bare.contains(says) {
            self.count(kind, 1);
        }
    }

    /// Counts texts that are not looked into.
    pub fn count(&mut self, kind: Beside, more: u32) {
        if let Some(count) = self.0.get_mut(kind as usize) {
            *count = count.saturating_add(more);
        }
    }

    /// What is to be told, a reason a kind.
    pub fn reasons(&self) -> impl Iterator<Item = Reason> {
        let told = Beside::ALL.into_iter().zip(self.0).filter(|(_, count)| *count > 0);
        told.map(|(beside, count)| Reason::Beside { beside, count })
    }

    /// A margin of a spreadsheet, whose codes (`&P`, `&"font,style"`, `&12`) are no text.
    pub fn margin(&mut self, coded: &str) {
        let mut text = String::new();
        let mut letters = coded.chars().peekable();
        while let Some(letter) = letters.next() {
            match (letter, letters.peek()) {
                ('&', Some('"')) => {
                    letters.next();
                    letters.by_ref().find(|letter| *letter == '"');
                }
                ('&', Some(digit)) if digit.is_ascii_digit() => {
                    while letters.next_if(char::is_ascii_digit).is_some() {}
                }
                ('&', Some('K')) => {
                    letters.next();
                    while letters.next_if(|letter| letter.is_ascii_hexdigit() || *letter == '+').is_some() {}
                }
                ('&', Some(_)) => {
                    letters.next();
                }
                _ => text.push(letter),
            }
        }
        self.add(Beside::Margin, &text);
    }

    /// Up to the close of the element that has just been opened: its paragraphs, without fields.
    pub fn element(&mut self, kind: Beside, stream: &mut Xml<'_>) -> Result<(), Reason> {
        let (mut depth, mut within, mut field) = (1_usize, 0_usize, 0_usize);
        let mut text = String::new();
        while let Some(step) = stream.step()? {
            match step {
                Step::Open(element) => {
                    depth += 1;
                    within += usize::from(matches!(element.name(), "p" | "h"));
                    field += usize::from(field > 0 || FIELDS.contains(&element.name()) && element.prefix() == "text");
                }
                Step::Text(part) if within > 0 && field == 0 => text.push_str(&part),
                Step::Text(_) => {}
                Step::Close(name) => {
                    depth -= 1;
                    field = field.saturating_sub(1);
                    if matches!(&*name, "p" | "h") {
                        within = within.saturating_sub(1);
                        self.add(kind, &std::mem::take(&mut text));
                    }
                    if depth == 0 {
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    /// The texts of a part that stand in elements of the name `holder`.
    pub fn part(
        &mut self,
        kind: Beside,
        archive: &mut Archive<'_>,
        (part, holder): (&str, &str),
        limits: &Limits,
    ) -> Result<(), Reason> {
        let Some(bytes) = archive.part(part, None)? else { return Ok(()) };
        let text = xml::decode(bytes);
        let mut stream = Xml::package(&text, &["Fallback"], limits);
        let (mut within, mut code) = (0_usize, 0_usize);
        let mut words = String::new();
        while let Some(step) = stream.step()? {
            match step {
                Step::Open(element) => {
                    let name = local(element.name());
                    code += usize::from(CODE.contains(&name));
                    within += usize::from(name == holder);
                }
                Step::Text(part) if within > 0 && code == 0 => words.push_str(&part),
                Step::Text(_) => {}
                Step::Close(name) => {
                    let name = local(&name);
                    code = code.saturating_sub(usize::from(CODE.contains(&name)));
                    within = within.saturating_sub(usize::from(name == holder));
                    if UNITS.contains(&name) {
                        self.add(kind, &std::mem::take(&mut words));
                    }
                }
            }
        }
        Ok(())
    }

    /// What a relation of a part names, where that holds text.
    pub fn related(&mut self, archive: &mut Archive<'_>, relation: &Relation, limits: &Limits) -> Result<(), Reason> {
        let part = relation.part.as_str();
        match relation.kind.as_str() {
            "footnotes" | "endnotes" => self.part(Beside::Note, archive, (part, "t"), limits),
            "comments" => self.part(Beside::Comment, archive, (part, "t"), limits),
            "header" | "footer" => self.part(Beside::Margin, archive, (part, "t"), limits),
            "diagramData" | "chart" => self.part(Beside::Shape, archive, (part, "t"), limits),
            "drawing" => {
                self.part(Beside::Shape, archive, (part, "t"), limits)?;
                for inner in relations(archive, part, limits)?.iter().filter(|inner| inner.kind != "drawing") {
                    self.related(archive, inner, limits)?;
                }
                Ok(())
            }
            // Older shapes are not always well-formed: what is read until there counts.
            "vmlDrawing" => {
                let _ = self.part(Beside::Shape, archive, (part, "textbox"), limits);
                Ok(())
            }
            "aFChunk" | "package" | "oleObject" => {
                self.count(Beside::File, 1);
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

/// A name without the prefix of an extension.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}
