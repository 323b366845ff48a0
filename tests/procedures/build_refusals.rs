//! The build refuses a catalogue that contradicts itself, and says where.

use std::path::PathBuf;

use crate::altered;
use crate::build_procedures::generate;

fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/procedures")
}

/// What the build says when one text of one file is replaced.
fn complaints(file: &str, from: &str, to: &str) -> String {
    altered::complaints("procedures", (file, from, to), generate)
}

#[test]
fn the_data_as_they_are_are_accepted() {
    assert_eq!(generate(&data()).err(), None);
}

#[test]
fn data_that_contradict_themselves_are_refused_with_the_place() {
    let source = "令和3年度第2回山口県デジタル・ガバメント構築連携会議 資料3";
    for (file, from, to, complaint) in [
        ("catalogue.csv", "\n15,", "\n16,", "the numbers are not 1 to 31"),
        ("catalogue.csv", "15,子育て", "15,介護", "子育て has 14 procedures"),
        ("catalogue.csv", "15,子育て", "15,育児", "the documents count 15"),
        ("catalogue.csv", "妊娠の届出", "", "15 has no name"),
        ("catalogue.csv", source, "", "1 has no source"),
        ("catalogue.csv", "2021-07-27", "2021-7-27", "1 has no date"),
        ("catalogue.csv", "2021-07-27", "2021-13-27", "1 has no date"),
        ("catalogue.csv", "confirmed", "perhaps", "1 has name_status \"perhaps\""),
        ("catalogue.csv", "妊娠の届出", "罹災証明書の発行申請", "15 and 27 both claim"),
        ("catalogue.csv", "妊娠届|", "消滅届|", "4 and 15 both claim"),
        ("catalogue.csv", "妊娠届|", "ﾘ災証明|", "15 and 27 both claim"),
        ("words.csv", "|再発行", "|負担割合", "is claimed by two concepts"),
        ("words.csv", "|再発行", "|再交付", "stands twice"),
        ("words.csv", "|再発行", "|…", "has no letter"),
        ("words.csv", "要語,再交付,", "大事,再交付,", "unknown kind \"大事\""),
        ("compounds.csv", "要介護+認定", "要看護+認定", "\"要看護\" is not in words.csv"),
        ("rules.csv", "負担割合証+再交付", "負担割合証+再支給", "\"再支給\" is not in words.csv"),
        ("rules.csv", "負担割合証+再交付", "負担割合証+国民健康保険", "belongs to another scheme"),
        ("rules.csv", "負担割合証+再交付", "再交付", "no rule names 負担割合証"),
        ("rules.csv", "20,介護保険,負担割合証+再交付,", "20,介護保険,,負担割合証", "20: no reading"),
        ("yamaguchi.csv", "352012", "352013", "下関市 has the code"),
        ("yamaguchi.csv", "下関市,2,", "下関市,3,", "2021-06 sums to 42"),
        ("yamaguchi.csv", "防府市,0,0,27", "防府市,0,0,28", "防府市 has \"28\" of 27"),
        ("yamaguchi.csv", "24,24,特定通信,", "24,24,糸電話,", "下関市 has an unknown way of connection"),
    ] {
        refused(file, from, to, complaint);
    }
}

#[test]
fn states_and_papers_that_contradict_the_documents_are_refused_with_the_place() {
    let quoted = "原則、子育て・介護の全26手続について、マイナポータルと自治体の基幹システムのオンライン接続が完了することが必須";
    let connected = "11 towns have \"特定通信\" in end_to_end_2022_09, the document 12";
    let disaster = "5 towns have \"自治体\" in disaster_system_2022_09";
    for (file, from, to, complaint) in [
        ("yamaguchi.csv", "24,24,特定通信,", "24,24,,", connected),
        ("yamaguchi.csv", "26,26,特定通信,自治体", "26,26,特定通信,国", disaster),
        ("papers.toml", "place = \"1(2)\"", "place = \" \"", "to_intake names no document or no place in it"),
        ("papers.toml", "date = \"2024-09-06\"", "date = \"\"", "survey_2024 has no day"),
        ("papers.toml", "id = \"to_core\"", "id = \"to_intake\"", "to_intake stands twice"),
        ("papers.toml", quoted, "", "to_core quotes nothing"),
    ] {
        refused(file, from, to, complaint);
    }
}

fn refused(file: &str, from: &str, to: &str, complaint: &str) {
    let told = complaints(file, from, to);
    assert!(told.contains(complaint), "{file}: {from:?} to {to:?} told {told:?}, not {complaint:?}");
}
