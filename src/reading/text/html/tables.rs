//! The tables of a page, cell by cell: what a list exported as HTML (often named `.xls`) holds.

use super::token::{Token, Tokens, attribute};

/// A cell with the columns and rows that it covers.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Its text; line breaks are `\n`.
    pub text: String,
    /// Columns, at least 1.
    pub columns: u32,
    /// Rows, at least 1.
    pub rows: u32,
    /// Line breaks before the next text.
    breaks: usize,
    /// A blank before the next text.
    blank: bool,
}

/// Rows of cells.
pub(crate) type Grid = Vec<Vec<Cell>>;

/// Elements that begin and end a line within a cell.
const LINES: [&str; 5] = ["p", "div", "li", "pre", "hr"];
/// Elements whose text is not of the cell: readings and what is not shown.
const ASIDE: [&str; 5] = ["rt", "rp", "template", "noscript", "noframes"];
/// Elements that show nothing of their text.
const HIDDEN: [&str; 3] = ["title", "script", "style"];
/// Tables within tables beyond this depth belong to the one around them.
const DEEPEST: usize = 64;

/// A table that is open, and whether one of its cells is.
struct Open {
    grid: usize,
    in_cell: bool,
}

/// All tables of a page that have rows, in the order in which they begin; the text of a table within a cell is its own. Beside them, how
/// many texts stand outside of all.
pub(crate) fn tables(text: &str) -> (Vec<Grid>, u32) {
    let mut gatherer = Gatherer { grids: Vec::new(), open: Vec::new(), aside: 0, hidden: 0, outside: 0 };
    for token in Tokens::new(text) {
        match token {
            Token::Open { name, attributes } => gatherer.opened(&name, attributes),
            Token::Close(name) => gatherer.closed(&name),
            Token::Text(text) => gatherer.text(&text),
        }
    }
    gatherer.grids.retain(|grid| !grid.is_empty());
    (gatherer.grids, gatherer.outside)
}

struct Gatherer {
    grids: Vec<Grid>,
    open: Vec<Open>,
    aside: usize,
    /// Open elements that show nothing.
    hidden: usize,
    /// Texts outside of all tables.
    outside: u32,
}

impl Gatherer {
    fn opened(&mut self, name: &str, attributes: &str) {
        match name {
            "table" if self.open.len() < DEEPEST => {
                self.open.push(Open { grid: self.grids.len(), in_cell: false });
                self.grids.push(Grid::new());
            }
            "tr" => self.row(),
            "td" | "th" => {
                let span = |name| attribute(attributes, name).and_then(|span| span.trim().parse().ok()).unwrap_or(1);
                let cell = Cell { columns: span("colspan").max(1), rows: span("rowspan").max(1), ..Cell::default() };
                self.cell(cell);
            }
            name if HIDDEN.contains(&name) => self.hidden += 1,
            name if ASIDE.contains(&name) => self.aside += 1,
            "br" => self.line_break(|breaks| breaks + 1),
            name if LINES.contains(&name) => self.line_break(|breaks| breaks.max(1)),
            _ => {}
        }
    }

    fn closed(&mut self, name: &str) {
        match name {
            "table" => drop(self.open.pop()),
            "td" | "th" | "tr" => {
                if let Some(open) = self.open.last_mut() {
                    open.in_cell = false;
                }
            }
            name if HIDDEN.contains(&name) => self.hidden = self.hidden.saturating_sub(1),
            name if ASIDE.contains(&name) => self.aside = self.aside.saturating_sub(1),
            name if LINES.contains(&name) => self.line_break(|breaks| breaks.max(1)),
            _ => {}
        }
    }

    fn row(&mut self) {
        let Some(open) = self.open.last_mut() else { return };
        open.in_cell = false;
        self.aside = 0;
        if let Some(grid) = self.grids.get_mut(open.grid) {
            grid.push(Vec::new());
        }
    }

    fn cell(&mut self, cell: Cell) {
        let Some(open) = self.open.last_mut() else { return };
        let Some(grid) = self.grids.get_mut(open.grid) else { return };
        open.in_cell = true;
        self.aside = 0;
        if grid.is_empty() {
            grid.push(Vec::new());
        }
        if let Some(row) = grid.last_mut() {
            row.push(cell);
        }
    }

    /// The cell that text goes to.
    fn current(&mut self) -> Option<&mut Cell> {
        let open = self.open.last().filter(|open| open.in_cell && self.aside == 0)?;
        self.grids.get_mut(open.grid)?.last_mut()?.last_mut()
    }

    fn line_break(&mut self, more: impl Fn(usize) -> usize) {
        if let Some(cell) = self.current() {
            cell.breaks = more(cell.breaks);
        }
    }

    /// Blanks that hold a line break are lay-out of the source, unless they part Latin words.
    fn text(&mut self, text: &str) {
        if self.open.is_empty() && self.hidden + self.aside == 0 && text.contains(char::is_alphanumeric) {
            self.outside = self.outside.saturating_add(1);
        }
        let Some(cell) = self.current() else { return };
        let broken = text.contains('\n');
        let blank = |letter: char| letter.is_ascii_whitespace() || letter == '\u{A0}';
        for (index, word) in text.split(blank).enumerate() {
            let latin = cell.text.ends_with(|letter: char| letter.is_ascii())
                && word.starts_with(|letter: char| letter.is_ascii());
            cell.blank |= index > 0 && (latin || !broken);
            if word.is_empty() {
                continue;
            }
            let (breaks, blank) = (std::mem::take(&mut cell.breaks), std::mem::take(&mut cell.blank));
            if !cell.text.is_empty() {
                (0..breaks).for_each(|_| cell.text.push('\n'));
                if blank && breaks == 0 {
                    cell.text.push(' ');
                }
            }
            cell.text.push_str(word);
        }
    }
}
