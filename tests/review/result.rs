//! The result sheet: its columns, its rows, its legend and conditions.

use ichimai::regulations::Category;
use ichimai::review::result::{CAUTION, Which, report, tables};
use ichimai::review::{Decision, Desk, State};
use ichimai::writing::{Cell, Table};

use super::{decided, desk, sample};

fn decided_desk() -> Desk {
    let mut desk = desk(sample());
    desk.judge(&[
        decided(&sample()[0], Category::Visual, Decision::Applies),
        decided(&sample()[2], Category::Visual, Decision::DoesNotApply),
    ]);
    desk
}

fn sheets(which: Which) -> Vec<Table> {
    tables(&decided_desk(), which, None, &[("団体名".to_owned(), "山口県光市".to_owned())]).unwrap()
}

fn column(table: &Table, header: &str) -> Vec<String> {
    let place = table.columns().iter().position(|column| column.header() == header).unwrap();
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => text.to_string(),
        Cell::Integer(number) => number.to_string(),
        _ => String::new(),
    };
    table.rows().iter().map(|row| text(&row[place])).collect()
}

#[test]
fn the_columns_are_those_of_the_manual_and_their_origin() {
    let sheets = sheets(Which::Candidates);
    let headers: Vec<_> = sheets[0].columns().iter().map(ichimai::writing::Column::header).collect();
    assert_eq!(
        headers.join(" "),
        "No 所管課 例規種別 例規名 例規番号 条項 条文 検出語 規制区分 デジタル手段の記載 見直し段階（推定） 根拠の手掛かり 判定 \
         見直し要否 見直し方針 活用できる技術 見直し時期 備考 抽出区分 見出し ファイル シート 行 前の一覧との違い"
    );
}

#[test]
fn a_workbook_has_result_counts_legend_and_conditions() {
    let names: Vec<_> = sheets(Which::All).iter().map(|table| table.sheet().to_owned()).collect();
    assert_eq!(names, ["結果", "集計", "凡例", "条件"]);
}

#[test]
fn each_scope_has_its_rows() {
    for (which, expected) in [
        (Which::Candidates, &["該当", "候補", "非該当"][..]),
        (Which::Decided, &["該当", "非該当"]),
        (Which::All, &["該当", "候補", "非該当", ""]),
    ] {
        assert_eq!(column(&sheets(which)[0], "判定"), expected, "{which:?}");
    }
}

#[test]
fn the_conditions_name_the_scope_the_numbers_and_the_caution() {
    let sheets = sheets(Which::Decided);
    let contents = column(&sheets[3], "内容");
    for expected in ["山口県光市", Which::Decided.sentence(), "2", "4", "一覧.csv", CAUTION] {
        assert!(contents.iter().any(|content| content == expected), "{expected}");
    }
}

#[test]
fn every_code_of_the_result_stands_in_the_legend() {
    let sheets = sheets(Which::All);
    let codes = column(&sheets[2], "符号");
    for header in ["規制区分", "判定", "抽出区分", "見直し段階（推定）", "デジタル手段の記載"]
    {
        for code in column(&sheets[0], header).into_iter().filter(|code| !code.is_empty()) {
            assert!(codes.contains(&code), "{header}: {code}");
        }
    }
}

#[test]
fn the_report_lists_what_applies_first_and_leaves_out_what_does_not() {
    let desk = decided_desk();
    let lines = report(&desk, Category::Visual, 10);
    assert_eq!(lines.iter().map(|line| line.state).collect::<Vec<_>>(), [State::Applies]);
    assert_eq!(report(&desk, Category::InspectionOfRecords, 10)[0].state, State::Undecided);
    assert!(report(&desk, Category::InspectionOfRecords, 0).is_empty());
}

#[test]
fn clauses_gone_from_an_updated_list_have_a_sheet_with_their_decisions() {
    let mut desk = decided_desk();
    desk.replace(sample()[1..2].to_vec());
    desk.classify(usize::MAX);
    let sheets = tables(&desk, Which::Candidates, None, &[]).unwrap();
    let gone = sheets.last().unwrap();
    assert_eq!(gone.sheet(), "なくなった条項");
    assert_eq!(column(gone, "例規名"), ["駐車場条例", "公園条例", "公園条例"]);
    assert_eq!(column(gone, "判定"), ["該当", "非該当", ""]);
    assert_eq!(column(gone, "条文")[2], super::PLAIN);
    assert!(column(&sheets[3], "内容").contains(&"新規0件、文言変更0件、変更なし1件、なくなった条項3件".to_owned()));
    assert_eq!(column(&sheets[0], "前の一覧との違い"), ["変更なし"]);
}
