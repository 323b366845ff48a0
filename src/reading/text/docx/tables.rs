//! What the tables of a document are: lists, whose rows and columns count; 新旧対照表, whose columns are two versions of
//! one ordinance; and tables within an ordinance, whose rows are lines of it.

use super::document::{Block, Cell, Row};
use crate::reading::ordinance::Line;

/// Rows at the head of a table in which the two versions are named.
const HEAD: usize = 3;
/// Names of the two versions of a 新旧対照表: the proposed text and the present one.
const PROPOSED: [&str; 8] = ["改正後", "改正案", "改正後案", "新", "新規程", "新条例", "改定後", "変更後"];
const PRESENT: [&str; 8] = ["改正前", "現行", "旧", "旧規程", "旧条例", "改定前", "変更前", "現行条例"];

/// The lines of a document, a table row by row.
pub(crate) fn lines(blocks: &[Block]) -> Vec<Line> {
    numbered(blocks.iter().flat_map(|block| match block {
        Block::Line(line) => vec![line.clone()],
        Block::Table(rows) => rows.iter().flat_map(Row::lines).collect(),
    }))
}

fn numbered(lines: impl Iterator<Item = String>) -> Vec<Line> {
    (1..).zip(lines).map(|(number, text)| Line { number, text }).collect()
}

/// One version of an ordinance, by a column of a 新旧対照表.
pub(crate) struct Version {
    /// The heading of its column, without blanks.
    pub name: String,
    /// The lines before the table, then those of the column.
    pub lines: Vec<Line>,
}

/// The versions that the tables of a document hold; empty where none is a 新旧対照表. What stands in further columns
/// (備考) is a version of its own, so that nothing is lost.
pub(crate) fn versions(blocks: &[Block]) -> Vec<Version> {
    let heads: Vec<Option<Head>> = blocks.iter().map(head).collect();
    let Some(first) = heads.iter().flatten().next() else {
        return Vec::new();
    };
    let names = first.columns.iter().map(|(_, name)| name.clone());
    let mut versions: Vec<(String, Vec<String>)> = names.map(|name| (name, Vec::new())).collect();
    for (block, head) in blocks.iter().zip(&heads) {
        match (block, head) {
            (Block::Line(line), _) => {
                for (_, lines) in &mut versions {
                    lines.push(line.clone());
                }
            }
            (Block::Table(rows), Some(head)) => {
                for ((_, lines), (column, _)) in versions.iter_mut().zip(&head.columns) {
                    lines.extend(rows.iter().take(head.row).flat_map(Row::lines));
                    lines.extend(head.of(*column, rows));
                }
            }
            (Block::Table(rows), None) => {
                for (_, lines) in &mut versions {
                    lines.extend(rows.iter().flat_map(Row::lines));
                }
            }
        }
    }
    versions.into_iter().map(|(name, lines)| Version { name, lines: numbered(lines.into_iter()) }).collect()
}

/// The head of a 新旧対照表.
struct Head {
    /// Its row.
    row: usize,
    /// First column of each version, with its heading.
    columns: Vec<(usize, String)>,
}

fn head(block: &Block) -> Option<Head> {
    let Block::Table(rows) = block else { return None };
    rows.iter().take(HEAD).enumerate().find_map(|(place, row)| {
        let named = |words: &[&str]| row.cells.iter().any(|cell| words.contains(&bare(cell).as_str()));
        let name = |cell: &Cell| cell.lines.concat().split_whitespace().collect::<String>();
        let columns = row.cells.iter().map(|cell| (cell.column, name(cell))).collect();
        (row.cells.len() <= 4 && named(&PROPOSED) && named(&PRESENT)).then_some(Head { row: place, columns })
    })
}

/// The text of a heading without blanks and brackets.
fn bare(cell: &Cell) -> String {
    let text = cell.lines.concat();
    text.chars().filter(|letter| !letter.is_whitespace() && !"（）()〔〕「」".contains(*letter)).collect()
}

impl Head {
    /// The lines below the head that stand in the column of a version. A cell across versions belongs to each.
    fn of<'a>(&'a self, column: usize, rows: &'a [Row]) -> impl Iterator<Item = String> + 'a {
        let end =
            self.columns.iter().map(|(other, _)| *other).filter(|other| *other > column).min().unwrap_or(usize::MAX);
        let within = move |cell: &&Cell| cell.column < end && cell.column.saturating_add(cell.span) > column;
        rows.iter()
            .skip(self.row + 1)
            .flat_map(move |row| row.cells.iter().filter(within).flat_map(|cell| cell.lines.iter().cloned()))
    }
}

/// The rows of a document as sheets: each table with the lines that stand before it (behind it, for the last), by
/// columns of its grid; cells that belong to the one above carry its text.
pub(crate) fn sheet_rows(blocks: &[Block]) -> Vec<Vec<Vec<String>>> {
    let mut sheets: Vec<Vec<Vec<String>>> = Vec::new();
    let mut before: Vec<Vec<String>> = Vec::new();
    for block in blocks {
        match block {
            Block::Line(line) => before.push(vec![line.clone()]),
            Block::Table(rows) => {
                let mut sheet = std::mem::take(&mut before);
                let mut above: Vec<String> = Vec::new();
                for row in rows {
                    above = columns(row, &above);
                    sheet.push(above.clone());
                }
                sheets.push(sheet);
            }
        }
    }
    if let Some(last) = sheets.last_mut() {
        last.append(&mut before);
    }
    sheets
}

fn columns(row: &Row, above: &[String]) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    for cell in &row.cells {
        let text = if cell.continues && cell.lines.iter().all(String::is_empty) {
            above.get(cell.column).cloned().unwrap_or_default()
        } else {
            cell.lines.join("\n").trim().to_owned()
        };
        cells.resize(cells.len().max(cell.column + 1), String::new());
        if let Some(place) = cells.get_mut(cell.column) {
            *place = text;
        }
    }
    cells
}
