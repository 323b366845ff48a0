//! 法令標準XML (e-Gov): its elements as marks, so that the structure need not be guessed.
//!
//! Element names after the schema `XMLSchemaForJapaneseLaw_v3`. The result is the same as of the printed text: items
//! carry their label, columns stand behind a full-width blank, readings (`Rt`) and the 目次 are left out.

use crate::clause::Part;
use crate::reading::limits::Limits;
use crate::reading::note::Reason;
use crate::reading::ordinance::{Assembler, Mark};
use crate::reading::xml::{Element, Step, Xml};

/// Whether an XML text is a law by its root element, seen in its first 2,000 bytes.
pub(crate) fn is_law(text: &str) -> bool {
    let mut end = text.len().min(2_000);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end).unwrap_or_default();
    ["<Law ", "<Law>", "<LawBody", "<law_full_text", "<LawFullText", "<DataRoot"].iter().any(|root| head.contains(root))
}

/// Reads a law into the assembler; gives the number of entities that were not expanded.
pub(crate) fn read(text: &str, limits: &Limits, assembler: &mut Assembler) -> Result<u32, Reason> {
    let mut reader = Reader {
        stream: Xml::new(text, limits),
        assembler,
        line: String::new(),
        count: 0,
        law_number: None,
        label: String::new(),
        paragraph: 1,
        first_sentence: false,
    };
    reader.read()?;
    Ok(reader.stream.entities)
}

struct Reader<'a, 'x> {
    stream: Xml<'x>,
    assembler: &'a mut Assembler,
    /// The line in the making.
    line: String,
    /// Lines given so far.
    count: u32,
    /// ArticleTitle of the article whose first 項 is still to come.
    label: String,
    /// The number comes before the title; it waits for it.
    law_number: Option<String>,
    /// `Num` of the 項 being read.
    paragraph: u32,
    first_sentence: bool,
}

impl Reader<'_, '_> {
    fn read(&mut self) -> Result<(), Reason> {
        while let Some(step) = self.stream.step()? {
            match step {
                Step::Open(element) => self.open(&element)?,
                Step::Close(name) => self.close(&name),
                Step::Text(text) => self.line.push_str(text.trim_matches(['\n', '\r', '\t', ' '])),
            }
        }
        self.end_line();
        Ok(())
    }

    fn open(&mut self, element: &Element<'_>) -> Result<(), Reason> {
        match element.name() {
            "TOC" | "Rt" => self.skip(element.name())?,
            "LawTitle" => {
                let title = self.inner("LawTitle")?;
                self.give(Mark::Title(title));
                if let Some(number) = self.law_number.take() {
                    self.give(Mark::Number(number));
                }
            }
            "LawNum" => self.law_number = Some(self.inner("LawNum")?),
            "EnactStatement" => self.skip("EnactStatement")?,
            "Preamble" => self.give(Mark::Preamble),
            name @ ("PartTitle" | "ChapterTitle" | "SectionTitle" | "SubsectionTitle" | "DivisionTitle") => {
                let level = ["PartTitle", "ChapterTitle", "SectionTitle", "SubsectionTitle", "DivisionTitle"]
                    .iter()
                    .position(|known| *known == name);
                let text = self.inner(name)?;
                self.give(Mark::Heading { level: level.and_then(|level| u8::try_from(level).ok()).unwrap_or(0), text });
            }
            name @ ("ArticleCaption" | "ParagraphCaption") => {
                let caption = self.inner(name)?;
                self.give(Mark::Caption(caption));
            }
            "ArticleTitle" => self.label = self.inner("ArticleTitle")?,
            "Paragraph" => {
                self.paragraph = element.attribute("Num").and_then(|number| number.parse().ok()).unwrap_or(1);
                self.first_sentence = true;
            }
            "ParagraphNum" => self.skip("ParagraphNum")?,
            "SupplProvision" => self.supplementary(element),
            "SupplProvisionLabel" => self.skip("SupplProvisionLabel")?,
            "Column" if !self.line.is_empty() && !self.line.ends_with('　') => self.line.push('　'),
            "TableColumn" if !self.line.is_empty() => self.line.push('　'),
            name => self.open_other(name)?,
        }
        Ok(())
    }

    fn open_other(&mut self, name: &str) -> Result<(), Reason> {
        if name.starts_with("Appdx") && name.ends_with("Title") {
            let text = self.inner(name)?;
            let part = if name.starts_with("AppdxTable") { Part::Table } else { Part::Form };
            let (label, caption) = crate::reading::ordinance::caption_of(&text);
            self.give(Mark::Appendix { part, label: label.to_owned(), caption: caption.to_owned() });
        } else if name == "RelatedArticleNum" {
            self.line.clear();
        } else if is_item_title(name) {
            self.end_line();
            let label = self.inner(name)?;
            self.line = if label.is_empty() { label } else { format!("{label}　") };
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        match name {
            "Article" if !self.label.is_empty() => {
                // An article without any 項 (削除 in its title) keeps its place.
                self.end_line();
                self.label.clear();
            }
            name if ends_line(name) => self.end_line(),
            _ => {}
        }
    }

    /// Gives the gathered line: the first of a 項 opens it.
    fn end_line(&mut self) {
        let text = std::mem::take(&mut self.line).trim().to_owned();
        if text.is_empty() {
            return;
        }
        let first = std::mem::take(&mut self.first_sentence);
        let label = std::mem::take(&mut self.label);
        // An abridged article (抄) may begin with a later 項.
        let later = self.paragraph > 1;
        let mark = if !label.is_empty() && !later {
            Mark::Article { label, number: 0, caption: None, text }
        } else {
            if !label.is_empty() {
                self.give(Mark::Article { label, number: 0, caption: None, text: String::new() });
            }
            if first { Mark::Paragraph { number: self.paragraph, text } } else { Mark::Text(text) }
        };
        self.give(mark);
    }

    fn supplementary(&mut self, element: &Element<'_>) {
        let amending = element.attribute("AmendLawNum").unwrap_or_default();
        let label = if amending.is_empty() { "附則".to_owned() } else { format!("附則（{amending}）") };
        self.give(Mark::Supplementary(label));
    }

    fn give(&mut self, mark: Mark) {
        self.count = self.count.saturating_add(1);
        self.assembler.take(self.count, mark);
    }

    /// The text of an element without readings, up to its close.
    fn inner(&mut self, end: &str) -> Result<String, Reason> {
        let mut text = String::new();
        let mut within_reading = false;
        while let Some(step) = self.stream.step()? {
            match step {
                Step::Open(element) => within_reading |= element.name() == "Rt",
                Step::Text(part) if !within_reading => text.push_str(&part),
                Step::Text(_) => {}
                Step::Close(name) if name == end => break,
                Step::Close(name) => within_reading &= name != "Rt",
            }
        }
        Ok(text.trim().to_owned())
    }

    fn skip(&mut self, end: &str) -> Result<(), Reason> {
        self.inner(end).map(drop)
    }
}

/// `ItemTitle`, `Subitem1Title` … `Subitem10Title`.
fn is_item_title(name: &str) -> bool {
    name == "ItemTitle" || name.starts_with("Subitem") && name.ends_with("Title")
}

/// Elements whose end is the end of a line.
fn ends_line(name: &str) -> bool {
    const ENDS: [&str; 11] = [
        "ParagraphSentence",
        "AmendProvisionSentence",
        "ListSentence",
        "TableRow",
        "TableHeaderRow",
        "RelatedArticleNum",
        "Remarks",
        "RemarksLabel",
        "Preamble",
        "MainProvision",
        "SupplProvision",
    ];
    let item = name == "ItemSentence" || name.starts_with("Subitem") && name.ends_with("Sentence");
    item || name.starts_with("Appdx") || ENDS.contains(&name)
}
