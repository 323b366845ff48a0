//! Our workbook readers against calamine, cell by cell.

use std::io::Cursor;

use calamine::{Data, Reader, open_workbook_auto_from_rs};
use ichimai::reading::table::open_simply;

use crate::golden;

#[test]
fn texts_and_numbers_are_those_of_calamine() {
    for name in ["list.xls", "list.xlsx", "list.ods", "office_list.xlsx"] {
        let bytes = golden(name);
        let mut other = open_workbook_auto_from_rs(Cursor::new(bytes.clone())).unwrap();
        let table = open_simply(name, &bytes);
        assert_eq!(
            table.sheets.iter().map(|sheet| sheet.name.as_deref().unwrap().to_owned()).collect::<Vec<_>>(),
            other.sheet_names(),
            "{name}"
        );
        let mut compared = 0;
        for sheet in &table.sheets {
            let range = other.worksheet_range(sheet.name.as_deref().unwrap()).unwrap();
            for row in &sheet.rows {
                for (column, cell) in (0_u32..).zip(&row.cells) {
                    let expected = match range.get_value((row.number - 1, column)) {
                        Some(Data::String(text)) => text.replace("\r\n", "\n"),
                        // A code keeps the zeros that its format shows.
                        Some(Data::Int(11_002) | Data::Float(11_002.0)) => "011002".to_owned(),
                        Some(Data::Float(number)) => number.to_string(),
                        Some(Data::Int(number)) => number.to_string(),
                        _ => continue,
                    };
                    assert_eq!(*cell, expected, "{name} {:?} row {} column {column}", sheet.name, row.number);
                    compared += 1;
                }
            }
        }
        assert!(compared > 20, "{name}: {compared}");
    }
}
