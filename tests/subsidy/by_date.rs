//! The same town at each day of the table.

use ichimai::municipality::read_code;
use ichimai::subsidy::{by_date, programme};

fn sentences(code: &str, id: &str) -> Vec<String> {
    let dated = by_date(programme(id).unwrap(), read_code(code).unwrap());
    dated.into_iter().filter_map(|dated| dated.crossing).map(|crossing| crossing.sentence).collect()
}

#[test]
fn a_town_that_crosses_into_another_band_is_told_with_both_populations() {
    let expected = "令和3年1月1日の50,431人から令和4年1月1日の49,870人になり、\
        区分が「5〜20万人」から「〜5万人」に変わります。";
    assert_eq!(sentences("352101", "standardisation"), [expected]);
    assert!(sentences("352101", "online_procedures").is_empty(), "光市 stays within 1万人〜10万人");
}

#[test]
fn a_town_that_stays_in_its_band_has_nothing_to_tell() {
    for code in ["353213", "355020", "352039"] {
        assert!(sentences(code, "standardisation").is_empty() && sentences(code, "online_procedures").is_empty());
    }
}

#[test]
fn the_ceilings_stand_by_day_oldest_first() {
    let dated = by_date(programme("online_procedures").unwrap(), read_code("353213").unwrap());
    let amounts: Vec<_> =
        dated.iter().map(|dated| (dated.date.to_string(), dated.ceiling.amount().unwrap().get())).collect();
    let expected = [
        ("2019-01-01", 21_020_860),
        ("2020-01-01", 20_955_340),
        ("2021-01-01", 20_825_860),
        ("2022-01-01", 20_739_280),
    ];
    assert_eq!(amounts, expected.map(|(date, amount)| (date.to_owned(), amount)));
}
