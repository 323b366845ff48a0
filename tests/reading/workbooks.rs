//! Workbooks: the same list in XLS, XLSX and ODS.

use ichimai::reading::table::{Options, open_simply};

use crate::{golden, opened, shown};

const LIST: &str = "\
1: 例規一覧（点検用）
2: 令和6年4月1日現在
4: 番号 | 例規名 | 条項 | 本文 | 所管課 | 制定日 | 人口
5: 1 | 見本町文書規程 | 第3条 | 文書は、書面により提出しなければならない。 | 総務課 | 2024-04-01 | 6353
6: 2 | 見本町文書規程 | 第4条 | 職員は、毎年１回、現地に立ち入り検査を行う。\nただし、①緊急のときは㈱髙﨑に委託する。 | 総務課 | 1959-12-31 | 0.3
7: 3 | 見本町文書規程 | 第5条 | 掲示場に掲示して行う。 | 住民課 | 2000-02-29 | 142000
9: ※ 備考：要綱を含む。
";

#[test]
fn the_same_list_reads_alike_from_all_three_formats() {
    for name in ["list.xls", "list.xlsx", "list.ods"] {
        let table = open_simply(name, &golden(name));
        assert_eq!(table.notes, [], "{name}");
        assert_eq!(shown(&table.sheets[0]), LIST, "{name}");
        assert_eq!(table.sheets[0].blank_rows, 2, "{name}");
    }
}

#[test]
fn the_content_decides_whatever_the_name_says() {
    for name in ["list.xls", "list.xlsx", "list.ods"] {
        let table = open_simply("一覧.csv", &golden(name));
        assert_eq!(shown(&table.sheets[0]), LIST, "{name}");
    }
}

#[test]
fn hidden_sheets_are_told() {
    for name in ["list.xls", "list.xlsx", "list.ods"] {
        let table = open_simply(name, &golden(name));
        let hidden: Vec<_> =
            table.sheets.iter().filter(|sheet| sheet.hidden).map(|sheet| sheet.name.as_deref()).collect();
        assert_eq!(hidden, [Some("控え")], "{name}");
    }
}

#[test]
fn codes_keep_the_zeros_that_their_format_shows() {
    for name in ["list.xlsx", "list.ods"] {
        let table = open_simply(name, &golden(name));
        let sheet = table.sheets.iter().find(|sheet| sheet.name.as_deref() == Some("コード")).unwrap();
        assert_eq!(sheet.rows[1].cells, ["011002", "札幌市"], "{name}");
    }
}

#[test]
fn shared_strings_that_continue_over_records_are_whole() {
    let table = open_simply("list.xls", &golden("list.xls"));
    let sheet = table.sheets.iter().find(|sheet| sheet.name.as_deref() == Some("長い一覧")).unwrap();
    assert_eq!(sheet.rows.len(), 400);
    for (index, row) in sheet.rows.iter().enumerate() {
        let number = index + 1;
        let text = format!(
            "第{number}条　この要綱は、見本町における補助金の交付に関し必要な事項を定めるものとする（その{number}）。"
        );
        assert_eq!(row.cells, [text, index.to_string()]);
    }
}

#[test]
fn a_preview_gives_the_first_rows_and_says_that_there_are_more() {
    for name in ["list.xls", "list.xlsx", "list.ods", "office_list.xlsx"] {
        let table = opened(name, &golden(name), &Options { rows: Some(3), ..Options::default() });
        assert_eq!(table.sheets[0].rows.len(), 3, "{name}");
        assert!(table.sheets[0].cut, "{name}");
    }
}

#[test]
fn the_office_workbook_has_its_two_sheets() {
    let table = open_simply("office_list.xlsx", &golden("office_list.xlsx"));
    let sheets: Vec<_> = table.sheets.iter().map(|sheet| (sheet.name.as_deref().unwrap(), sheet.rows.len())).collect();
    assert_eq!(sheets, [("例規一覧", 244), ("凡例", 1)]);
    assert_eq!(table.notes, []);
}
