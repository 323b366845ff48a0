//! Inspecting: what a file is, before it is read.

use ichimai::reading::charset::Charset;
use ichimai::reading::detect::Kind;
use ichimai::reading::limits::Limits;
use ichimai::reading::note::{Cap, Reason, Unread};
use ichimai::reading::table::Role;
use ichimai::reading::{FileChoice, GivenFile, Inspection, inspect};

use crate::golden;
use crate::zip_bytes::zipped;

fn inspected(name: &str, bytes: &[u8], choice: &FileChoice) -> Inspection {
    inspect(&GivenFile { name, bytes }, choice, &Limits::default())
}

#[test]
fn a_list_shows_its_character_set_columns_and_first_rows() {
    let inspection = inspected("a.csv", &golden("office_list_cp932.csv"), &FileChoice::default());
    let charset = inspection.charset.unwrap();
    assert_eq!((charset.charset, charset.undecodable, charset.whole), (Charset::ShiftJis, 0, true));
    assert!(charset.excerpt.starts_with("番号,例規名,条項,本文,所管課"));
    let sheet = &inspection.sheets[0];
    assert_eq!((sheet.count, sheet.rows.len(), sheet.header.row), (Some(241), 20, Some(1)));
    assert_eq!(sheet.header.columns, [Role::Id, Role::Title, Role::Article, Role::Text, Role::Department]);
    assert!(inspection.is_table && inspection.delimiter == Some(b','));
}

#[test]
fn another_character_set_shows_at_once_what_is_lost() {
    let choice = FileChoice { charset: Some(Charset::Utf8), ..FileChoice::default() };
    let charset = inspected("a.csv", &golden("office_list_cp932.csv"), &choice).charset.unwrap();
    assert_eq!(charset.charset, Charset::Utf8);
    assert!(charset.undecodable > 10_000);
    assert_eq!(charset.lines[..3], [1, 2, 3]);
}

#[test]
fn a_workbook_shows_its_sheets_without_being_read_whole() {
    let inspection = inspected("a.xlsx", &golden("office_list.xlsx"), &FileChoice::default());
    let sheets: Vec<_> =
        inspection.sheets.iter().map(|sheet| (sheet.name.as_deref().unwrap(), sheet.wanted, sheet.count)).collect();
    assert_eq!(sheets, [("例規一覧", true, None), ("凡例", false, Some(1))]);
}

#[test]
fn a_text_shows_its_first_clauses() {
    for (name, kind, count) in [
        ("reiki_parking.html", Kind::Html, 19),
        ("egov_323AC0000000048.xml", Kind::Xml, 77),
        ("parking_plain.docx", Kind::Docx, 15),
    ] {
        let inspection = inspected(name, &golden(name), &FileChoice::default());
        assert_eq!(inspection.kind, kind);
        let ordinance = inspection.ordinance.unwrap();
        assert_eq!((ordinance.count, ordinance.clauses.len()), (count, 20.min(count as usize)), "{name}");
    }
}

#[test]
fn a_zip_shows_its_members_and_what_stands_in_the_first() {
    let inspection = inspected("reiki.zip", &golden("reiki.zip"), &FileChoice::default());
    let seen = |place: usize| inspection.members[place].seen.as_ref().unwrap();
    assert_eq!(seen(0).ordinance.as_ref().unwrap().count, 19);
    assert_eq!(seen(2).sheets[0].count, Some(241));
    assert_eq!(seen(3).notes[0].reason, Reason::UnreadKind { kind: Unread::Pdf });
    assert_eq!(&*seen(3).notes[0].file, "reiki.zip/例規/図面.pdf");
    assert!(inspection.holds_something() && !seen(3).holds_something());
    let members: Vec<(&str, Kind)> =
        inspection.members.iter().map(|member| (member.path.as_str(), member.kind)).collect();
    assert_eq!(
        members,
        [
            ("例規/条例/駐車場等設置条例.html", Kind::Html),
            ("例規/条例/見本町駐車場設置条例.txt", Kind::Text),
            ("例規/規則/一覧表.csv", Kind::Delimited),
            ("例規/図面.pdf", Kind::Unread(Unread::Pdf)),
        ]
    );
}

#[test]
fn every_reason_crosses_the_border_unchanged() {
    let reasons = [
        Reason::UnreadKind { kind: Unread::Ichitaro },
        Reason::Encrypted,
        Reason::Damaged { detail: "a".to_owned() },
        Reason::Limit { cap: Cap::Cells, limit: 1, found: Some(2) },
        Reason::Limit { cap: Cap::Nesting, limit: 1, found: None },
        Reason::Cancelled,
        Reason::Empty,
        Reason::NoTable,
        Reason::NoClause,
        Reason::NoTextColumn,
        Reason::HiddenSheet { rows: 3 },
        Reason::NoTextInRow,
        Reason::UnclosedQuote,
        Reason::BadJson { column: 4 },
        Reason::RepeatedHeader,
        Reason::SheetLeftOut { rows: 5 },
        Reason::NestedTooDeep { limit: 6 },
        Reason::Undecodable { charset: Charset::EucJp, count: 7 },
        Reason::FurtherNotes { count: 8 },
        Reason::Entity { count: 9 },
        Reason::Frames,
        Reason::Undivided { count: 10 },
    ];
    for reason in reasons {
        let line = serde_json::to_value(&reason).unwrap();
        assert_eq!(line["note"], reason.code());
        assert_eq!(serde_json::from_value::<Reason>(line).unwrap(), reason);
    }
    assert!(serde_json::from_str::<Reason>(r#"{"note":"limit"}"#).is_err());
    assert!(serde_json::from_str::<Reason>(r#"{"note":"unheard_of"}"#).is_err());
}

#[test]
fn a_zip_of_many_or_large_files_is_looked_into_at_its_beginning() {
    let text = "甲条例\n第1条　掲示する。\n";
    let large = text.repeat(100_000);
    let names: Vec<String> = (0..30).map(|number| format!("{number:02}.txt")).collect();
    let mut files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), text.as_bytes())).collect();
    files.insert(1, ("大.txt", large.as_bytes()));
    let inspection = inspected("a.zip", &zipped(&files), &FileChoice::default());
    let seen: Vec<bool> = inspection.members.iter().map(|member| member.seen.is_some()).collect();
    assert_eq!(seen.iter().filter(|seen| **seen).count(), 23);
    assert!(seen[0] && !seen[1] && seen[23] && !seen[24]);
    assert!(inspection.holds_something());
}
