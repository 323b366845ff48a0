//! Our workbook readers against calamine, cell by cell and both ways: all that it finds is read alike, and nothing is
//! read that it does not find, merged cells aside, which are filled downwards.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, open_workbook_auto_from_rs};
use ichimai::reading::table::open_simply;

use crate::golden;

/// Columns (1-based) whose merged cells are filled downwards.
const MERGED: [(&str, usize); 5] =
    [("list.xls", 2), ("list.xlsx", 2), ("list.ods", 2), ("corpus/xlwt.xls", 3), ("corpus/openpyxl.xlsx", 3)];
/// Cells that a format shows with zeros or words; calamine tells the bare number.
const SHOWN_OTHERWISE: [(&str, &str, usize); 5] = [
    ("list.xls", "コード", 1),
    ("list.xlsx", "コード", 1),
    ("list.ods", "コード", 1),
    ("corpus/xlwt.xls", "値", 1),
    ("corpus/openpyxl.xlsx", "値", 1),
];

type Cells = BTreeMap<(u32, usize), String>;

#[test]
fn all_cells_are_those_of_calamine_both_ways() {
    let files = ["list.xls", "list.xlsx", "list.ods", "office_list.xlsx", "corpus/xlwt.xls", "corpus/openpyxl.xlsx"];
    for name in files {
        let bytes = golden(name);
        let mut other = open_workbook_auto_from_rs(Cursor::new(bytes.clone())).unwrap();
        let table = open_simply(name, &bytes);
        let names: Vec<String> = table.sheets.iter().map(|sheet| sheet.name.as_deref().unwrap().to_owned()).collect();
        assert_eq!(names, other.sheet_names(), "{name}");
        let mut compared = 0;
        for sheet in &table.sheets {
            let sheet_name = sheet.name.as_deref().unwrap();
            let theirs = of_calamine(&other.worksheet_range(sheet_name).unwrap());
            let ours: Cells = sheet
                .rows
                .iter()
                .flat_map(|row| (1..).zip(&row.cells).map(|(column, text)| ((row.number, column), text.clone())))
                .filter(|(_, text)| !text.is_empty())
                .collect();
            let otherwise = |column: usize| SHOWN_OTHERWISE.contains(&(name, sheet_name, column));
            for (place, text) in &theirs {
                let read = ours.get(place).unwrap_or_else(|| panic!("{name} {sheet_name} {place:?}: lost {text}"));
                assert!(read == text || otherwise(place.1), "{name} {sheet_name} {place:?}: {read} is not {text}");
                compared += 1;
            }
            for ((row, column), text) in ours.iter().filter(|(place, _)| !theirs.contains_key(place)) {
                let above = ours.get(&(row - 1, *column));
                assert!(
                    MERGED.contains(&(name, *column)) && above == Some(text),
                    "{name} {sheet_name} {row} {column}: {text}"
                );
            }
        }
        assert!(compared > 20, "{name}: {compared}");
    }
}

/// Its cells (1-based) with dates as ISO dates.
fn of_calamine(range: &calamine::Range<Data>) -> Cells {
    let (top, left) = range.start().unwrap_or_default();
    let cells = range.used_cells().map(|(row, column, value)| {
        let text = match value {
            Data::String(text) => text.replace("\r\n", "\n"),
            Data::Float(number) => format!("{number:.14e}").parse::<f64>().unwrap().to_string(),
            Data::Int(number) => number.to_string(),
            Data::Bool(value) => value.to_string().to_uppercase(),
            Data::DateTimeIso(text) => text.replace("T00:00:00", ""),
            Data::DateTime(moment) => {
                let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
                let date = format!("{year:04}-{month:02}-{day:02}");
                match (hour, minute, second) {
                    (0, 0, 0) => date,
                    (hour, minute, 0) => format!("{date} {hour:02}:{minute:02}"),
                    (hour, minute, second) => format!("{date} {hour:02}:{minute:02}:{second:02}"),
                }
            }
            Data::Error(error) => error.to_string(),
            Data::Empty | Data::DurationIso(_) => String::new(),
            #[allow(unreachable_patterns, reason = "further values of later versions")]
            other => panic!("{other:?}"),
        };
        ((top + u32::try_from(row).unwrap() + 1, left as usize + column + 1), text)
    });
    cells.filter(|(_, text)| !text.is_empty()).collect()
}
