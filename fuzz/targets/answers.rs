//! Answers of the sections: whatever comes back, the numbers add up, and no number is named that was not sent.

use ichimai::inquiry::answer::{State, read};
use ichimai::inquiry::{Item, Sent};

/// The first byte chooses the label of the file.
pub fn read_back(bytes: &[u8]) {
    let Some((choice, rest)) = bytes.split_first() else { return };
    let name = ["a.csv", "a.xlsx", "a.xls", "a.ods", "a.txt"][usize::from(choice & 7) % 5];
    let sent = sent();
    let answers = read(name, rest, &sent);
    let states = [State::Answered, State::Unclear, State::Partial, State::Unanswered];
    let rows: usize = states.iter().map(|state| answers.count(*state)).sum();
    assert_eq!(rows, answers.rows.len(), "a row of no state");
    assert_eq!(answers.rows_read(), answers.rows.len() + answers.unknown.len());
    let (numbers, answered) = answers.numbers();
    assert!(answered <= numbers && numbers <= sent.items().len(), "more numbers than were sent");
    assert!(answers.rows.iter().all(|row| sent.item(row.number).is_some()), "a number that was not sent");
    assert_eq!(answers, read(name, rest, &sent), "the same file, another reading");
}

/// What was sent to the sections of the golden answers, from which fuzzing begins.
fn sent() -> Sent {
    let items = serde_json::from_str::<Vec<Item>>(include_str!("../../tests/golden/inquiry/sent.json")).expect("items");
    Sent::new("2026-11-28".parse().expect("a day"), items)
}
