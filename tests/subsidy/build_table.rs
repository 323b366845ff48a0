//! What the build refuses in `data/municipalities.csv`, each on the smallest table that has it.

use crate::build_municipalities::{Refused, code, parse};

const HEADER: &str = "code6,pref,gun,name,kind,pop_20200101\n";
const WAKI: &str = "353213,山口県,玖珂郡,和木町,町,6353\n";
const ABU: &str = "355020,山口県,阿武郡,阿武町,町,3246\n";

fn refusal(lines: &[&str]) -> Refused {
    parse(&lines.concat()).map(|towns| towns.count()).unwrap_err()
}

#[test]
fn a_sound_table_passes_and_becomes_code() {
    let towns = parse(&[HEADER, WAKI, ABU].concat()).unwrap();
    assert_eq!(towns.count(), 2);
    assert_eq!(towns.codes()[1], ("355020".to_owned(), "阿武町".to_owned()));
    let code = code(&towns);
    assert!(code.contains("Date::from_table(2020, 1, 1)"));
    assert!(code.contains("name: \"和木町\", kind: Kind::Town, populations: [6353]"));
}

#[test]
fn the_table_of_the_project_passes_with_all_its_rows() {
    assert_eq!(parse(include_str!("../../data/municipalities.csv")).unwrap().count(), 1_741);
}

#[test]
fn a_header_of_another_form() {
    for header in ["\n", "code,pref,gun,name,kind,pop_20200101\n", "code6,pref,gun,name,kind,pop_2020\n"] {
        assert_eq!(refusal(&[header, WAKI]), Refused::Header(header.trim_end().to_owned()));
    }
}

#[test]
fn rows_that_contradict_the_table() {
    let cases = [
        ("353213,山口県,玖珂郡,和木町,町\n", Refused::Fields(2)),
        ("353213,山口県,玖珂郡,和木町,町,6353,1\n", Refused::Fields(2)),
        ("353214,山口県,玖珂郡,和木町,町,6353\n", Refused::Code(2)),
        ("35321,山口県,玖珂郡,和木町,町,6353\n", Refused::Code(2)),
        ("353213,山口県,玖珂郡,和木町,郷,6353\n", Refused::Kind(2, "郷".to_owned())),
        ("353213,山口県,玖珂郡,和木町,町,0\n", Refused::Population(2)),
        ("353213,山口県,玖珂郡,和木町,町,\n", Refused::Population(2)),
    ];
    for (row, expected) in cases {
        assert_eq!(refusal(&[HEADER, row]), expected, "{row}");
    }
}

#[test]
fn codes_must_ascend_and_names_differ_within_a_prefecture() {
    assert_eq!(refusal(&[HEADER, ABU, WAKI]), Refused::Order(3));
    assert_eq!(refusal(&[HEADER, WAKI, WAKI]), Refused::Order(3));
    let twice = ABU.replace("阿武町", "和木町");
    assert_eq!(refusal(&[HEADER, WAKI, &twice]), Refused::SameName(3, "和木町".to_owned()));
}

#[test]
fn readings_stand_for_every_municipality_and_end_as_its_name() {
    use crate::build_readings::{Refused, code};
    let towns = [("353213".to_owned(), "和木町".to_owned()), ("355020".to_owned(), "阿武町".to_owned())];
    let head = "code6,name,reading\n";
    let of = |lines: &str| code(&format!("{head}{lines}"), &towns);
    assert!(of("353213,和木町,わきちょう\n355020,阿武町,あぶちょう\n").unwrap().contains("\"あぶちょう\""));
    assert_eq!(of("353213,和木町,わきちょう\n").unwrap_err(), Refused::Count(2, 1));
    assert_eq!(of("353213,和木町,ワキチョウ\n355020,阿武町,あぶちょう\n").unwrap_err(), Refused::Reading(2));
    assert_eq!(of("353213,和木町,わきし\n355020,阿武町,あぶちょう\n").unwrap_err(), Refused::Reading(2));
    assert_eq!(of("355020,阿武町,あぶちょう\n353213,和木町,わきちょう\n").unwrap_err(), Refused::Municipality(2));
    assert_eq!(code("a\n", &towns).unwrap_err(), Refused::Header);
}
