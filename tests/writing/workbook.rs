//! Workbooks: read back by another library, same bytes each time, long texts kept whole.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use ichimai::date::Date;
use ichimai::writing::{
    CELL_LIMIT, Cell, Column, Decimal, LONG_TEXT_SHEET, Progress, Properties, Table, Workbook, WorkbookError, workbook,
};

use crate::{one_column, towns};

fn properties() -> Properties {
    let created = Date::new(2026, 11, 20).unwrap();
    Properties { title: "補助上限額".to_owned(), author: "一枚点検".to_owned(), created }
}

fn written(tables: &[Table]) -> Workbook {
    workbook(tables, &properties(), &mut |_| {}).unwrap()
}

fn sheet(file: &Workbook, name: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file.bytes.clone())).unwrap();
    book.worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect()
}

fn part(file: &Workbook, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file.bytes.clone())).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

#[test]
fn sheets_come_back_in_order_with_typed_cells() {
    let tables = [towns(), one_column("凡例", &["甲"]), one_column("条件", &["乙"])];
    let file = written(&tables);
    let book: Xlsx<_> = Xlsx::new(Cursor::new(file.bytes.clone())).unwrap();
    assert_eq!(book.sheet_names(), ["結果", "凡例", "条件"]);
    let rows = sheet(&file, "結果");
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[1][0], Data::String("和木町".to_owned()));
    assert_eq!(rows[1][1], Data::Float(6353.0));
    let Data::DateTime(day) = rows[1][3] else { panic!("{:?}", rows[1][3]) };
    assert_eq!(day.as_f64().to_bits(), 43_831.0_f64.to_bits(), "2020-01-01 as Excel counts days");
}

#[test]
fn the_largest_numbers_of_a_table_come_back_exactly() {
    let most = 999_999_999_999_999_i64;
    let rows = vec![vec![Cell::from(most)], vec![Cell::from(-most)], vec![Decimal::new(398, 1).into()]];
    let table = Table::new("結果", vec![Column::plain_number("数")], rows).unwrap();
    let read = sheet(&written(&[table]), "結果");
    let expected = [999_999_999_999_999.0, -999_999_999_999_999.0, 39.8];
    for (row, number) in read[1..].iter().zip(expected) {
        assert_eq!(row[0], Data::Float(number));
    }
}

#[test]
fn text_never_becomes_a_formula_or_a_number() {
    let texts = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "011002",
        "TRUE",
        "2020-01-01",
        "_x0041_",
        "a\tb",
        "a\u{1}b",
        " 前後 ",
        "𠮷\n\"&<>",
    ];
    let file = written(&[one_column("結果", &texts)]);
    let read = sheet(&file, "結果");
    for (row, text) in read[1..].iter().zip(texts) {
        let shown = Data::String(text.to_owned());
        // The reader leaves the format's escapes as they stand in the file.
        let escaped = text.replace("_x0041_", "_x005F_x0041_").replace('\u{1}', "_x0001_");
        assert!(row[0] == shown || row[0] == Data::String(escaped), "{:?} for {text:?}", row[0]);
    }
    assert!(!part(&file, "xl/worksheets/sheet1.xml").contains("<f>"));
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    let tables = [towns(), one_column("条件", &["乙"])];
    assert_eq!(written(&tables).bytes, written(&tables).bytes);
    let core = part(&written(&tables), "docProps/core.xml");
    // Created and modified: no other day, and so no clock, stands in the file.
    assert_eq!(core.matches("2026-11-20T00:00:00Z").count(), 2);
    assert_eq!(core.matches('Z').count(), 2);
}

#[test]
fn a_sheet_prints_on_a4_landscape_with_its_header_on_every_page() {
    let file = written(&[towns()]);
    let xml = part(&file, "xl/worksheets/sheet1.xml");
    for setting in [
        "paperSize=\"9\"",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
        "state=\"frozen\"",
        "numberStoredAsText=\"1\"",
    ] {
        assert!(xml.contains(setting), "{setting}");
    }
    assert!(part(&file, "xl/workbook.xml").contains("_xlnm.Print_Titles"));
    for forbidden in ["<mergeCell", "hidden="] {
        assert!(!xml.contains(forbidden), "{forbidden}");
    }
}

#[test]
fn a_wide_sheet_prints_on_as_many_pages_across_as_keep_it_legible() {
    for (columns, pages) in [(1, ""), (3, ""), (4, " fitToWidth=\"2\""), (12, " fitToWidth=\"4\"")] {
        let heads = (0..columns).map(|place| Column::text(&format!("列{place}"))).collect();
        let table = Table::new("結果", heads, vec![vec![Cell::from("条".repeat(40).as_str()); columns]]).unwrap();
        let file = written(&[table]);
        let xml = part(&file, "xl/worksheets/sheet1.xml");
        assert!(
            xml.contains(&format!("<pageSetup paperSize=\"9\"{pages} fitToHeight=\"0\"")),
            "{columns} columns: {xml}"
        );
        let titles = part(&file, "xl/workbook.xml");
        assert_eq!(titles.contains("$A:$A,"), !pages.is_empty(), "the first column on every page: {titles}");
    }
}

#[test]
fn a_text_of_the_limit_stays_whole_in_its_cell() {
    let text = "条".repeat(CELL_LIMIT);
    let file = written(&[one_column("結果", &[&text])]);
    assert_eq!(file.long_texts, []);
    assert_eq!(sheet(&file, "結果")[1][0], Data::String(text));
}

#[test]
fn a_longer_text_stands_whole_on_a_sheet_of_its_own() {
    // 𠮷 takes two UTF-16 units and would be cut in half by careless counting.
    let text = format!("条{}", "𠮷".repeat(CELL_LIMIT));
    let file = written(&[one_column("結果", &["短い", &text])]);
    let place = &file.long_texts[0];
    assert_eq!((place.sheet.as_str(), place.row, place.header.as_str()), ("結果", 3, "本文"));
    assert_eq!(place.length, 1 + 2 * CELL_LIMIT);
    let Data::String(cell) = &sheet(&file, "結果")[2][0] else { panic!() };
    assert!(cell.starts_with("条𠮷") && cell.ends_with("「長い本文」シートにあります〕"));
    let whole: String = sheet(&file, LONG_TEXT_SHEET)[1..].iter().map(|row| row[4].to_string()).collect();
    assert!(whole == text, "the parts together are the text");
}

#[test]
fn two_sheets_of_one_name_are_refused_whatever_their_capitals() {
    let tables = [one_column("List", &[]), one_column("LIST", &[])];
    let refused = workbook(&tables, &properties(), &mut |_| {}).unwrap_err();
    assert!(matches!(refused, WorkbookError::SameSheet(name) if name == "LIST"));
}

#[test]
fn progress_is_told_every_thousand_rows_and_at_the_end() {
    let texts = vec!["甲"; 2_500];
    let mut heard = Vec::new();
    workbook(&[one_column("結果", &texts)], &properties(), &mut |progress| heard.push(progress)).unwrap();
    let at = |rows| Progress { rows, of: 2_500 };
    assert_eq!(heard, [at(1_000), at(2_000), at(2_500)]);
}
