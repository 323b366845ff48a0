//! [`Identity`]: the columns by which a row tells its town, by their headings and by what stands below them.

use super::sums::plain;
use super::words::{Telling, telling};
use crate::municipality::{Rank, named, read_code, search};
use crate::reading::table::{Row, Sheet};

/// Rows in which a heading is looked for.
const SEARCHED: usize = 40;
/// Rows that are looked at for towns.
const SAMPLED: usize = 60;

/// The columns that tell the town of a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Identity {
    /// 団体コード
    pub code: Option<usize>,
    /// 都道府県
    pub prefecture: Option<usize>,
    /// 団体名
    pub name: Option<usize>,
    /// The first row of the heading that names them; none where the list has no such heading.
    pub heading: Option<u32>,
    /// The first row in which a town can stand.
    pub first: u32,
    /// The texts of the headings, which merged cells repeat.
    texts: Vec<String>,
    /// Other columns at the left whose headings name towns too: 市 and 郡 beside 町 and 村.
    others: Vec<usize>,
    /// Another column with towns, at the right of the first: a list in two blocks.
    pub beside: Option<usize>,
}

impl Identity {
    /// The columns of a sheet; none where nothing names towns.
    pub fn find(sheet: &Sheet) -> Option<Self> {
        let rows: Vec<&Row> = sheet.rows.iter().take(SEARCHED).collect();
        let weights = rows.iter().map(|row| (weight(row), *row)).filter(|(weight, _)| *weight > 0);
        let anchor = weights.max_by_key(|(weight, row)| (*weight, std::cmp::Reverse(row.number))).map(|(_, row)| row);
        let below: Vec<&Row> =
            sheet.rows.iter().filter(|row| Some(row.number) > anchor.map(|row| row.number)).take(SAMPLED).collect();
        let mut identity = anchor.map_or_else(Self::default, |row| Self::by_words(row, &below));
        identity.by_content(sheet, &below);
        let found = identity.name.is_some() || identity.code.is_some();
        found.then_some(identity)
    }

    /// The columns that tell the town.
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        let told = [self.code, self.prefecture, self.name].into_iter().flatten();
        self.others.iter().copied().chain(told)
    }

    /// The last of them.
    pub fn last(&self) -> Option<usize> {
        self.columns().max()
    }

    /// Whether a text is one of the headings.
    pub fn is_heading_text(&self, text: &str) -> bool {
        self.texts.iter().any(|heading| heading == text)
    }

    /// Of several columns that may tell the same, that with the most towns below it, else the first.
    fn by_words(anchor: &Row, below: &[&Row]) -> Self {
        let told = |wanted: &[Telling]| -> Vec<usize> {
            let cells = anchor.cells.iter().enumerate();
            let wanted = |cell: &str| telling(cell).is_some_and(|found| wanted.contains(&found));
            cells.filter(|(_, cell)| wanted(cell)).map(|(column, _)| column).collect()
        };
        let most = |columns: Vec<usize>, holds: fn(&str) -> bool| {
            columns
                .into_iter()
                .map(|column| (count(below, column, holds), column))
                .max_by_key(|(count, column)| (*count, std::cmp::Reverse(*column)))
        };
        let sure = most(told(&[Telling::Town]), is_town);
        let perhaps = most(told(&[Telling::Perhaps]), is_town).filter(|(count, _)| *count > 0);
        let name = match (sure, perhaps) {
            (Some((0, _)) | None, Some(perhaps)) => Some(perhaps),
            (sure, _) => sure,
        };
        let code = most(told(&[Telling::Code]), is_code).filter(|(count, _)| *count > 0 || name.is_none());
        let prefecture = most(told(&[Telling::Prefecture]), super::sums::is_prefecture);
        let name = name.map(|(_, column)| column);
        let others = told(&[Telling::Town, Telling::Prefecture]).into_iter();
        let prefecture = prefecture.map(|(_, column)| column);
        let texts = anchor.cells.iter().filter(|cell| telling(cell).is_some()).map(|cell| cell.trim().to_owned());
        Self {
            code: code.map(|(_, column)| column),
            prefecture,
            name,
            others: others.filter(|column| Some(*column) < name && Some(*column) != prefecture).collect(),
            heading: Some(anchor.number),
            first: 0,
            texts: texts.collect(),
            beside: None,
        }
    }

    /// Columns that no heading names: most of their cells are names of municipalities.
    fn by_content(&mut self, sheet: &Sheet, below: &[&Row]) {
        let told = self.name.map_or(0, |column| count(below, column, is_town));
        let full = |column: usize| {
            let filled = count(below, column, |cell| !cell.trim().is_empty());
            let towns = count(below, column, is_whole_name);
            (towns > 0 && towns * 2 >= filled).then_some(towns)
        };
        let width = sheet.width();
        if told == 0 {
            let best = (0..width).filter_map(|column| Some((full(column)?, column)));
            let best = best.max_by_key(|(towns, column)| (*towns, std::cmp::Reverse(*column)));
            if let Some((_, column)) = best {
                self.name = Some(column);
                if self.heading.is_none() {
                    let first = sheet.rows.iter().find(|row| is_whole_name(row.cell(column)));
                    self.first = first.map_or(0, |row| row.number);
                }
            }
        }
        if let Some(name) = self.name {
            self.beside = (name + 1..width).find(|column| full(*column).is_some() && self.code != Some(*column));
        }
        if self.prefecture.is_none() && self.name.is_some() {
            let holds = |column: &usize| count(below, *column, super::sums::is_prefecture) * 2 > below.len();
            self.prefecture = (0..width).filter(|column| Some(*column) < self.name).find(holds);
        }
    }
}

/// How many of the rows have a cell of a kind in a column.
fn count(rows: &[&Row], column: usize, holds: fn(&str) -> bool) -> usize {
    rows.iter().filter(|row| holds(row.cell(column))).count()
}

/// How surely a row is the heading of a list of towns.
fn weight(row: &Row) -> u32 {
    let weigh = |telling| match telling {
        Telling::Town | Telling::Code => 4,
        Telling::Prefecture => 2,
        Telling::Perhaps => 1,
    };
    row.cells.iter().filter_map(|cell| telling(cell)).map(weigh).sum()
}

/// A name of a municipality, in full or without its last character.
fn is_town(cell: &str) -> bool {
    let name = plain(cell);
    is_short(&name) && !named(&name).is_empty()
}

/// A name of a municipality with its last character.
fn is_whole_name(cell: &str) -> bool {
    let name = plain(cell);
    let ends = name.ends_with(['市', '区', '町', '村']);
    ends && is_short(&name) && search(&name, 1).first().is_some_and(|hit| hit.rank <= Rank::Variant)
}

fn is_short(name: &str) -> bool {
    (1..=16).contains(&name.chars().count())
}

fn is_code(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    digits >= 4 && (read_code(cell).is_ok() || super::sums::is_sum("-", "", cell))
}
