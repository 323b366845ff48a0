//! The files that are measured, the same natively and in the browsers.

use std::path::Path;

use ichimai::procedures::catalogue;
use ichimai::reading::table::open_simply;
use ichimai::regulations::vocabulary::Vocabulary;
use rust_xlsxwriter::{Workbook, XlsxError};

const ROWS: usize = 100_000;
const NAMES: usize = 20_000;
/// Texts for the references that are too slow for all.
const TEXTS: usize = 2_000;

/// The bytes of each file.
pub struct Files {
    /// The city list.
    pub small: Vec<u8>,
    /// Its rows repeated to 100,000, each told apart by its number, as CSV.
    pub large: Vec<u8>,
    /// The same as XLSX.
    pub book: Vec<u8>,
    /// Names of procedures in several spellings, and what is none of them, as CSV.
    pub names: Vec<u8>,
}

impl Files {
    /// Makes them and leaves them in `folder` with the words and some texts for other programs.
    pub fn make(folder: &Path) -> Self {
        let small = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/city_ordinances.csv"));
        let small = small.unwrap_or_default();
        let rows = rows(&small);
        let texts: Vec<&String> = rows.iter().skip(1).take(TEXTS).filter_map(|row| row.get(4)).collect();
        let files = Self { large: csv(&rows), book: book(&rows).unwrap_or_default(), names: names(), small };
        let json = |value: serde_json::Value| value.to_string().into_bytes();
        for (name, bytes) in [
            ("small.csv", &files.small),
            ("large.csv", &files.large),
            ("large.xlsx", &files.book),
            ("names.csv", &files.names),
            ("words.json", &json(words().into())),
            ("texts.json", &json(texts.into_iter().map(String::as_str).collect())),
        ] {
            if let Err(error) = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(folder.join(name), bytes))
            {
                eprintln!("{name}: {error}");
            }
        }
        files
    }
}

/// Every spelling of the vocabulary once.
pub fn words() -> Vec<String> {
    let mut words = Vocabulary::spellings();
    words.sort();
    words.dedup();
    words
}

fn rows(small: &[u8]) -> Vec<Vec<String>> {
    let table = open_simply("city.csv", small);
    let rows: Vec<Vec<String>> = table.sheets.into_iter().flat_map(|sheet| sheet.rows).map(|row| row.cells).collect();
    let numbered = rows.iter().skip(1).cycle().zip(0..ROWS).map(|(cells, number)| {
        let mut cells = cells.clone();
        if let Some(text) = cells.get_mut(4) {
            text.push_str(&number.to_string());
        }
        cells
    });
    rows.iter().take(1).cloned().chain(numbered).collect()
}

fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |cells: &Vec<String>| cells.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n";
    rows.iter().map(line).collect::<String>().into_bytes()
}

fn book(rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write_string(row, column, cell)?;
        }
    }
    workbook.save_to_buffer()
}

fn names() -> Vec<u8> {
    let own = catalogue::all().iter().flat_map(|procedure| {
        let name = procedure.name;
        [name.to_owned(), format!("（1）{name}書（令和6年度）"), name.replace('等', "")]
    });
    let foreign = ["粗大ごみの申込", "特別児童扶養手当所得状況届", "転入届", "図書の予約"].map(str::to_owned);
    let names: Vec<String> = own.chain(foreign).collect();
    let lines = names.iter().cycle().take(NAMES).zip(1..).map(|(name, number)| format!("{number},\"{name}\"\r\n"));
    ["No,手続名\r\n".to_owned()].into_iter().chain(lines).collect::<String>().into_bytes()
}
