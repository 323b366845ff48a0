//! Speed of reading: the city list, and the same repeated to 100,000 rows as CSV and XLSX.
//!
//! The page promises a preview within 200 ms and 100,000 rows within 3 s, of which reading is a part.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use ichimai::reading::limits::Limits;
use ichimai::reading::progress::unwatched;
use ichimai::reading::table::{Table, open_simply};
use ichimai::reading::{Choices, FileChoice, GivenFile, inspect, read};
use rust_xlsxwriter::{Workbook, XlsxError};

const ROWS: usize = 100_000;

fn city() -> Vec<u8> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/city_ordinances.csv");
    std::fs::read(path).unwrap_or_default()
}

/// The rows of the city list, over and over, each told apart by its number.
fn rows(table: &Table) -> impl Iterator<Item = Vec<String>> + '_ {
    let rows = table.sheets.iter().flat_map(|sheet| &sheet.rows).map(|row| row.cells.clone());
    let header = rows.clone().take(1);
    header.chain(rows.skip(1).cycle().zip(0..ROWS).map(|(mut cells, number)| {
        if let Some(text) = cells.get_mut(4) {
            text.push_str(&number.to_string());
        }
        cells
    }))
}

fn csv(table: &Table) -> Vec<u8> {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let lines: Vec<String> =
        rows(table).map(|cells| cells.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n").collect();
    lines.concat().into_bytes()
}

fn workbook(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0_u32..).zip(rows(table)) {
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write_string(row, column, cell)?;
        }
    }
    workbook.save_to_buffer()
}

fn reading(criterion: &mut Criterion) {
    let small = city();
    let table = open_simply("city.csv", &small);
    let large = csv(&table);
    let book = workbook(&table).unwrap_or_default();
    let limits = Limits::default();
    let mut group = criterion.benchmark_group("reading");
    group.sample_size(10);
    for (name, file, bytes) in [
        ("6,315 rows CSV", "a.csv", &small),
        ("100,000 rows CSV", "a.csv", &large),
        ("100,000 rows XLSX", "a.xlsx", &book),
    ] {
        let source = GivenFile { name: file, bytes };
        let whole = || read(&[source], &Choices::new(), &limits, &mut unwatched).clauses.len();
        let preview = || inspect(&source, &FileChoice::default(), &limits).sheets.len();
        group.bench_function(format!("read {name}"), |bencher| bencher.iter(|| black_box(whole())));
        group.bench_function(format!("inspect {name}"), |bencher| bencher.iter(|| black_box(preview())));
    }
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
