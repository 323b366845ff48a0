//! Lists in sheets: one row is one clause, and every row is accounted for.

use ichimai::reading::limits::Limits;
use ichimai::reading::note::Reason;
use ichimai::reading::progress::unwatched;
use ichimai::reading::table::Role;
use ichimai::reading::{Choices, FileChoice, GivenFile, SheetChoice, read};

use crate::{codes, golden, read_one};

#[test]
fn the_city_list_is_read_whole() {
    let reading = read_one("city.csv", &golden("city_ordinances.csv"));
    assert_eq!((reading.clauses.len(), reading.notes.len()), (6_315, 0));
    let first = &reading.clauses[0];
    assert_eq!((first.place.row, &*first.kind, &*first.title), (Some(2), "規則", "三郷市議会会議規則"));
    assert_eq!((first.article.as_str(), first.caption.as_str()), ("第1条", "参集"));
}

#[test]
fn the_office_workbook_says_what_it_left_out() {
    let reading = read_one("office_list.xlsx", &golden("office_list.xlsx"));
    assert_eq!(reading.clauses.len(), 240);
    let first = &reading.clauses[0];
    assert_eq!((first.article.as_str(), first.caption.as_str()), ("第11条", "（入札不調の場合の措置）"));
    assert_eq!((&*first.department, first.place.row), ("建設課", Some(5)));
    let told: Vec<(Option<&str>, Option<u32>, &str)> =
        reading.notes.iter().map(|note| (note.sheet.as_deref(), note.row, note.reason.code())).collect();
    assert_eq!(told, [(Some("例規一覧"), Some(246), "no_text_in_row"), (Some("凡例"), None, "sheet_left_out")]);
    let account = &reading.account.files[0].sheets;
    let numbers: Vec<[u32; 5]> = account
        .iter()
        .map(|sheet| [sheet.rows, sheet.above, sheet.clauses, sheet.left_out, sheet.skipped.len().try_into().unwrap()])
        .collect();
    assert_eq!(numbers, [[244, 3, 240, 0, 1], [1, 0, 0, 1, 0]]);
}

#[test]
fn hidden_sheets_are_left_out_and_told() {
    for name in ["list.xls", "list.xlsx", "list.ods"] {
        let reading = read_one(name, &golden(name));
        assert_eq!(reading.clauses.len(), 3, "{name}");
        assert!(codes(&reading).contains(&"hidden_sheet"), "{name}");
    }
}

#[test]
fn a_blank_name_means_the_one_above() {
    let reading = read_one(
        "a.csv",
        "例規名,条,本文\n甲条例,第1条,掲示する。\n,第2条,閲覧に供する。\n乙規則,第1条,持参する。\n".as_bytes(),
    );
    let titles: Vec<(&str, &str)> = reading.clauses.iter().map(|clause| (&*clause.title, &*clause.kind)).collect();
    assert_eq!(titles, [("甲条例", "条例"), ("甲条例", "条例"), ("乙規則", "規則")]);
}

#[test]
fn an_item_in_a_row_of_its_own_carries_its_chapeau() {
    let text =
        "例規名,条,本文\n甲条例,第2条,次に掲げる書類を提出する。\n甲条例,第2条第1号,申請書\n乙条例,第2条第1号,届出書\n";
    let chapeaux: Vec<String> =
        read_one("a.csv", text.as_bytes()).clauses.into_iter().map(|clause| clause.chapeau).collect();
    assert_eq!(chapeaux, ["", "次に掲げる書類を提出する。", ""]);
}

#[test]
fn repeated_headers_and_remarks_are_skipped_with_their_row() {
    let text = "例規名,条,本文\n甲条例,第1条,掲示する。\n例規名,条,本文\n乙条例,第1条,持参する。\n※ 要綱を含む。,,\n";
    let reading = read_one("a.csv", text.as_bytes());
    let skipped: Vec<(u32, &Reason)> =
        reading.account.files[0].sheets[0].skipped.iter().map(|skipped| (skipped.row, &skipped.reason)).collect();
    assert_eq!(skipped, [(3, &Reason::RepeatedHeader), (5, &Reason::NoTextInRow)]);
    assert_eq!(reading.clauses.len(), 2);
}

#[test]
fn a_list_without_text_says_so_once() {
    let reading = read_one("a.csv", "市町村名,人口\n三郷市,142000\n".as_bytes());
    assert_eq!(codes(&reading), ["no_text_column"]);
    assert_eq!(reading.account.files[0].sheets[0].left_out, 1);
}

#[test]
fn the_officers_columns_win_over_the_guess() {
    let bytes = "A,B,C\n甲,乙,丙\n丁,戊,己\n".as_bytes();
    let sheet = SheetChoice {
        header_row: Some(1),
        columns: Some(vec![Role::Title, Role::Article, Role::Text]),
        ..SheetChoice::default()
    };
    let choice = FileChoice { sheets: vec![sheet], ..FileChoice::default() };
    let choices = Choices::from([("a.csv".to_owned(), choice)]);
    let reading = read(&[GivenFile { name: "a.csv", bytes }], &choices, &Limits::default(), &mut unwatched);
    let texts: Vec<&str> = reading.clauses.iter().map(|clause| clause.text.as_str()).collect();
    assert_eq!(texts, ["丙", "己"]);
}

#[test]
fn pasted_rows_are_a_list_and_pasted_articles_are_an_ordinance() {
    let rows = read_one("貼り付け", "例規名\t条\t本文\n甲条例\t第1条\t掲示する。\n".as_bytes());
    assert_eq!((rows.clauses.len(), &*rows.clauses[0].title), (1, "甲条例"));
    let articles = read_one("貼り付け", "甲条例\n第1条　掲示する。\n第2条　閲覧に供する。\n".as_bytes());
    assert_eq!(articles.clauses.len(), 2);
}

#[test]
fn shared_strings_are_kept_once() {
    let clauses = read_one("city.csv", &golden("city_ordinances.csv")).clauses;
    assert!(std::sync::Arc::ptr_eq(&clauses[0].title, &clauses[1].title));
    assert!(std::sync::Arc::ptr_eq(&clauses[0].kind, &clauses[1].kind));
    assert!(std::sync::Arc::ptr_eq(&clauses[0].place.file, &clauses[6_000].place.file));
}
