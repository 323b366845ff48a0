//! Lists of towns: matched by code or name, and what is not certain told with its row.

use ichimai::municipality::{CodeError, FIRST_POPULATION_DATE};
use ichimai::reading::table::open_simply;
use ichimai::subsidy::list::{List, Origin, Reason, Unmatched, list};
use ichimai::subsidy::typed::NotUsable;

fn read(csv: &str) -> List {
    let table = open_simply("towns.csv", csv.as_bytes());
    let sheet = &table.sheets[0];
    list(sheet, FIRST_POPULATION_DATE, Origin::Guess).unwrap()
}

fn entries(list: &List) -> Vec<(u32, &str, u32)> {
    list.entries.iter().map(|one| (one.row, one.entry.label.as_str(), one.entry.population.people())).collect()
}

fn left_out(list: &List) -> Vec<(u32, &Reason)> {
    list.left_out.iter().map(|row| (row.row, &row.reason)).collect()
}

#[test]
fn towns_are_matched_by_code_and_by_name() {
    let list = read("団体コード,団体名\n353213,\n,阿武町\n35210,光市\n011002,札幌市\n");
    let expected = [
        (2, "山口県玖珂郡和木町", 6_353),
        (3, "山口県阿武郡阿武町", 3_246),
        (4, "山口県光市", 50_892),
        (5, "北海道札幌市", 1_959_313),
    ];
    assert_eq!(entries(&list), expected);
    assert!(list.left_out.is_empty());
}

#[test]
fn a_population_of_the_list_goes_before_the_table() {
    let list = read("市町村名,人口\n和木町,\"6,000人\"\n阿武町,\n");
    assert_eq!(entries(&list), [(2, "山口県玖珂郡和木町", 6_000), (3, "山口県阿武郡阿武町", 3_246)]);
    let dates: Vec<_> = list.entries.iter().map(|entry| entry.entry.population_date).collect();
    assert_eq!(dates, [None, Some(FIRST_POPULATION_DATE)]);
}

#[test]
fn a_prefecture_column_tells_homonyms_apart() {
    let list = read("都道府県名,市区町村名\n広島県,府中市\n東京都,府中市\n静岡県,森町\n");
    let names: Vec<&str> = list.entries.iter().map(|entry| entry.entry.label.as_str()).collect();
    assert_eq!(names, ["広島県府中市", "東京都府中市", "静岡県周智郡森町"]);
}

#[test]
fn what_is_ambiguous_or_unknown_is_left_out_with_its_row_and_candidates() {
    let list = read("団体名,備考\n府中市,\n和木町,\n東京,\n合計,\n");
    assert_eq!(entries(&list), [(3, "山口県玖珂郡和木町", 6_353)]);
    let rows = left_out(&list);
    let [(2, Reason::Unmatched(Unmatched::Ambiguous(towns))), rest @ ..] = rows.as_slice() else { panic!("{rows:?}") };
    let names: Vec<String> = towns.iter().map(|town| town.full_name()).collect();
    assert_eq!(names, ["東京都府中市", "広島県府中市"]);
    assert_eq!(rest, [(4, &Reason::Unmatched(Unmatched::NotFound)), (5, &Reason::Total)]);
}

#[test]
fn an_unknown_name_with_a_population_is_computed_and_said_to_be_unmatched() {
    let list = read("団体名,人口\n架空市,\"12,345\"\n府中市,5万人\n");
    assert_eq!(entries(&list), [(2, "架空市", 12_345), (3, "府中市", 50_000)]);
    assert_eq!(list.entries[0].unmatched, Some(Unmatched::NotFound));
    assert!(matches!(&list.entries[1].unmatched, Some(Unmatched::Ambiguous(towns)) if towns.len() == 2));
}

#[test]
fn codes_that_do_not_hold_are_told() {
    let list = read("団体コード,市町村名\n353214,和木町\n352012,和木町\n350001,山口県\n12203,\n12203,士別市\n");
    assert_eq!(entries(&list), [(6, "北海道士別市", 18_562)]);
    let rows = left_out(&list);
    assert!(matches!(rows[0], (2, Reason::Unmatched(Unmatched::Code(CodeError::CheckDigit { expected: 3, .. })))));
    assert!(matches!(rows[1], (3, Reason::Unmatched(Unmatched::CodeAndName(town))) if town.name == "下関市"));
    assert_eq!(rows[2], (4, &Reason::Total));
    assert!(matches!(rows[3], (5, Reason::Unmatched(Unmatched::Ambiguous(towns))) if towns.len() == 2));
}

#[test]
fn populations_that_cannot_be_used_and_towns_that_stand_twice_are_left_out() {
    let list = read("市町村名,人口\n和木町,不明\n阿武町,0\n光市,50892\n光市,50431\n,123\n");
    assert!(entries(&list).is_empty());
    let expected = [
        (2, &Reason::Population(NotUsable::Unreadable)),
        (3, &Reason::Population(NotUsable::Zero)),
        (4, &Reason::Several(vec![5])),
        (5, &Reason::Several(vec![4])),
        (6, &Reason::NoName),
    ];
    assert_eq!(left_out(&list), expected);
}

#[test]
fn rows_are_counted_as_the_spreadsheet_counts_them() {
    let list = read("令和2年1月1日現在\n\n団体名,人口\n\n和木町,6353\n※住民基本台帳人口\n");
    assert_eq!(entries(&list), [(5, "山口県玖珂郡和木町", 6_353)]);
    assert_eq!(left_out(&list), [(6, &Reason::Remark)]);
}
