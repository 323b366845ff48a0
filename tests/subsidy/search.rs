//! Finding a town by what is typed: homonyms told apart, areas, variants, order.

use ichimai::municipality::{Rank, meant as sure, municipalities, named, prefectures, search};
use proptest::prelude::*;

fn found(typed: &str, most: usize) -> Vec<String> {
    search(typed, most).iter().map(|hit| hit.municipality.full_name()).collect()
}

fn meant(name: &str) -> Vec<String> {
    named(name).iter().map(|town| town.full_name()).collect()
}

#[test]
fn names_that_several_share_are_all_given_with_what_tells_them_apart() {
    let cases: [(&str, &[&str]); 6] = [
        ("府中市", &["東京都府中市", "広島県府中市"]),
        ("府中", &["東京都府中市", "広島県府中市", "広島県安芸郡府中町"]),
        ("森町", &["北海道茅部郡森町", "静岡県周智郡森町"]),
        ("川崎町", &["宮城県柴田郡川崎町", "福岡県田川郡川崎町"]),
        ("伊達市", &["北海道伊達市", "福島県伊達市"]),
        ("釧路", &["北海道釧路市", "北海道釧路郡釧路町"]),
    ];
    for (name, expected) in cases {
        assert_eq!(meant(name), expected, "{name}");
    }
}

#[test]
fn an_area_before_or_behind_the_name_tells_homonyms_apart() {
    let cases = [
        ("広島県府中市", "広島県府中市"),
        ("広島 府中市", "広島県府中市"),
        ("府中市（東京都）", "東京都府中市"),
        ("茅部郡森町", "北海道茅部郡森町"),
        ("静岡県森町", "静岡県周智郡森町"),
        ("静岡県周智郡森", "静岡県周智郡森町"),
        ("福岡県田川郡川崎町", "福岡県田川郡川崎町"),
    ];
    for (typed, expected) in cases {
        assert_eq!(meant(typed), [expected], "{typed}");
    }
}

#[test]
fn the_last_character_may_be_missing() {
    for (typed, expected) in
        [("和木", "和木町"), ("四日市", "四日市市"), ("十日町", "十日町市"), ("世田谷", "世田谷区"), ("大町", "大町市")]
    {
        assert_eq!(named(typed)[0].name, expected, "{typed}");
        assert_eq!(search(typed, 1)[0].rank, Rank::Stem, "{typed}");
    }
}

#[test]
fn other_characters_for_the_same_name_are_understood() {
    let cases = [
        ("龍ヶ崎市", "龍ケ崎市"),
        ("竜ヶ崎市", "龍ケ崎市"),
        ("龍が崎市", "龍ケ崎市"),
        ("茅ケ崎市", "茅ヶ崎市"),
        ("茅ｹ崎市", "茅ヶ崎市"),
        ("塩釜市", "塩竈市"),
        ("鹽竈市", "塩竈市"),
        ("梼原町", "檮原町"),
        ("木曾町", "木曽町"),
        ("壹岐市", "壱岐市"),
        ("飯館村", "飯舘村"),
        ("鯵ヶ沢町", "鰺ヶ沢町"),
        ("上の国町", "上ノ国町"),
        ("牧の原市", "牧之原市"),
        ("ツガル市", "つがる市"),
        ("ﾆｾｺ町", "ニセコ町"),
        ("かすみがうら市", "かすみがうら市"),
        ("ﾂｶﾞﾙ市", "つがる市"),
        ("四条畷市", "四條畷市"),
        ("富谷　市", "富谷市"),
        ("龍\u{e0100}ケ崎市", "龍ケ崎市"),
        ("ニセコ町\u{fe00}", "ニセコ町"),
        ("つか\u{3099}る市", "つがる市"),
    ];
    for (typed, expected) in cases {
        let names: Vec<&str> = named(typed).iter().map(|town| town.name).collect();
        assert_eq!(names, [expected], "{typed}");
    }
}

#[test]
fn a_name_that_is_itself_official_does_not_mean_its_variant() {
    assert_eq!(meant("鹿島市"), ["佐賀県鹿島市"]);
    assert_eq!(meant("鹿嶋市"), ["茨城県鹿嶋市"]);
    assert_eq!(found("鹿島市", 2), ["佐賀県鹿島市", "茨城県鹿嶋市"]);
}

#[test]
fn the_closest_come_first_then_by_code() {
    assert_eq!(found("山口", 3), ["山口県山口市", "山口県下関市", "山口県宇部市"]);
    assert_eq!(found("横浜", 2), ["青森県上北郡横浜町", "神奈川県横浜市"]);
    let ranks: Vec<Rank> = search("川", 500).iter().map(|hit| hit.rank).collect();
    assert!(ranks.is_sorted() && ranks.contains(&Rank::Beginning) && ranks.contains(&Rank::Inside));
}

#[test]
fn an_area_alone_lists_its_municipalities() {
    assert_eq!(search("山口県", 100).len(), 19);
    assert_eq!(found("山口県熊毛郡", 10), ["山口県熊毛郡上関町", "山口県熊毛郡田布施町", "山口県熊毛郡平生町"]);
    assert!(named("山口県").is_empty(), "a prefecture is no municipality");
}

#[test]
fn nothing_is_found_for_nothing_or_nonsense() {
    for typed in ["", " ", "　", "あいうえおかき", "()", "札幌市中央区"] {
        assert!(named(typed).is_empty(), "{typed}");
    }
    assert!(search("", 10).is_empty());
}

#[test]
fn every_full_name_means_exactly_its_municipality() {
    for town in municipalities() {
        let name = town.full_name();
        assert_eq!(named(&name), [town], "{name}");
    }
}

proptest! {
    #[test]
    fn any_text_finds_in_order_without_doubles(typed in "\\PC{0,12}|[山口県玖珂郡和木町市ﾞ゙がヶ（） ]{0,10}") {
        let hits = search(&typed, 50);
        prop_assert!(hits.len() <= 50);
        prop_assert!(hits.is_sorted_by_key(|hit| (hit.rank, hit.municipality.code)));
        prop_assert!(hits.windows(2).all(|pair| pair[0].municipality.code != pair[1].municipality.code));
    }
}

#[test]
fn readings_and_codes_find_towns() {
    let cases: [(&str, &[&str]); 8] = [
        ("ふちゅう", &["東京都府中市", "広島県府中市", "広島県安芸郡府中町"]),
        ("フチュウシ", &["東京都府中市", "広島県府中市"]),
        ("ﾋｶﾘ", &["山口県光市"]),
        ("くだまつし", &["山口県下松市"]),
        ("352101", &["山口県光市"]),
        ("３５２１０", &["山口県光市"]),
        ("1100", &["北海道札幌市"]),
        ("35321", &["山口県玖珂郡和木町"]),
    ];
    for (typed, expected) in cases {
        assert_eq!(found(typed, expected.len()), expected, "{typed}");
    }
    assert_eq!(search("35", 100).len(), 19, "the codes of 山口県");
    assert!(named("352101").is_empty(), "a number in a list is no name");
}

#[test]
fn only_what_is_beyond_doubt_is_meant() {
    for (typed, expected) in [
        ("光市", Some("光市")),
        ("山口市", Some("山口市")),
        ("山口", Some("山口市")),
        ("ひかり", Some("光市")),
        ("352101", Some("光市")),
        ("広島県府中市", Some("府中市")),
        ("府中市", None),
        ("府中", None),
        ("ふちゅう", None),
        ("山", None),
        ("山口県", None),
        ("12203", None),
        ("", None),
    ] {
        assert_eq!(sure(typed).map(|town| town.name), expected, "{typed}");
    }
}

#[test]
fn the_prefectures_hold_every_municipality_once() {
    assert_eq!(prefectures().count(), 47);
    assert_eq!(prefectures().map(<[_]>::len).sum::<usize>(), municipalities().len());
    assert!(prefectures().all(|towns| towns.iter().all(|town| town.prefecture == towns[0].prefecture)));
}
