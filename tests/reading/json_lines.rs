//! JSON lines: identifiers are kept, lines that are none are told.

use crate::read_one;

#[test]
fn identifiers_and_fields_are_kept() {
    let text = "{\"id\":\"a1\",\"title\":\"甲条例\",\"kind\":\"条例\",\"article\":\"第1条\",\"caption\":\"(目的)\",\"text\":\"掲示する。\",\"labels\":[]}\n\n{\"id\":7,\"text\":\"閲覧に供する。\"}\n";
    let reading = read_one("a.jsonl", text.as_bytes());
    let fields: Vec<[&str; 6]> = reading
        .clauses
        .iter()
        .map(|clause| [&*clause.id, &*clause.title, &*clause.kind, &*clause.article, &*clause.caption, &*clause.text])
        .collect();
    assert_eq!(
        fields,
        [["a1", "甲条例", "条例", "第1条", "(目的)", "掲示する。"], ["7", "", "", "", "", "閲覧に供する。"]]
    );
    assert_eq!(reading.clauses[1].place.row, Some(3));
}

#[test]
fn lines_that_are_none_are_told_with_their_number() {
    let deep = "[".repeat(100_000);
    let text = format!("{{\"text\":\"甲\"}}\n{{\"text\":\n{{\"id\":1}}\n{{\"text\":\" \"}}\n{{\"id\":{deep}\n");
    let reading = read_one("a.jsonl", text.as_bytes());
    let told: Vec<(Option<u32>, &str)> = reading.notes.iter().map(|note| (note.row, note.reason.code())).collect();
    assert_eq!(
        told,
        [(Some(2), "bad_json"), (Some(3), "bad_json"), (Some(4), "no_text_in_row"), (Some(5), "bad_json")]
    );
    assert_eq!(reading.clauses.len(), 1);
}
