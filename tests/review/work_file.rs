//! The work file: what goes in comes out; what was cut, changed or is foreign is refused with its reason.

use std::collections::BTreeMap;

use ichimai::clause::{Clause, Part, Place};
use ichimai::review::work_file::{Damage, Refused, WorkFile, read, write};
use ichimai::review::{Comparison, Standing};
use proptest::prelude::*;

use super::{clause, desk, sample};

fn file() -> WorkFile {
    let sections = [("review".to_owned(), "[]".to_owned()), ("town".to_owned(), "{\"code\":\"352101\"}".to_owned())];
    WorkFile {
        saved: "2026-11-20T14:32".to_owned(),
        edition: "0.1.0".to_owned(),
        sections: sections.into(),
        clauses: Some(sample()),
        comparison: Comparison::default(),
    }
}

#[test]
fn the_form_is_the_documented_one() {
    let without = WorkFile { clauses: None, ..file() };
    insta::assert_snapshot!(write(without).unwrap(), @r#"{"format":"ichimai-work","version":2,"check":"ce726cf44b1416c6","content":{"saved":"2026-11-20T14:32","edition":"0.1.0","sections":{"review":[],"town":{"code":"352101"}}}}"#);
}

#[test]
fn the_work_file_kept_from_version_1_opens() {
    let kept = include_bytes!("../golden/work_file_version_1.json");
    let file = read(kept).unwrap();
    assert_eq!(file.clauses.map(|clauses| clauses.len()), Some(4));
    assert_eq!(file.sections.keys().collect::<Vec<_>>(), ["review", "town"]);
}

#[test]
fn a_section_of_a_tool_that_is_not_known_is_kept() {
    let mut with = file();
    with.sections.insert("後の道具".to_owned(), "{\"状態\": 1}".to_owned());
    assert_eq!(read(write(with.clone()).unwrap().as_bytes()), Ok(with));
}

/// A desk on which the sample was replaced: one clause is new, one changed, two are gone.
fn replaced() -> ichimai::review::Desk {
    let mut desk = desk(sample());
    desk.replace(vec![
        clause("墓地条例", "第1条", "墓地の管理者を置く。"),
        clause("駐車場条例", "第2条", "台帳は、縦覧に供しない。"),
        sample()[0].clone(),
    ]);
    desk
}

#[test]
fn the_differences_from_the_former_list_go_along_with_the_clauses() {
    let desk = replaced();
    let clauses = desk.clauses().to_vec();
    let with = WorkFile { clauses: Some(clauses), comparison: desk.comparison().clone(), ..file() };
    let opened = read(write(with).unwrap().as_bytes()).unwrap();
    assert_eq!(opened.comparison.standing(1), Some(Standing::Changed));
    assert_eq!(opened.comparison.former(1), desk.comparison().former(1));
    assert_eq!(opened.comparison.gone(), desk.gone());
}

#[test]
fn without_clauses_no_words_of_former_ones_are_written() {
    let without = WorkFile { clauses: None, comparison: replaced().comparison().clone(), ..file() };
    let written = write(without).unwrap();
    assert!(!written.contains(super::PLAIN), "{written}");
}

#[test]
fn differences_of_another_collection_are_refused() {
    let wrong = WorkFile { comparison: replaced().comparison().clone(), ..file() };
    let refused = read(write(wrong).unwrap().as_bytes());
    assert_eq!(refused, Err(Refused::Damaged(Damage::Form("comparison".to_owned()))));
}

#[test]
fn what_is_no_work_file_is_foreign() {
    for bytes in [
        &b""[..],
        b"{}",
        b"[1,2]",
        b"PK\x03\x04",
        b"\xff\xfe",
        "例規名,条項".as_bytes(),
        b"{\"format\":\"other\",\"version\":1}",
    ] {
        assert_eq!(read(bytes), Err(Refused::Foreign));
    }
}

#[test]
fn a_newer_version_is_refused_with_both_numbers() {
    let newer = write(file()).unwrap().replace("\"version\":2", "\"version\":7");
    assert_eq!(read(newer.as_bytes()), Err(Refused::Newer { version: 7, known: 2 }));
}

#[test]
fn changed_content_is_refused() {
    let changed = write(file()).unwrap().replace("352101", "352102");
    assert_eq!(read(changed.as_bytes()), Err(Refused::Damaged(Damage::Check)));
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    let marked = format!("\u{feff}{}", write(file()).unwrap());
    assert_eq!(read(marked.as_bytes()), Ok(file()));
}

#[test]
fn a_section_that_is_no_json_is_not_written() {
    let wrong = WorkFile { sections: BTreeMap::from([("town".to_owned(), "{".to_owned())]), ..file() };
    assert_eq!(write(wrong), Err("town".to_owned()));
}

fn any_clause() -> impl Strategy<Value = Clause> {
    let names = (".{0,4}", proptest::option::of(".{0,4}"), proptest::option::of(any::<u32>()), ".{0,6}", ".{0,3}");
    let parts = prop_oneof![Just(Part::Main), Just(Part::Table), Just(Part::Supplementary)];
    (names, parts, (".{0,9}", ".{0,9}", ".{0,40}")).prop_map(|((file, sheet, row, title, kind), part, texts)| Clause {
        id: texts.0.clone(),
        place: Place { file: file.as_str().into(), sheet: sheet.map(|sheet| sheet.as_str().into()), row },
        title: title.as_str().into(),
        kind: kind.as_str().into(),
        part,
        article: texts.0,
        caption: texts.1,
        text: texts.2,
        ..Clause::default()
    })
}

proptest! {
    #[test]
    fn what_goes_in_comes_out(clauses in proptest::collection::vec(any_clause(), 0..20), saved in ".*") {
        let file = WorkFile { saved, clauses: Some(clauses), ..file() };
        prop_assert_eq!(read(write(file.clone()).unwrap().as_bytes()), Ok(file));
    }

    #[test]
    fn a_file_that_was_cut_is_refused(place in any::<prop::sample::Index>()) {
        let text = write(file()).unwrap();
        let end = place.index(text.len());
        prop_assert!(read(&text.as_bytes()[..end]).is_err());
    }

    #[test]
    fn a_changed_byte_is_refused_or_changes_nothing(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = write(file()).unwrap().into_bytes();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if let Ok(read) = read(&bytes) {
            prop_assert_eq!(read, file());
        }
    }

    #[test]
    fn no_bytes_stop_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read(&bytes).is_err());
    }
}
