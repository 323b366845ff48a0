//! Workbooks that other programs wrote, with what each cell shows told by the script that wrote them: all of the cells,
//! and no others.

use std::collections::BTreeMap;

use ichimai::reading::table::open_simply;

use crate::golden;

/// By sheet: row, column (both 1-based) and text.
type Cells = BTreeMap<String, Vec<(u32, usize, String)>>;

#[test]
fn every_cell_shows_what_its_writer_put_in_and_no_other_cell_shows_anything() {
    let expected: BTreeMap<String, Cells> = serde_json::from_slice(&golden("corpus/expected.json")).unwrap();
    assert!(expected.len() >= 6);
    for (file, sheets) in expected {
        let table = open_simply(&file, &golden(&format!("corpus/{file}")));
        assert_eq!(table.notes, [], "{file}");
        let read: Cells = table
            .sheets
            .iter()
            .map(|sheet| {
                let cells = sheet.rows.iter().flat_map(|row| {
                    let full = (1..).zip(&row.cells).filter(|(_, text)| !text.is_empty());
                    full.map(|(column, text)| (row.number, column, text.clone()))
                });
                (sheet.name.as_deref().unwrap().to_owned(), cells.collect())
            })
            .collect();
        for (name, cells) in &sheets {
            let read = read.get(name).unwrap_or_else(|| panic!("{file}: no sheet {name}"));
            for (ours, theirs) in read.iter().zip(cells) {
                assert_eq!(ours, theirs, "{file} {name}");
            }
            assert_eq!(read.len(), cells.len(), "{file} {name}");
        }
        assert_eq!(read.len(), sheets.len(), "{file}");
    }
}
