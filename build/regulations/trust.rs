//! `trust.csv`: how often each row was right on labelled clauses that it was not written from.

use serde::Deserialize;

use super::category::Category;

/// Rows that were right or wrong fewer times are not told.
const FEWEST: u16 = 5;

/// One row of the table.
#[derive(Debug, Deserialize)]
struct Line {
    category: String,
    row: String,
    right: u16,
    of: u16,
}

/// Number of the row, how often it was right, of how many: those that are told, by number.
pub fn read(text: &str, categories: &[Category], wrong: &mut Vec<String>) -> Vec<(usize, u16, u16)> {
    let mut known = Vec::new();
    for (place, line) in csv::Reader::from_reader(text.as_bytes()).into_deserialize::<Line>().enumerate() {
        let line = match line {
            Ok(line) => line,
            Err(problem) => {
                wrong.push(format!("trust.csv, row {}: {problem}", place + 1));
                continue;
            }
        };
        let rows = categories.iter().flat_map(|category| category.rows().map(move |(_, row)| (category, row)));
        let number = rows.into_iter().position(|(category, row)| category.id == line.category && row.name == line.row);
        match number {
            None => wrong.push(format!("trust.csv: {} has no row {:?}", line.category, line.row)),
            Some(_) if line.right > line.of => {
                wrong.push(format!("trust.csv: {:?} was right more often than asked", line.row));
            }
            Some(number) if line.of >= FEWEST => known.push((number, line.right, line.of)),
            Some(_) => {}
        }
    }
    known.sort_unstable();
    if known.windows(2).any(|pair| matches!(pair, [one, other] if one.0 == other.0)) {
        wrong.push("trust.csv: a row stands twice".to_owned());
    }
    known
}
