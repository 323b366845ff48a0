//! A table that breaks a rule cannot be built, and the refusal says where.

use ichimai::writing::{Cell, Column, Decimal, Table, TableError};

fn columns() -> Vec<Column> {
    vec![Column::number("人口", "単位"), Column::text("単位")]
}

fn refusal(sheet: &str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> TableError {
    Table::new(sheet, columns, rows).unwrap_err()
}

#[test]
fn sheet_names_that_excel_refuses_are_refused() {
    let too_long = "長".repeat(32);
    for name in ["", "結果/凡例", "a:b", "a[1]", "a?", "a*", "a\\b", "'結果", "結果'", &too_long] {
        let refused = refusal(name, columns(), vec![]);
        assert_eq!(refused, TableError::SheetName(name.to_owned()));
    }
    assert!(Table::new(&"長".repeat(31), columns(), vec![]).is_ok());
}

#[test]
fn a_table_needs_a_column() {
    assert_eq!(refusal("結果", vec![], vec![]), TableError::NoColumns);
}

#[test]
fn headers_are_unique_and_bare() {
    let twice = vec![Column::text("名称"), Column::text("名称")];
    assert_eq!(refusal("結果", twice, vec![]), TableError::SameHeader("名称".to_owned()));
    for header in ["", " 名称", "名称\n（正式）", "名称 "] {
        let refused = refusal("結果", vec![Column::text("番号"), Column::text(header)], vec![]);
        assert_eq!(refused, TableError::Header { column: 2, header: header.to_owned() });
    }
}

#[test]
fn a_unit_column_must_exist_and_hold_text() {
    let expected = TableError::UnitColumn { header: "人口".to_owned(), unit_column: "単位".to_owned() };
    assert_eq!(refusal("結果", vec![Column::number("人口", "単位")], vec![]), expected);
    let number_as_unit = vec![Column::number("人口", "単位"), Column::plain_number("単位")];
    assert_eq!(refusal("結果", number_as_unit, vec![]), expected);
}

#[test]
fn a_row_has_a_cell_for_each_column() {
    let refused = refusal("結果", columns(), vec![vec![1_i64.into(), "人".into()], vec![]]);
    assert_eq!(refused, TableError::CellCount { row: 3, cells: 0, columns: 2 });
}

#[test]
fn a_number_written_as_text_is_refused() {
    let refused = refusal("結果", columns(), vec![vec!["6353".into(), "人".into()]]);
    assert_eq!(refused, TableError::CellKind { row: 2, header: "人口".to_owned() });
}

#[test]
fn a_number_needs_its_unit_and_an_empty_cell_does_not() {
    let refused = refusal("結果", columns(), vec![vec![6353_i64.into(), Cell::Empty]]);
    assert_eq!(refused, TableError::NoUnit { row: 2, header: "人口".to_owned() });
    assert!(Table::new("結果", columns(), vec![vec![Cell::Empty, Cell::Empty]]).is_ok());
}

#[test]
fn sixteen_digits_are_refused_because_a_spreadsheet_keeps_fifteen() {
    let plain = || vec![Column::plain_number("数")];
    let most = 999_999_999_999_999_i64;
    assert!(Table::new("結果", plain(), vec![vec![most.into()], vec![(-most).into()]]).is_ok());
    let refused = refusal("結果", plain(), vec![vec![(most + 1).into()]]);
    assert_eq!(refused, TableError::TooManyDigits { row: 2, header: "数".to_owned() });
    let decimal = Decimal::new(most + 1, 2);
    let refused = refusal("結果", plain(), vec![vec![decimal.into()]]);
    assert_eq!(refused, TableError::TooManyDigits { row: 2, header: "数".to_owned() });
}

#[test]
fn more_rows_than_a_sheet_holds_are_refused() {
    let rows = vec![vec![Cell::Empty]; 1_048_576];
    let refused = refusal("結果", vec![Column::text("本文")], rows);
    assert_eq!(refused, TableError::TooLarge { rows: 1_048_577, columns: 1 });
}

#[test]
fn decimals_write_every_place() {
    let cases = [
        (398, 1, "39.8"),
        (-398, 1, "-39.8"),
        (5, 2, "0.05"),
        (-5, 2, "-0.05"),
        (100, 2, "1.00"),
        (7, 0, "7"),
        (i64::MIN, 15, "-9223.372036854775808"),
    ];
    for (coefficient, places, written) in cases {
        assert_eq!(Decimal::new(coefficient, places).unwrap().to_string(), written);
    }
    assert_eq!(Decimal::new(1, 16), None);
}
