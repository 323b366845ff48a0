//! The sixteen sheets of tests/golden/inquiry come back as they must be read.

use std::fs;
use std::path::PathBuf;

use ichimai::inquiry::answer::{file_json, read};
use ichimai::inquiry::{Item, Sent};
use serde_json::Value;

pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/inquiry")
}

pub fn sent() -> Sent {
    let text = fs::read_to_string(folder().join("sent.json")).unwrap();
    let items: Vec<Item> = serde_json::from_str(&text).unwrap();
    Sent::new("2026-11-28".parse().unwrap(), items)
}

/// Members that the expectations do not tell.
const OWN: [&str; 2] = ["name", "altered"];

#[test]
fn every_sheet_is_read_as_it_must_be() {
    let sent = sent();
    let mut files = 0;
    let mut names: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    for path in names.iter().filter(|path| path.to_string_lossy().ends_with(".expected.json")) {
        let expected: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let name = expected["file"].as_str().unwrap();
        let bytes = fs::read(folder().join(name)).unwrap();
        let got = file_json(&read(name, &bytes, &sent));
        let members = expected.as_object().unwrap().keys().chain(got.as_object().unwrap().keys());
        for member in members.filter(|member| !OWN.contains(&member.as_str())) {
            let of = |value: &Value| value.get(member).cloned().unwrap_or_else(|| Value::Array(Vec::new()));
            assert_eq!(of(&got), of(&expected), "{name}: {member}");
        }
        assert_eq!(got["altered"], Value::Array(Vec::new()), "{name}");
        files += 1;
    }
    assert_eq!(files, 16);
}

#[test]
fn the_sheet_as_it_was_sent_is_unanswered_throughout() {
    let bytes = fs::read(folder().join("照会票.xlsx")).unwrap();
    let file = read("照会票.xlsx", &bytes, &sent());
    let json = file_json(&file);
    assert_eq!((&json["rows_read"], &json["unanswered"]), (&Value::from(38), &Value::from(38)));
    assert_eq!(json["other_sheets"], serde_json::json!(["記入要領", "選択肢"]));
    assert!(file.notes.is_empty(), "{:?}", file.notes);
}
