//! The answer as tables that keep the state's rules for machine-readable files.

use ichimai::procedures::answer::Answer;
use ichimai::procedures::export::tables;
use ichimai::procedures::standing::Settings;
use ichimai::writing::{Cell, Table};

use crate::entries;

const LIST: &str =
    "手続名\t公開状況\t接続\n妊娠届\t○\t特定通信\n現況届\t済\t\n負担割合証再交付\tLoGoフォーム\t手入力\n転入届\t○\t";

fn written() -> Vec<Table> {
    tables(&Answer::new(entries(LIST), &Settings::new())).unwrap()
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.to_string(),
        Cell::Integer(number) => number.to_string(),
        Cell::Decimal(number) => number.to_string(),
        Cell::Date(date) => date.to_string(),
    }
}

fn rows(table: &Table) -> Vec<String> {
    table.rows().iter().map(|row| row.iter().map(text).collect::<Vec<_>>().join("|")).collect()
}

#[test]
fn every_answer_makes_six_sheets() {
    let sheets: Vec<String> = written().iter().map(|table| table.sheet().to_owned()).collect();
    assert_eq!(sheets, ["結果", "照合", "集計", "比較", "凡例", "条件"]);
    assert_eq!(tables(&Answer::new(vec![], &Settings::new())).unwrap().len(), 6);
}

#[test]
fn the_results_hold_one_row_for_each_of_the_27() {
    let results = rows(&written()[0]);
    assert_eq!(results.len(), 27);
    assert_eq!(
        results[14],
        "15|子育て|妊娠の届出|確認済|公開済（マイナポータル）|該当|特定通信まで|一覧の状態|妊娠届|2|||"
    );
    assert_eq!(
        results[19],
        "20|介護|介護保険負担割合証の再交付申請|文言は未確認|汎用電子申請のみ|非該当|手入力・RPA|一覧の状態|負担割合証再交付|4|||\
         汎用の電子申請だけでは数えないため、マイナポータルでも公開します。"
    );
}

#[test]
fn a_name_that_is_asked_has_one_row_for_each_candidate() {
    insta::assert_snapshot!(rows(&written()[1]).join("\n"));
}

#[test]
fn the_counts_stand_beside_their_totals() {
    insta::assert_snapshot!(rows(&written()[2]).join("\n"));
}

#[test]
fn the_comparison_holds_the_own_counts_and_19_towns_at_four_dates() {
    let comparison = rows(&written()[3]);
    assert_eq!(comparison.len(), 2 + 19 * 4);
    assert_eq!(
        comparison[..3],
        ["|お手元の団体|今回|1|26|手続", "|お手元の団体|今回|1|27|手続", "352012|下関市|2021-06|2|26|手続"]
    );
}

#[test]
fn every_code_of_the_results_stands_in_the_legend() {
    let written = written();
    let legend = rows(&written[4]);
    for (column, header) in [(3, "名称の文言"), (4, "公開状況"), (5, "オンライン"), (6, "接続"), (7, "根拠")]
    {
        for row in written[0].rows() {
            let code = format!("結果|{header}|{}|", text(&row[column]));
            assert!(legend.iter().any(|line| line.starts_with(&code)), "{code}");
        }
    }
}

#[test]
fn the_terms_name_their_sources() {
    insta::assert_snapshot!(rows(&written()[5]).join("\n"));
}
