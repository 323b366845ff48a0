//! The main document: paragraphs and tables in the order in which Word shows them.

use super::numbering::Numbering;
use super::styles::Styles;
use crate::reading::note::Reason;
use crate::reading::xml::{Element, Step, Xml};

/// What is not shown: readings, what was deleted or moved away, and properties as they were before a change.
const ASIDE: [&str; 12] = [
    "rt",
    "del",
    "moveFrom",
    "instrText",
    "pPrChange",
    "rPrChange",
    "sectPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "tblPrExChange",
    "tblGridChange",
];

/// A paragraph's lines, or a table.
#[derive(Debug)]
pub(crate) enum Block {
    /// A line of a paragraph.
    Line(String),
    /// The rows of a table.
    Table(Vec<Row>),
}

/// A row of a table.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// Its cells from left to right.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Default)]
pub(crate) struct Cell {
    /// Its first column of the grid, 0-based.
    pub column: usize,
    /// Columns of the grid that it covers.
    pub span: usize,
    /// It belongs to the cell above it.
    pub continues: bool,
    /// The lines of its paragraphs.
    pub lines: Vec<String>,
}

/// Columns of a grid that are counted; Word stops at 63.
const COLUMNS: usize = 1_000;

/// A table that is still open.
#[derive(Default)]
struct Table {
    rows: Vec<Row>,
    row: Row,
    /// Where the next cell begins.
    column: usize,
    cell: Option<Cell>,
}

/// A paragraph that is still open.
#[derive(Default)]
struct Paragraph {
    lines: Vec<String>,
    style: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    /// Its mark was deleted or moved away, so that it runs on into the next paragraph.
    runs_on: bool,
}

/// The document in the making.
#[derive(Default)]
pub(super) struct Document {
    numbering: Numbering,
    styles: Styles,
    blocks: Vec<Block>,
    tables: Vec<Table>,
    /// Open paragraphs: one in a text box stands within another.
    paragraphs: Vec<Paragraph>,
    /// Lines of a paragraph that runs on into the next.
    carried: Vec<String>,
    within_text: bool,
    within_properties: bool,
    /// Depth within what is not shown.
    aside: usize,
    /// The run that is open is 隠し文字, which Word shows nowhere.
    vanished: bool,
    /// Texts of such runs.
    hidden: u32,
}

impl Document {
    pub fn new(numbering: Numbering, styles: Styles) -> Self {
        Self { numbering, styles, ..Self::default() }
    }

    /// Reads to the end of the stream.
    pub fn read(mut self, stream: &mut Xml<'_>) -> Result<Vec<Block>, Reason> {
        self.take(stream)?;
        Ok(self.blocks)
    }

    /// How many texts are 隠し文字.
    pub fn hidden(mut self, stream: &mut Xml<'_>) -> Result<u32, Reason> {
        self.take(stream)?;
        Ok(self.hidden)
    }

    fn take(&mut self, stream: &mut Xml<'_>) -> Result<(), Reason> {
        while let Some(step) = stream.step()? {
            match step {
                Step::Open(_) if self.aside > 0 => self.aside += 1,
                Step::Close(_) if self.aside > 0 => self.aside -= 1,
                Step::Open(element) => self.open(&element),
                Step::Text(text) if self.within_text && self.aside == 0 => self.push(&text),
                Step::Text(_) => {}
                Step::Close(name) => self.close(&name),
            }
        }
        self.give_carried();
        Ok(())
    }

    fn open(&mut self, element: &Element<'_>) {
        let name = element.name();
        let value = || element.attribute("val").map(std::borrow::Cow::into_owned);
        match name {
            // In the properties of a paragraph they speak of its mark.
            "del" | "moveFrom" if self.within_properties => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.runs_on = true;
                }
            }
            name if ASIDE.contains(&name) => self.aside = 1,
            "p" => self.paragraphs.push(Paragraph { lines: vec![String::new()], ..Paragraph::default() }),
            "pPr" => self.within_properties = true,
            name @ ("pStyle" | "numId" | "ilvl") if self.within_properties => {
                let Some(paragraph) = self.paragraphs.last_mut() else { return };
                match name {
                    "pStyle" => paragraph.style = value(),
                    "numId" => paragraph.list = value(),
                    _ => paragraph.level = value().and_then(|level| level.parse().ok()),
                }
            }
            _ if self.within_properties => {}
            "r" => self.vanished = false,
            "vanish" => self.vanished = !matches!(value().as_deref(), Some("0" | "false" | "off")),
            "t" | "m:t" => self.within_text = true,
            "tab" | "ptab" => self.gap(),
            "noBreakHyphen" => self.push("-"),
            "sym" => self.symbol(element.attribute("char").as_deref().unwrap_or_default()),
            "br" | "cr" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.lines.push(String::new());
                }
            }
            _ => self.open_table(name, value().as_deref()),
        }
    }

    fn open_table(&mut self, name: &str, value: Option<&str>) {
        let number = || value.and_then(|value| value.parse().ok()).unwrap_or(0_usize).min(COLUMNS);
        if name == "tbl" {
            self.give_carried();
            self.tables.push(Table::default());
            return;
        }
        let Some(table) = self.tables.last_mut() else { return };
        match (name, &mut table.cell) {
            ("tr", _) => (table.row, table.column) = (Row::default(), 0),
            ("gridBefore", _) => table.column = number(),
            ("tc", cell) => *cell = Some(Cell { column: table.column, span: 1, ..Cell::default() }),
            ("gridSpan", Some(cell)) => cell.span = number().max(1),
            ("vMerge", Some(cell)) => cell.continues = value.is_none_or(|value| value == "continue"),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" | "m:t" => self.within_text = false,
            "pPr" => self.within_properties = false,
            "r" => self.vanished = false,
            "p" => self.end_paragraph(),
            "tc" => {
                self.give_carried();
                if let Some(table) = self.tables.last_mut()
                    && let Some(cell) = table.cell.take()
                {
                    table.column = cell.column.saturating_add(cell.span);
                    table.row.cells.push(cell);
                }
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.rows.push(std::mem::take(&mut table.row));
                }
            }
            "tbl" => {
                let Some(table) = self.tables.pop() else { return };
                // A table in a cell is text of that cell.
                match self.cell() {
                    Some(cell) => cell.lines.extend(table.rows.iter().flat_map(Row::lines)),
                    None => self.blocks.push(Block::Table(table.rows)),
                }
            }
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.vanished {
            self.hidden += u32::from(!text.trim().is_empty());
            return;
        }
        if let Some(line) = self.paragraphs.last_mut().and_then(|paragraph| paragraph.lines.last_mut()) {
            line.push_str(text);
        }
    }

    fn gap(&mut self) {
        let begun = self.paragraphs.last().and_then(|paragraph| paragraph.lines.last());
        if begun.is_some_and(|line| !line.is_empty()) {
            self.push("　");
        }
    }

    /// A character by its number, unless it is one that only its font knows.
    fn symbol(&mut self, number: &str) {
        let letter = u32::from_str_radix(number, 16).ok().and_then(char::from_u32);
        if let Some(letter) = letter.filter(|letter| !('\u{E000}'..='\u{F8FF}').contains(letter)) {
            self.push(letter.encode_utf8(&mut [0; 4]));
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.paragraphs.pop() else { return };
        let mut lines = std::mem::take(&mut self.carried);
        let own = std::mem::take(&mut paragraph.lines);
        let mut own = own.into_iter();
        match (lines.last_mut(), own.next()) {
            (Some(last), Some(first)) => last.push_str(&first),
            (_, first) => lines.extend(first),
        }
        lines.extend(own);
        if paragraph.runs_on {
            self.carried = lines;
            return;
        }
        if let Some(label) = self.label(&paragraph)
            && let Some(first) = lines.first_mut()
        {
            *first = format!("{label}　{}", first.trim_start());
        }
        self.give(lines);
    }

    /// The automatic number of a paragraph: its own, else that of its style.
    fn label(&mut self, paragraph: &Paragraph) -> Option<String> {
        let style = paragraph.style.as_deref();
        let (list, level) = self.styles.numbers(style);
        let list = paragraph.list.clone().or(list).filter(|list| list != "0")?;
        let named = style.or(self.styles.usual());
        let level = paragraph.level.or_else(|| self.numbering.level_of(&list, named)).or(level).unwrap_or(0);
        self.numbering.next(&list, level)
    }

    fn give_carried(&mut self) {
        let lines = std::mem::take(&mut self.carried);
        if lines.iter().any(|line| !line.is_empty()) {
            self.give(lines);
        }
    }

    fn give(&mut self, lines: Vec<String>) {
        let lines = lines.into_iter().map(|line| line.trim().to_owned());
        match self.cell() {
            Some(cell) => cell.lines.extend(lines),
            None => self.blocks.extend(lines.map(Block::Line)),
        }
    }

    fn cell(&mut self) -> Option<&mut Cell> {
        self.tables.last_mut().and_then(|table| table.cell.as_mut())
    }
}

impl Row {
    /// The row as lines: cells behind one another, further paragraphs of a cell on lines of their own.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![String::new()];
        for cell in &self.cells {
            for (place, text) in cell.lines.iter().filter(|text| !text.is_empty()).enumerate() {
                match lines.last_mut() {
                    Some(line) if place == 0 && !line.is_empty() => *line = format!("{line}　{text}"),
                    Some(line) if line.is_empty() => line.clone_from(text),
                    _ => lines.push(text.clone()),
                }
            }
        }
        lines
    }
}
