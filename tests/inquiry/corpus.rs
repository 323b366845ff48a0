//! Filled sheets of tests/golden/inquiry/corpus, read as they must be; and laws that hold for any sheet.

use std::fmt::Write as _;
use std::fs;
use std::ops::ControlFlow;

use ichimai::inquiry::Column;
use ichimai::inquiry::answer::{Error, FileAnswers, State, holds_answers, read, read_all};
use proptest::prelude::*;

use crate::answers::{folder, sent};

fn told(file: &FileAnswers) -> String {
    let mut text = format!("{} {:?}\n", file.name, file.error);
    for row in &file.rows {
        let values: Vec<String> = Column::ALL
            .iter()
            .map(|column| {
                row.given
                    .get(column)
                    .map_or("-".to_owned(), |given| given.value.written() + if given.confirm { "*" } else { "" })
            })
            .collect();
        let _ = writeln!(text, "  {} {} {} {:?}", row.row, row.number, values.join(" | "), row.state);
    }
    for word in &file.not_understood {
        let _ = writeln!(text, "  not understood {} {:?}", word.cell, word.typed);
    }
    for unknown in &file.unknown {
        let proposal = unknown.proposal.map(|number| number.to_string());
        let _ = writeln!(text, "  unknown {} {:?} {:?} {proposal:?}", unknown.row, unknown.typed, unknown.why);
    }
    for note in &file.notes {
        let _ = writeln!(text, "  {note:?}");
    }
    for transfer in &file.transfer {
        let _ = writeln!(text, "  transfer {} {:?} {:?}", transfer.cell, transfer.typed, transfer.to);
    }
    if !file.hidden_rows.is_empty() {
        let _ = writeln!(text, "  hidden {:?}", file.hidden_rows);
    }
    text
}

/// Each line of the snapshot was looked at when it was written; a change of it is a change of what is read.
#[test]
fn every_way_of_filling_in_is_read_as_before() {
    let sent = sent();
    let mut names: Vec<_> = fs::read_dir(folder().join("corpus")).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    let mut text = String::new();
    for path in names {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let file = read(&name, &fs::read(&path).unwrap(), &sent);
        adds_up(&file);
        text += &told(&file);
    }
    insta::assert_snapshot!(text);
}

fn adds_up(file: &FileAnswers) {
    let states = [State::Answered, State::Unclear, State::Partial, State::Unanswered];
    let sum: usize = states.iter().map(|state| file.count(*state)).sum();
    assert_eq!(file.rows_read(), sum + file.unknown.len(), "{}", file.name);
}

#[test]
fn files_are_known_as_answers_by_their_numbers() {
    let holds = |name: &str| holds_answers(name, &fs::read(folder().join(name)).unwrap());
    assert!(
        holds("01_並べ替え_福祉課.xlsx") && holds("04_生活環境課_SJIS.csv") && holds("02_絞り込みのまま_税務課.xls")
    );
    assert!(holds("03_列の移動と追加_建設課.ods") && holds("14_水道課の資料.xlsx"));
    let other = |name: &str| holds_answers(name, &fs::read(folder().join("..").join(name)).unwrap());
    assert!(!other("list.xlsx") && !other("office_list_cp932.csv") && !other("parking_plain.txt"));
}

#[test]
fn the_same_content_and_lock_files_are_said_once() {
    let bytes = fs::read(folder().join("01_並べ替え_福祉課.xlsx")).unwrap();
    let sources = vec![
        ("a.xlsx".to_owned(), bytes.clone()),
        ("b.xlsx".to_owned(), bytes.clone()),
        ("回答/~$a.xlsx".to_owned(), b"x".to_vec()),
        ("broken.xlsx".to_owned(), bytes[..2000].to_vec()),
    ];
    let files = read_all(&sources, &sent(), &mut |_| ControlFlow::Continue(()));
    let errors: Vec<Option<Error>> = files.iter().map(|file| file.error).collect();
    assert_eq!(errors, [None, Some(Error::Duplicate), Some(Error::LockFile), Some(Error::Unreadable)]);
}

/// A sheet as CSV with what a property chose to type.
fn csv(rows: &[(usize, [String; 6])]) -> String {
    let sent = sent();
    let mut text = String::from(
        "照会番号,例規名,条項,見出し,条文,規制区分,抽出の理由,デジタル手段,判定,見直し要否,見直し方針,見直し時期,根拠法令,備考\n",
    );
    for (place, typed) in rows {
        let item = &sent.items()[place % sent.items().len()];
        let mut cells = vec![item.number.to_string(), item.title.clone(), item.article.clone(), item.caption.clone()];
        cells.extend([item.text.clone(), item.category.clone(), item.reason.clone(), item.digital.clone()]);
        cells.extend(typed.iter().cloned());
        let quoted: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let _ = writeln!(text, "{}", quoted.join(","));
    }
    text
}

fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "(該当|非該当|要確認|○|×|レ|要|否|条例改正|同上|取消|所管外|令和9年3月|R9\\.3|来年度中|未定)",
        "[ぁ-んア-ン亜-熙0-9（）・、]{1,6}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn nothing_typed_is_lost(rows in proptest::collection::vec((0_usize..38, [typed(), typed(), typed(), typed(), typed(), typed()]), 1..12)) {
        let file = read("回答.csv", csv(&rows).as_bytes(), &sent());
        adds_up(&file);
        prop_assert_eq!(file.rows.len(), rows.len());
        for (row, (_, typed)) in file.rows.iter().zip(&rows) {
            for (column, typed) in Column::ALL.iter().zip(typed).filter(|(_, typed)| !typed.trim().is_empty()) {
                let given = row.given.get(column).is_some_and(|given| given.typed == *typed);
                let listed = file.not_understood.iter().any(|word| word.row == row.row && word.column == *column && word.typed == *typed);
                let moved = file.transfer.iter().any(|other| other.row == row.row && other.column == *column && other.typed == *typed);
                prop_assert_eq!([given, listed, moved].iter().filter(|told| **told).count(), 1, "{:?} {:?}", column, typed);
            }
        }
    }
}
